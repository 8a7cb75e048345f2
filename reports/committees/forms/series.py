"""A year of meetings: how often they are, and then which of the proposed days stand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.utils import timezone

from members.forms.days import DayField
from reports.committees import services
from reports.committees.facts import meetings as facts
from reports.committees.forms.meetings import BodyChoice, PlaceForm
from reports.committees.models import Meeting
from reports.committees.rules import series as rules

WEEKS = [("weeks-1", 1), ("weeks-2", 2), ("weeks-4", 4), ("weeks-6", 6), ("weeks-8", 8), ("weeks-12", 12)]
PLACES = [("month-1", 1), ("month-2", 2), ("month-3", 3), ("month-4", 4), ("month-last", rules.LAST)]
OFTEN = [
    *[(slug, "Every week" if weeks == 1 else f"Every {weeks} weeks") for slug, weeks in WEEKS],
    ("month-1", "The first such weekday of each month"),
    ("month-2", "The second of each month"),
    ("month-3", "The third of each month"),
    ("month-4", "The fourth of each month"),
    ("month-last", "The last of each month"),
]


class RhythmForm(forms.Form):
    """Sent by GET: what is proposed is an address that can be kept. The first day says which weekday it is."""

    body = BodyChoice()
    first = DayField(what="the first day", label="From", help_text="The first meeting, if its weekday fits.")
    last = DayField(what="the last day", label="Up to", help_text="Like 31 5 2027.")
    often = forms.ChoiceField(
        label="How often?",
        choices=OFTEN,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose how often from the list."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = facts.bodies_that_meet(timezone.localdate())
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.attrs = {"novalidate": ""}
        button = Button.primary("", "Propose days")
        self.helper.layout = Layout(Field.select("body"), "first", "last", Field.select("often"), button)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("first") and given.get("last") and given["last"] < given["first"]:
            self.add_error("last", "The last day comes before the first. Enter a later day.")
        return given

    def days(self) -> list[date]:
        """What a valid form proposes."""
        given = self.cleaned_data
        first, last, often = given["first"], given["last"], given["often"]
        if often in dict(WEEKS):
            return rules.every_weeks(first, last, dict(WEEKS)[often])
        return rules.monthly(first, last, dict(PLACES)[often], first.weekday())


class SeriesForm(PlaceForm):
    """The days that stand, ticked; one against which something speaks is ticked by hand."""

    days = forms.TypedMultipleChoiceField(
        label="Which of these days?",
        coerce=date.fromisoformat,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick one day at least.",
            "invalid_choice": "Tick days from this list only.",
        },
    )

    def __init__(self, *args: Any, body: Any, proposed: list[date], against: Mapping[date, list[str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.body = body
        self.fields["days"].choices = [(day.isoformat(), labelled(day, against.get(day, []))) for day in proposed]
        self.fields["days"].initial = [day.isoformat() for day in proposed if day not in against]
        self.helper = self.layout_of("Plan these meetings", Field.checkboxes("days"), *self.place_fields())

    def save(self, *, by: Any) -> list[Meeting] | None:
        given = self.cleaned_data
        return self.do(lambda: services.plan_series(body=self.body, by=by, at=timezone.now(), **given))


def labelled(day: date, against: list[str]) -> str:
    return " ".join([f"{day:%A %-d %B %Y}." if against else f"{day:%A %-d %B %Y}", *against])
