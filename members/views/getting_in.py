"""Invitations, staying signed in, and signing out everywhere."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView, View

from members import rules, services
from members.forms import PasskeyForm, WelcomePasswordForm
from members.getting_in.fresh import needs_fresh_sign_in
from members.models import Invitation, Person
from members.services.getting_in import open_invitation

INVITED = "invitation"  # session key: the invitation somebody opened


@require_POST
@needs_fresh_sign_in
def invitation_send(request, public_id):
    rules.check_can_invite(request.standing)
    person = get_object_or_404(Person, public_id=public_id)
    services.invite(person=person, by=request.user, at=timezone.now())
    messages.success(request, "Invitation sent. The link works once, within seven days.")
    return redirect("members:person-detail", person.public_id)


@method_decorator(login_not_required, name="dispatch")
class InvitationAccept(View):
    """The link in the mail. Looking at it uses nothing up (scanners of mail look too), and takes the secret out of the
    address at once, so that no log of a later press holds it.
    """

    def get(self, request, secret):
        found = Invitation.objects.filter(secret_hash=Invitation.hash_of(secret)).first()
        request.session[INVITED] = str(found.public_id) if found else ""
        return redirect("members:invitation-welcome")


@method_decorator(login_not_required, name="dispatch")
@method_decorator(sensitive_post_parameters("password1", "password2"), name="dispatch")
class InvitationWelcome(View):
    """A greeting, and the choice between a passkey and a password. Used, run out and unknown look the same."""

    def dispatch(self, request, *args, **kwargs):
        opened = request.session.get(INVITED)
        invitation = open_invitation(public_id=opened, at=timezone.now()) if opened else None
        if invitation is None:
            return render(request, "members/invitation_ended.html")
        self.invitation = invitation
        self.person = self.invitation.person
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return self.page(WelcomePasswordForm(user=self.person))

    def post(self, request):
        if "credential" in request.POST:
            return self.come_in_by_passkey(PasskeyForm(data=request.POST, user=self.person))
        return self.come_in_by_password(WelcomePasswordForm(data=request.POST, user=self.person))

    def come_in_by_passkey(self, form):
        if not form.is_valid():
            messages.error(self.request, "The passkey could not be kept. Try again, or choose a password.")
            return self.page(WelcomePasswordForm(user=self.person))
        made = form.cleaned_data["name"], form.cleaned_data["credential"]
        passkey = services.accept_invitation(invitation=self.invitation, passkey=made, at=timezone.now())
        self.forget()
        self.tell("mfa/email/webauthn_added", self.person)
        post_authentication(self.request, passkey, passwordless=True)
        return perform_login(self.request, Login(user=self.person))

    def come_in_by_password(self, form):
        if not form.is_valid():
            return self.page(form)
        services.accept_invitation(
            invitation=self.invitation, password=form.cleaned_data["password1"], at=timezone.now()
        )
        self.forget()
        person = Person.objects.get(pk=self.person.pk)
        self.tell("account/email/password_set", person)
        record_authentication(self.request, person, method="password")
        return perform_login(self.request, Login(user=person))

    def forget(self):
        """Begin with a session that knows neither the invitation nor whoever was signed in here before."""
        logout(self.request)

    def tell(self, mail, person):
        """Somebody who has been here before hears of the new way in: the link may have been read by another."""
        if person.last_login:
            get_adapter().send_notification_mail(mail, person)

    def page(self, form):
        options = auth.begin_registration(self.person, passwordless=True)
        context = {"person": self.person, "form": form, "options": options}
        return render(self.request, "members/invitation_welcome.html", context)


class SessionExtend(TemplateView):
    """“Stay signed in”: asking for this page is already enough; the button is for whoever kept it open."""

    template_name = "members/session_extend.html"

    def post(self, request):
        if request.accepts("text/html"):
            return redirect("members:session-extend")
        last = request.signed_in
        return JsonResponse({"until": f"{last.until:%H:%M}", "seconds": last.seconds, "warn_in": last.warn_in})


@require_POST
@needs_fresh_sign_in
def session_end(request):
    services.sign_out_everywhere(person=request.user, by=request.user, at=timezone.now())
    logout(request)
    messages.success(request, "You are signed out, here and everywhere else.")
    return redirect("account_login")
