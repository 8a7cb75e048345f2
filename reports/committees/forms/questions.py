"""Asking about an item, answering, and handing a question on."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText, NamesExplained
from members.forms.deeds import DeedForm
from members.models import Person
from pledges.facts.actions import owners
from reports.committees import services
from reports.committees.models import AgendaItem, Question
from reports.committees.rules.questions import LONGEST_ANSWER, LONGEST_QUESTION


def person_field(label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label=label,
        help_text="An officer, or somebody who answers for the matter. They get a note.",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose somebody with an appointment today."),
    )


class AskForm(NamesExplained, DeedForm):
    asked = CheckedText(
        label="What do you want to know?",
        help_text="Members who may see the item read the question and its answer. Never about one child.",
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea,
        error_messages={
            "required": "Write your question.",
            "max_length": f"Keep it to {LONGEST_QUESTION} characters.",
        },
    )
    of = person_field("Whom do you ask?")

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        self.fields["of"].queryset = owners(timezone.localdate())  # type: ignore[attr-defined]
        self.helper = self.layout_of("Ask this question", Field.textarea("asked", rows=4), Field.select("of"))

    def save(self, *, by: Person) -> Question | None:
        given = self.cleaned_data
        return self.do(lambda: services.ask_question(item=self.item, by=by, at=timezone.now(), **given))


class AnswerForm(NamesExplained, DeedForm):
    answer = CheckedText(
        label="Your answer",
        help_text="Whoever asked gets a note. Nothing that could tell who a child is.",
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea,
        error_messages={
            "required": "Write your answer.",
            "max_length": f"Keep it to {LONGEST_ANSWER:,} characters.",
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.fields["version"].initial = question.version
        self.helper = self.layout_of("Send this answer", Field.textarea("answer", rows=8), "version")

    def save(self, *, by: Person) -> Question | None:
        given = self.cleaned_data
        return self.do(lambda: services.answer_question(question=self.question, by=by, at=timezone.now(), **given))


class HandForm(DeedForm):
    to = person_field("Who answers it instead?")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.fields["to"].queryset = owners(timezone.localdate())  # type: ignore[attr-defined]
        self.fields["version"].initial = question.version
        self.helper = self.layout_of("Hand it to them", Field.select("to"), "version")

    def save(self, *, by: Person) -> Question | None:
        given = self.cleaned_data
        return self.do(lambda: services.hand_question(question=self.question, by=by, at=timezone.now(), **given))
