"""One's own passkeys: add one, name it, take it away. The rest of a sign-in is on allauth's pages."""

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as allauth
from allauth.mfa.webauthn.internal import auth
from django.urls import reverse_lazy
from django.views.generic.detail import SingleObjectMixin

from corpparent.rules import NotAllowed
from members.forms import PasskeyForm, PasskeyNameForm
from members.services.getting_in import why_not_remove

MY_SIGN_IN = reverse_lazy("mfa_index")


class PasskeyCreate(allauth.AddWebAuthnView):
    """Always one that can sign in alone: allauth's own page would ask which kind."""

    template_name = "mfa/webauthn/add_form.html"

    def get_form_class(self):
        return PasskeyForm

    def get_context_data(self, **kwargs):
        options = auth.begin_registration(self.request.user, passwordless=True)
        return super(allauth.AddWebAuthnView, self).get_context_data(**kwargs) | {"options": options}


class OneOfMine(SingleObjectMixin):
    """Another's passkey is not there."""

    pk_url_kwarg = "number"
    success_url = MY_SIGN_IN

    def get_queryset(self):
        return Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.WEBAUTHN)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"name": self.object.wrap().name}


class PasskeyUpdate(OneOfMine, allauth.EditWebAuthnView):
    template_name = "mfa/webauthn/edit_form.html"

    def get_form_class(self):
        return PasskeyNameForm


class PasskeyRemove(OneOfMine, allauth.RemoveWebAuthnView):
    """Asked first. The last proof of somebody who needs one stays."""

    template_name = "mfa/webauthn/authenticator_confirm_delete.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"why_not_remove": why_not_remove(self.object)}

    def form_valid(self, form):
        if why_not := why_not_remove(self.object):
            raise NotAllowed(why_not)
        return super().form_valid(form)
