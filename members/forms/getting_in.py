"""The first password, chosen by whoever comes in by an invitation."""

from allauth.account.forms import SetPasswordForm
from crispy_forms_gds.layout import HTML

from members.forms.accounts import HOW_LONG, WHOSE, helper, relabel


class WelcomePasswordForm(SetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        relabel(self, {"password1": "Password", "password2": "Password again"})
        self.fields["password1"].help_text = HOW_LONG
        self.helper = helper(self, "Choose this password", HTML(WHOSE))
