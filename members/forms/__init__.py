from members.forms.accounts import (
    ChangePasswordForm,
    FirstPasswordForm,
    NewPasswordForm,
    ReauthenticateForm,
    ResetPasswordForm,
    SignInForm,
)
from members.forms.duties import DutyForm
from members.forms.evidence import EvidenceForm
from members.forms.factors import (
    CodeAgainForm,
    CodeForm,
    CodesForm,
    NewRecoveryCodesForm,
    NoCodesForm,
    PasskeyAgainForm,
    PasskeyAloneForm,
    PasskeyAsSecondForm,
    PasskeyForm,
    PasskeyNameForm,
)
from members.forms.getting_in import WelcomePasswordForm
from members.forms.matrix import MatrixForm

__all__ = [
    "ChangePasswordForm",
    "CodeAgainForm",
    "CodeForm",
    "CodesForm",
    "DutyForm",
    "EvidenceForm",
    "FirstPasswordForm",
    "MatrixForm",
    "NewPasswordForm",
    "NewRecoveryCodesForm",
    "NoCodesForm",
    "PasskeyAgainForm",
    "PasskeyAloneForm",
    "PasskeyAsSecondForm",
    "PasskeyForm",
    "PasskeyNameForm",
    "ReauthenticateForm",
    "ResetPasswordForm",
    "SignInForm",
    "WelcomePasswordForm",
]
