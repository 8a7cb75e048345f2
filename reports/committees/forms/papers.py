"""A paper: what it is, who may see it, and its file or when it follows."""

from datetime import datetime, time
from typing import Any

from crispy_forms_gds.layout import Field, Fixed, Fluid
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.days import DayField
from members.models import Person
from pledges.facts.actions import owners
from reports.committees import services
from reports.committees.forms.files import WithFile, file_field
from reports.committees.forms.restriction import ASKED, RestrictionForm, restriction_fields, restriction_shown
from reports.committees.models import AgendaItem, Paper
from reports.committees.models.meeting import LONDON

ABOUT = ("summary", "author", "contact", "is_decision", "names_explained")
FIVE = time(17)


class PaperForm(RestrictionForm):
    """What is said of a paper, added or changed."""

    summary = CheckedText(
        label="What it says, in a sentence or two",
        help_text="Whoever may see the paper reads this before they open it.",
        max_length=500,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": "Keep it to 500 characters."},
    )
    author = forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Nobody yet",
        required=False,
        label="Who answers for it?",
        error_messages={"invalid_choice": "Choose somebody with an appointment today."},
    )
    contact = CheckedText(
        label="Whom the public asks",
        help_text="A post, not a name: Head of Virtual School.",
        max_length=120,
        required=False,
        error_messages={"max_length": "Keep it to 120 characters."},
    )
    is_decision = forms.BooleanField(label="It asks for a decision", required=False)
    due_on = DayField(
        what="the day by which it follows",
        label="If it is to follow: by which day?",
        help_text="Leave it empty when the paper is here.",
        required=False,
    )
    due_time = forms.TimeField(
        label="And by which hour?",
        help_text="Like 17:00. Five in the afternoon where you leave it empty.",
        required=False,
        widget=forms.TextInput,
        error_messages={"invalid": "Enter the hour like 17:00."},
    )
    names_explained = CheckedText(
        label="If the paper names people: why may the names stand?",
        help_text="For example: they are the council’s own officers. Never a child or their family.",
        max_length=200,
        required=False,
        error_messages={"max_length": "Keep the reason to 200 characters."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["author"].queryset = owners(timezone.localdate())  # type: ignore[attr-defined]

    def fields_below(self) -> list[Field]:
        return [
            Field.textarea("summary", rows=3),
            *restriction_fields(),
            Field.select("author"),
            Field.text("contact", field_width=Fluid.FULL),
            Field("is_decision"),
            Field("due_on"),
            Field.text("due_time", field_width=Fixed.FIVE),
            Field.text("names_explained", field_width=Fluid.FULL),
        ]

    @property
    def given(self) -> dict[str, Any]:
        """What the service takes of this form."""
        cleaned = self.cleaned_data
        return {name: cleaned[name] for name in ABOUT} | {
            "restriction": {name: cleaned[name] for name in ASKED},
            "due_at": self.due_at(),
        }

    def due_at(self) -> datetime | None:
        day, hour = self.cleaned_data["due_on"], self.cleaned_data["due_time"]
        return datetime.combine(day, hour or FIVE, LONDON) if day else None


class PaperAddForm(WithFile, PaperForm):
    """A new paper of `item`, or an exempt appendix of `part_of`."""

    field_order = ["file", "title"]

    def __init__(self, *args: Any, item: AgendaItem, part_of: Paper | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item, self.part_of = item, part_of
        self.fields["file"].required = False
        self.fields["file"].help_text += " Leave it out when the paper is to follow."
        self.helper = self.layout_of("Add this paper", file_field(), Field.text("title"), *self.fields_below())

    def save(self, *, by: Person) -> Paper | None:
        return self.do(
            lambda: services.add_paper(
                item=self.item, part_of=self.part_of, document=self.document, by=by, at=timezone.now(), **self.given
            )
        )


class PaperChangeForm(PaperForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paper = paper
        self.helper = self.layout_of("Keep it", Field.text("title"), *self.fields_below(), "version")

    def save(self, *, by: Person) -> Paper | None:
        version = self.cleaned_data["version"]
        return self.do(
            lambda: services.change_paper(paper=self.paper, version=version, by=by, at=timezone.now(), **self.given)
        )


def shown(paper: Paper) -> dict[str, Any]:
    """What PaperChangeForm shows of `paper`."""
    due_at = timezone.localtime(paper.due_at) if paper.due_at else None
    return restriction_shown(paper) | {
        "summary": paper.summary,
        "author": paper.author and paper.author.public_id,
        "contact": paper.contact,
        "is_decision": paper.is_decision,
        "due_on": due_at and due_at.date(),
        "due_time": due_at and f"{due_at:%H:%M}",
        "names_explained": paper.names_explained,
        "version": paper.version,
    }
