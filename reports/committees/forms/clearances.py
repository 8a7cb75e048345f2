"""Asking somebody to clear a paper, and saying why it is not cleared."""

from typing import Any

from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.deeds import DeedForm
from members.models import Person
from pledges.facts.actions import owners
from reports.committees import services
from reports.committees.models import Clearance, Paper

CHOOSE = ("required", "invalid_choice")


class AskForm(DeedForm):
    kind = forms.ChoiceField(
        label="Which clearance?",
        choices=Clearance.Kind,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(CHOOSE, "Choose legal, finance or second person."),
    )
    of = forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Whom do you ask?",
        help_text="Not who added the paper, and not who answers for it. They get a note.",
        error_messages=dict.fromkeys(CHOOSE, "Choose somebody with an appointment today."),
    )

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paper = paper
        others = owners(timezone.localdate()).exclude(pk__in=[pk for pk in (paper.added_by_id, paper.author_id) if pk])
        self.fields["of"].queryset = others  # type: ignore[attr-defined]
        fields = (Field.radios("kind", legend_size=Size.SMALL), Field.select("of"))
        self.helper = self.layout_of("Ask them", *fields)

    def save(self, *, by: Person) -> Clearance | None:
        return self.do(lambda: services.ask_clearance(paper=self.paper, by=by, at=timezone.now(), **self.cleaned_data))


class RefuseForm(DeedForm):
    because = CheckedText(
        label="What must change first?",
        help_text="Whoever asked you reads it. It is never on the paper.",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Say what must change first.", "max_length": "Keep it to 500 characters."},
    )

    def __init__(self, *args: Any, clearance: Clearance, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clearance = clearance
        self.helper = self.layout_of("Do not clear it", Field.textarea("because", rows=4))

    def save(self, *, by: Person) -> Clearance | None:
        because = self.cleaned_data["because"]
        return self.do(
            lambda: services.refuse_clearance(clearance=self.clearance, because=because, by=by, at=timezone.now())
        )
