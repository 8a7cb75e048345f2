"""allauth's forms in GOV.UK's markup: each carries its helper, so that a template only says `{% crispy form %}`."""

from allauth.account import forms
from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import HTML, Button, Layout
from django.conf import settings

HOW_LONG = "12 characters or more. Three or four words that do not belong together are easy to keep in mind."
# allauth puts the page to go on to into the template's context, on some of its pages only.
WHERE_TO_GO_ON = "{% if redirect_field %}{{ redirect_field }}{% endif %}"
# Tells a password manager whose password this is.
WHOSE = '<input type="email" autocomplete="username" value="{{ form.user.email }}" hidden>'


def helper(form, verb: str, *first: HTML) -> FormHelper:
    """Return the layout: what comes `first`, the form's own fields in order, and one button that says `verb`."""
    layout = FormHelper()
    layout.form_class = "app-form"
    layout.attrs = {"novalidate": ""}
    layout.layout = Layout(*first, *form.fields, HTML(WHERE_TO_GO_ON), Button.primary("go", verb))
    return layout


def relabel(form, labels: dict[str, str]) -> None:
    """Give each field its label and its error when left empty; take away grey words inside boxes and links in hints."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label = label
        field.help_text = ""
        field.error_messages["required"] = f"Enter your {label[0].lower()}{label[1:]}"
        field.widget.attrs.pop("placeholder", None)


class SignInForm(forms.LoginForm):
    # Name of the council's own directory where one is connected: the page then has a button for it.
    directory = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.directory = settings.OIDC_NAME if settings.OIDC_SERVER_URL else ""
        relabel(self, {"login": "E-mail address", "password": "Password"})
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.helper = helper(self, "Sign in")


class ResetPasswordForm(forms.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        relabel(self, {"email": "E-mail address"})
        self.helper = helper(self, "Send me a link")


class NewPasswordForm(forms.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        relabel(self, {"password1": "New password", "password2": "New password again"})
        self.fields["password1"].help_text = HOW_LONG
        self.helper = helper(self, "Keep this password", HTML(WHOSE))


class ChangePasswordForm(forms.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        relabel(
            self, {"oldpassword": "Present password", "password1": "New password", "password2": "New password again"}
        )
        self.fields["password1"].help_text = HOW_LONG
        self.helper = helper(self, "Change my password", HTML(WHOSE))


class FirstPasswordForm(forms.SetPasswordForm):
    """For somebody who came in by passkey, or by an invitation."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        relabel(self, {"password1": "Password", "password2": "Password again"})
        self.fields["password1"].help_text = HOW_LONG
        self.helper = helper(self, "Keep this password", HTML(WHOSE))


class ReauthenticateForm(forms.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        relabel(self, {"password": "Password"})
        self.helper = helper(self, "Go on", HTML(WHOSE))
