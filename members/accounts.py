"""What allauth asks of us."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):
    """People are added by the administrator; nobody signs themselves up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed. Your council’s administrator can open it again.",
        "email_password_mismatch": "The e-mail address or the password is not right. Try again or choose a new one.",
        "enter_current_password": "Enter your present password.",
        "incorrect_password": "This is not your present password.",
        "too_many_login_attempts": "Too many tries. Wait 15 minutes and try again, or choose a new password.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Under BASE_URL: what a request calls its host must not end up in a mail."""
        uidb36, _, rest = key.partition("-")
        return settings.BASE_URL + reverse("account_reset_password_from_key", args=[uidb36, rest])

    def add_message(self, *args: object, **kwargs: object) -> None:
        """No “Successfully signed in”: the start page says it better."""
