"""Asking for an evidence file."""

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.utils import timezone

from members import services
from members.facts.years import years


class EvidenceForm(forms.Form):
    year = forms.ChoiceField(
        label="Financial year",
        help_text="The year that runs now is shown as it stands today.",
        error_messages={
            "required": "Choose the year the file is about.",
            "invalid_choice": "Choose a year from the list.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        last = years(timezone.localdate(), running=True)
        self.fields["year"].choices = [(year.code, year.label) for year in last]
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(Field.select("year"), Button.primary("", "Make the evidence file"))

    def save(self, *, by):
        return services.ask_for_evidence(year=self.cleaned_data["year"], by=by, at=timezone.now())
