"""What allauth asks of us."""

import base64
import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString, mark_safe

from members.getting_in.mailing import ask_to_mail
from members.models import Council, Person
from members.services.getting_in import can_remove_factor
from members.words import remembered

SAID = "mfa/messages/"  # of allauth’s messages; the start page says “signed in” better


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this sign-in was proved by more than a password: passkey, code, or the directory's own (ADR 14)."""
    methods = {record["method"] for record in get_authentication_records(request, request.user)}
    return "mfa" in methods or (settings.OIDC_HAS_SECOND_FACTOR and "socialaccount" in methods)


def is_fresh(request: HttpRequest) -> bool:
    """Whether the person proved who they are within the last ten minutes, by whatever way they have."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def factor_added(request: HttpRequest, user: Person, authenticator: Authenticator, **kwargs: object) -> None:
    """A passkey or code app that was just set up has just been shown: it counts for this sign-in."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES and request.user == user:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


class AccountAdapter(DefaultAccountAdapter):
    """People are added by the administrator; nobody signs themselves up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed. Your council’s administrator can open it again.",
        "email_password_mismatch": "The e-mail address or the password is not right. Try again or choose a new one.",
        "enter_current_password": "Enter your present password.",
        "incorrect_password": "This is not your present password.",
        "too_many_login_attempts": "Too many tries. Wait 15 minutes and try again, or choose a new password.",
        "rate_limited": "Too many tries. Wait 15 minutes and try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """The same ten minutes for allauth's pages and ours; signing in counts as a proof."""
        return not is_fresh(context.request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def add_message(self, request: HttpRequest, level: int, message_template: str | None = None, *args, **kwargs):
        if kwargs.get("message"):
            messages.add_message(request, level, kwargs["message"])
        elif message_template and message_template.startswith(SAID):
            super().add_message(request, level, message_template, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Every mail of allauth's comes through here; what it would say is made again by the job that sends it."""
        ask_to_mail(template_prefix, email)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Passkeys and codes. Their secrets are encrypted with a key made from SECRET_KEY."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": (
            "Your role needs a passkey or codes from an app. Add another before you remove the last one."
        ),
        "cannot_generate_recovery_codes": "Recovery codes are for people with a passkey or codes from an app.",
        "incorrect_code": "That was not right. A code works once and for a minute: enter the next one.",
    }

    def encrypt(self, text: str) -> str:
        return keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return keys().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        name = remembered()["our-children"]
        return f"{name[:1].upper()}{name[1:]}, {Council.glance().name}"

    def build_totp_svg(self, url: str) -> SafeString:
        """The picture as an element of the page: our policy loads none from elsewhere, data: included."""
        picture = super().build_totp_svg(url).partition("?>")[2].strip()
        # Made by the library from the address alone, which it draws and does not copy.
        return mark_safe(picture.replace("<svg ", '<svg role="img" aria-label="The secret as a picture" ', 1))  # noqa: S308

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return can_remove_factor(authenticator)

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:
        others = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {others + 1}" if others else "Passkey"


class DirectoryAdapter(DefaultSocialAccountAdapter):
    """The council's own directory: it says who somebody is, and never makes an account."""

    def can_authenticate_by_email(self, login: object, email: str) -> bool:
        """Asked for addresses alone which the directory has verified."""
        return True


def keys() -> MultiFernet:
    """Encrypts with SECRET_KEY and still reads what its predecessors wrote (SECRET_KEY_FALLBACKS)."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    hashes = [salted_hmac("members.second-factor", "", secret=secret, algorithm="sha256") for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(one.digest())) for one in hashes])
