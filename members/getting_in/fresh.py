"""Before a deed that matters most, a proof not older than ten minutes; a form under way is carried through.

Roles, exports, publication, invitations and settings ask for it (SECURITY: sign-in). The person proves by password,
code or passkey, whichever they have; having just signed in is proof.
"""

from allauth.account.decorators import reauthentication_required
from django.http import HttpRequest, HttpResponseBase
from django.utils.decorators import method_decorator

# Below `require_POST` on a verb. On a page with a form it asks when the form is opened, so that nothing is typed twice.
needs_fresh_sign_in = reauthentication_required(app="members")


class FreshSignIn:
    """The same for a class of views. Named before the generic one, and after whatever refuses people by their role."""

    @method_decorator(needs_fresh_sign_in)
    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
