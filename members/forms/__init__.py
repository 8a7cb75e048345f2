from members.forms.accounts import (
    ChangePasswordForm,
    NewPasswordForm,
    ReauthenticateForm,
    ResetPasswordForm,
    SignInForm,
)

__all__ = ["ChangePasswordForm", "NewPasswordForm", "ReauthenticateForm", "ResetPasswordForm", "SignInForm"]
