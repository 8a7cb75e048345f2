from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Fixed, Layout
from django import forms
from django.utils import timezone

from corpparent.periods import NotAPeriod, Period
from corpparent.rules import NotAllowed
from members.models import Council
from reports.indicators.facts.areas import councils
from reports.indicators.models import Area
from reports.packs import rules, services


class PackForm(forms.Form):
    """Which council, which period. Our own council stands there already."""

    area = forms.ModelChoiceField(
        queryset=Area.objects.none(),
        to_field_name="code",
        label="Council",
        help_text="A pack about another council holds published figures only, and its cover says so.",
        error_messages={
            "required": "Choose the council the pack is about.",
            "invalid_choice": "Choose a council from the list.",
        },
    )
    period = forms.CharField(
        label="Period",
        max_length=10,
        help_text="A year like 2022-23 (the DfE calls it 2023), or a quarter like 2025-26-Q2.",
        error_messages={
            "required": "Enter the period, like 2022-23.",
            "max_length": "Enter the period as a year like 2022-23, or a quarter like 2025-26-Q2.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = councils()
        self.fields["area"].initial = Council.current().area_code
        self.helper = FormHelper()
        self.helper.layout = Layout(
            Field.select("area"),
            Field.text("period", field_width=Fixed.TEN),
            Button.primary("", "Build the pack"),
        )

    def clean_period(self) -> Period:
        try:
            period = Period.parse(self.cleaned_data["period"])
            rules.check_has_ended(period, timezone.localdate())
        except (NotAPeriod, NotAllowed) as problem:
            raise forms.ValidationError(str(problem)) from problem
        return period

    def save(self, *, by):
        """Ask for the pack; it may be one that is there already."""
        return services.ask_for_pack(
            area=self.cleaned_data["area"], period=self.cleaned_data["period"], by=by, at=timezone.now()
        )
