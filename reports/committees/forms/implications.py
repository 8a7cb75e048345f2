"""A decision report and what it means for children."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText, NamesExplained
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Person
from reports.committees import services
from reports.committees.models import Implication
from reports.committees.rules.implications import LONGEST_ANSWER, LONGEST_SUMMARY, PROMPTS

SHOWN = ("title", "decided_by", "decided_on", "directorate", "link", "has_section", "summary", "names_explained")


def line(label: str, most: int, wanted: str, help_text: str = "") -> CheckedText:
    errors = {"required": wanted, "max_length": f"Keep it to {most} characters."}
    return CheckedText(label=label, max_length=most, help_text=help_text, error_messages=errors)


def words(label: str, most: int) -> CheckedText:
    errors = {"max_length": f"Keep it to {most:,} characters."}
    return CheckedText(label=label, max_length=most, required=False, widget=forms.Textarea, error_messages=errors)


class ImplicationForm(NamesExplained, DeedForm):
    """A new report, or `implication` as it is to become. The prompts are asked of reports with a section."""

    title = line("The report", 200, "Enter the title of the report.")
    decided_by = line("Who decides", 120, "Enter who decides.", "A body or a post, like: Cabinet.")
    decided_on = DayField(label="To be decided on", what="the day of the decision")
    directorate = line("Directorate", 80, "Enter the directorate that wrote it.", "Always write it the same way.")
    link = forms.URLField(
        label="Where the report can be read",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Enter a whole address, like https://www.example.org/report."},
    )
    has_section = forms.BooleanField(label="The report says what it means for children in care", required=False)
    summary = words("What it means for our children, in a few sentences", LONGEST_SUMMARY)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, implication: Implication | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.implication = implication
        self.fields |= {name: words(asked, LONGEST_ANSWER) for name, asked in PROMPTS.items()}
        self.helper = self.layout_of(
            "Keep this",
            Field.text("title"),
            Field.text("decided_by"),
            "decided_on",
            Field.text("directorate"),
            Field.text("link"),
            Field.checkbox("has_section"),
            *[Field.textarea(name, rows=3) for name in PROMPTS],
            Field.textarea("summary", rows=4),
            "version",
        )

    def save(self, *, by: Person) -> Implication | None:
        given = dict(self.cleaned_data)
        version, at, implication = given.pop("version"), timezone.now(), self.implication
        answers = {name: given.pop(name) for name in PROMPTS}
        given["answers"] = {name: text for name, text in answers.items() if text}
        if implication is None:
            return self.do(lambda: services.enter_implication(by=by, at=at, **given))
        seen = version or 0
        return self.do(
            lambda: services.change_implication(implication=implication, version=seen, by=by, at=at, **given)
        )


def implication_shown(implication: Implication) -> dict[str, Any]:
    """What the form shows of `implication`."""
    shown = {name: getattr(implication, name) for name in SHOWN}
    return shown | implication.answers | {"version": implication.version}
