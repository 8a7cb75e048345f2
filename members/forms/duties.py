"""How the council asks a duty."""

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Fixed, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from members import services
from members.duties import definitions
from members.forms.versions import refuse


class DutyForm(forms.Form):
    """Months, days and whether it is asked; months only where a proof runs out."""

    months = forms.IntegerField(
        label="How many months does a proof hold?",
        min_value=1,
        max_value=120,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Enter for how many months a proof holds, like 12.",
            "invalid": "Enter the months as a number, like 12.",
            "min_value": "A proof holds for a month at least.",
            "max_value": "A proof holds for ten years (120 months) at most.",
        },
    )
    days = forms.IntegerField(
        label="How many days until it is late?",
        min_value=1,
        max_value=366,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Counted from the day it is asked, or from the day the proof before it ran out.",
        error_messages={
            "required": "Enter the days, like 28.",
            "invalid": "Enter the days as a number, like 28.",
            "min_value": "Give people a day at least.",
            "max_value": "Give people a year (366 days) at most.",
        },
    )
    is_asked = forms.BooleanField(
        label="We ask this duty",
        required=False,
        help_text="A duty that is not asked is shown to nobody and stands in no evidence file made from then on.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, duty, **kwargs):
        self.duty = duty
        super().__init__(*args, **kwargs)
        fields = [Field.text("months", field_width=Fixed.FOUR), Field.text("days", field_width=Fixed.FOUR), "is_asked"]
        if definitions()[duty.code].months is None:
            del self.fields["months"]
            del fields[0]
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(*fields, "version", Button.primary("", "Keep these settings"))

    def save(self, *, by):
        """The duty as set, or None where the service refused: its sentences then stand at the fields."""
        try:
            return services.set_duty(duty=self.duty, by=by, at=timezone.now(), **({"months": None} | self.cleaned_data))
        except ValidationError as problem:
            refuse(self, problem)
            return None
