import csv
from io import BytesIO, StringIO

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Fixed, Layout
from django import forms
from django.utils import timezone

from reports.indicators import services
from reports.indicators.files.problems import FileRefused
from reports.indicators.files.scorecard_heading import COLUMNS
from reports.indicators.forms.fields import FigureField
from reports.indicators.models import Import, Indicator, Observation
from reports.indicators.own import Scorecard

NAME = "one-figure.csv"


class OwnFigureForm(forms.Form):
    """One figure of the council's own, typed in: a scorecard of one row, read and taken in like a file."""

    indicator = FigureField()
    period = forms.CharField(
        label="Period",
        max_length=20,
        help_text="A quarter like 2026-27-Q1, a month like October 2026, or a year like 2025-26.",
        error_messages={"required": "Enter the period, like 2026-27-Q1."},
    )
    as_at = forms.CharField(
        label="Counted on",
        max_length=20,
        required=False,
        help_text="The day of the count, like 30/09/2026. Leave it empty for the last day of the period.",
    )
    numerator = forms.CharField(
        label="How many children", max_length=20, required=False, help_text="How many of the group it is true of."
    )
    denominator = forms.CharField(
        label="Out of how many",
        max_length=20,
        required=False,
        help_text="The whole group. Of an average: how many children it is of, or only officers see it.",
    )
    value = forms.CharField(
        label="Or the figure itself",
        max_length=20,
        required=False,
        help_text="For counts, days and scores, which have no parts.",
    )
    status = forms.ChoiceField(
        label="May it still change?",
        choices=[
            (Observation.Status.PROVISIONAL, "Yes, it is provisional"),
            (Observation.Status.FINAL, "No, it is final"),
        ],
        initial=Observation.Status.PROVISIONAL,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it may still change."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = Indicator.objects.current()
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(
            Field.select("indicator"),
            *(Field.text(name, field_width=Fixed.TEN) for name in ("period", "as_at")),
            *(Field.text(name, field_width=Fixed.FIVE) for name in ("numerator", "denominator", "value")),
            Field.radios("status"),
            Button.primary("", "Look at it"),
        )

    def clean(self):
        """Read it as the file it becomes; what is wrong stands at its field."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        try:
            found = Scorecard(BytesIO(self.content))
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        for problem in found.problems:
            self.add_error(problem.column if problem.column in self.fields else None, problem.reason)
        if not (found.problems or found.reading.figures):
            self.add_error("value", "Enter how many children and out of how many, or the figure itself.")
        return cleaned

    @property
    def content(self) -> bytes:
        """The figure as a scorecard of one row."""
        said = self.cleaned_data | {"indicator": self.cleaned_data["indicator"].code}
        text = StringIO()
        csv.writer(text).writerows([COLUMNS, [said[column] for column in COLUMNS]])
        return text.getvalue().encode()

    def save(self, *, by) -> Import:
        """Keep it as a file and ask for it to be read. Raises FileRefused, AlreadyTakenIn, NotAllowed."""
        return services.upload(chunks=[self.content], name=NAME, kind=Import.Kind.SCORECARD, by=by, at=timezone.now())
