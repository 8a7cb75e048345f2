"""A check as the checks officer writes it down: choices and days, nothing to type in."""

from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from members import services
from members.forms.courses import helper
from members.forms.days import DayField
from members.models import Check


class CheckForm(forms.Form):
    kind = forms.ChoiceField(
        label="Which check",
        choices=Check.Kind.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose which check it was."),
    )
    eligibility = forms.ChoiceField(
        label="Why it may be asked",
        choices=Check.Eligibility.choices,
        widget=forms.RadioSelect,
        help_text="Standard and enhanced checks need a reason in law. Consent is enough for the others.",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose why the check may be asked."),
    )
    checked_on = DayField(
        what="the day on which the check was made", label="Made on", help_text="The date of issue, like 27 11 2026."
    )
    ends_on = DayField(
        what="the last day on which it holds",
        label="Holds until",
        help_text="The last day, as the council’s policy has it. Leave it empty when it does not run out.",
        required=False,
    )
    outcome = forms.ChoiceField(
        label="Outcome",
        choices=Check.Outcome.choices,
        widget=forms.RadioSelect,
        help_text="Nothing else is kept: no number, no copy, no words.",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the outcome."),
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.helper = helper(
            Field.radios("kind", legend_size=Size.SMALL),
            Field.radios("eligibility", legend_size=Size.SMALL),
            Field("checked_on"),
            Field("ends_on"),
            Field.radios("outcome", legend_size=Size.SMALL),
            verb="Write this check down",
        )

    def save(self, *, by):
        return services.record_check(person=self.person, by=by, at=timezone.now(), **self.cleaned_data)
