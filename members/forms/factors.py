"""Passkeys, codes from an app and recovery codes: allauth's forms in our words, with two things stricter.

A code is taken once in all the time it could be valid, and a lock after wrong codes never stops a passkey.
"""

import json
import struct
from contextlib import contextmanager

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import UnsupportedAlgorithm
from django import forms
from django.core.cache import cache

from members.forms.accounts import helper

LONGEST = 20_000  # characters of what a device says
CODE_LIVES = 90  # seconds: three steps of thirty
FROM_THE_APP = "Six digits from your code app, or one of your recovery codes."


class OnceOnly:
    """A code that was taken is not taken again, here or on another page. Source: RFC 6238, section 5.2."""

    def clean_code(self):
        code = super().clean_code()  # type: ignore[misc]  # of the form it stands before
        key = f"code-taken:{self.user.pk}:{normalize_user_code(code)}"
        if not cache.add(key, True, timeout=CODE_LIVES):
            raise get_adapter().validation_error("incorrect_code")
        return code


def dress(form, label: str, hint: str, verb: str) -> None:
    """Give the one field of `form` its words, and the form its button."""
    field = form.fields["code"]
    field.label, field.help_text = label, hint
    field.error_messages["required"] = "Enter the code"
    field.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "govuk-input--width-10"}
    form.helper = helper(form, verb)


class CodeForm(OnceOnly, base.AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self, "Code", FROM_THE_APP, "Go on")


class CodeAgainForm(OnceOnly, base.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self, "Code", FROM_THE_APP, "Go on")


class CodesForm(OnceOnly, totp.ActivateTOTPForm):
    """Sets the app up: the first code it shows proves that it works."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self, "Code", "The six digits that the app shows now.", "Set up the code app")


class NoCodesForm(totp.DeactivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper(self, "Remove the code app")


class NewRecoveryCodesForm(GenerateRecoveryCodesForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper(self, "Make new recovery codes")


@contextmanager
def nonsense_is_wrong():
    """What a browser says is JSON from a stranger: whatever it breaks in the reading is an answer that is not right."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError, struct.error, UnsupportedAlgorithm) as problem:
        raise get_adapter().validation_error("incorrect_code") from problem


class NeverLocked:
    """Wrong codes lock codes. A passkey cannot be guessed, so no lock stops it. Source: SECURITY, sign-in."""

    def clean_credential(self):
        credential = self.cleaned_data["credential"]
        with nonsense_is_wrong():
            auth.parse_authentication_response(credential)
            return auth.complete_authentication(self.user or auth.extract_user_from_response(credential), credential)


class PasskeyAloneForm(NeverLocked, webauthn.LoginWebAuthnForm):
    pass


class PasskeyAsSecondForm(NeverLocked, webauthn.AuthenticateWebAuthnForm):
    pass


class PasskeyAgainForm(NeverLocked, webauthn.ReauthenticateWebAuthnForm):
    pass


class PasskeyForm(webauthn.SignupWebAuthnForm):
    """A new passkey, which can then sign in alone: the device must have checked who holds it."""

    def clean_credential(self):
        """What a device says is plain text under names, and not much of it; allauth takes 0 for nothing to look at."""
        credential = self.cleaned_data["credential"]
        text = json.dumps(credential)
        if not isinstance(credential, dict) or len(text) > LONGEST or "\\u" in text:
            raise get_adapter().validation_error("incorrect_code")
        return credential

    def clean(self):
        self.cleaned_data["passwordless"] = True
        with nonsense_is_wrong():
            return super().clean()


class PasskeyNameForm(webauthn.EditWebAuthnForm):
    name = forms.CharField(
        label="Name",
        max_length=60,
        help_text="What you call the device it is on, such as “my telephone”.",
        error_messages={"required": "Enter a name"},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper(self, "Keep this name")
