"""Keeping an open paper from the public, and saying why an exempt one still is."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.days import DayField
from members.models import Person
from reports.committees import services
from reports.committees.forms.deeds import OfOnePaper
from reports.committees.forms.restriction import ASKED, CHOICES, RestrictionForm, restriction_fields
from reports.committees.models import Access, Paper
from reports.committees.rules.restriction import LONGEST_INTEREST


class PaperCloseForm(RestrictionForm):
    """Everything that a paper kept from the public says of itself; its title stays as it is."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paper = paper
        del self.fields["title"]
        self.fields["version"].initial = paper.version
        self.fields["access"].choices = CHOICES[1:]  # type: ignore[attr-defined]
        self.fields["access"].initial = Access.EXEMPT.value
        self.helper = self.layout_of("Keep it from the public now", *restriction_fields(), "version")

    def save(self, *, by: Person) -> Paper | None:
        given = {name: self.cleaned_data[name] for name in ASKED if name != "title"}
        version = self.cleaned_data["version"]
        return self.do(
            lambda: services.close_paper(paper=self.paper, restriction=given, version=version, by=by, at=timezone.now())
        )


class PaperReviewForm(OfOnePaper):
    interest = CheckedText(
        label="Why is the public interest in keeping it exempt still greater than in publishing it?",
        max_length=LONGEST_INTEREST,
        widget=forms.Textarea,
        error_messages={
            "required": "Say why it is still exempt, or open it.",
            "max_length": f"Keep it to {LONGEST_INTEREST:,} characters.",
        },
    )
    review_on = DayField(what="the day by which it is looked at again", label="By when does somebody look again?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["interest"].initial = self.paper.interest
        self.helper = self.layout_of(
            "It is still exempt", Field.textarea("interest", rows=5), Field("review_on"), "version"
        )

    def save(self, *, by: Person) -> Paper | None:
        given = {name: self.cleaned_data[name] for name in ("interest", "review_on")}
        return self.deed(services.review_paper, by=by, **given)
