"""Puts `request.standing` on every request, and closes members' pages to those whose appointments have ended."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from members import rules
from members.standing import STRANGER, Standing

View = Callable[[HttpRequest], HttpResponse]

# Reachable by anyone who can sign in, appointed or not: their own account.
ACCOUNT_PAGES = "account_"


class StandingMiddleware:
    sync_capable, async_capable = True, False

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: standing_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        """Raise NotAllowed on a members' page for someone without a current appointment."""
        name = getattr(request.resolver_match, "url_name", None) or ""
        if not getattr(view, "login_required", True) or name.startswith(ACCOUNT_PAGES):
            return
        rules.check_can_enter(request.standing)  # type: ignore[attr-defined]


def standing_of(request: HttpRequest) -> Standing:
    """Standing today, in the council's own time zone. One query; none for a stranger."""
    if not request.user.is_authenticated:
        return STRANGER
    return request.user.standing_on(localdate())
