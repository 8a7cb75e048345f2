"""Questions about items: asked of somebody with a clock, answered, handed on, and reminded of once."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices, working_days
from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from pledges.services.once import wait_for
from reports.committees.events import QUESTION_ANSWERED, QUESTION_ASKED, QUESTION_HANDED, QUESTION_REMINDED
from reports.committees.facts import questions as facts
from reports.committees.models import AgendaItem, CommitteeSettings, Meeting, Question
from reports.committees.rules import questions as rules
from reports.committees.services.agendas import identifiers_in
from visits.facts.days import closed_days

MOST = 50  # of a sweep: the next is half a minute later


@transaction.atomic
def ask_question(
    *, item: AgendaItem, asked: str, of: Person, by: Person, at: datetime, names_explained: str = ""
) -> Question:
    """Ask `of` about `item`; the same twice is asked once. Raises NotAllowed, ValidationError by field."""
    today = localdate(at)
    wait_for(by)
    item = AgendaItem.objects.select_related("meeting__body").get(pk=item.pk)
    rules.check_can_ask(by.standing_on(today), item)
    rules.check_can_be_asked(of.standing_on(today), item)
    words = checked("asked", asked, rules.LONGEST_QUESTION)
    if same := Question.objects.filter(item=item, asked=words, asked_by=by, asked_of=of, answered_at=None).first():
        return same
    question = Question.objects.create(
        item=item,
        asked=words,
        asked_by=by,
        asked_of=of,
        asked_at=at,
        answer_by=answer_by(today),
        names_explained=names_explained,
    )
    tell(question, "question-asked", of, at)
    Event.record(QUESTION_ASKED, about=question.reference, by=by, at=at, details={"of": str(of.public_id)})
    return question


@transaction.atomic
def answer_question(
    *, question: Question, answer: str, version: int, by: Person, at: datetime, names_explained: str = ""
) -> Question:
    """Answer it, by whoever was asked or for them; whoever asked is told. The same answer twice is one.

    Raises NotAllowed, Stale, ValidationError at `answer`.
    """
    question = held(question)
    words = checked("answer", answer, rules.LONGEST_ANSWER)
    if question.answered_by_id == by.pk and question.answer == words:
        return question
    rules.check_can_answer(by.standing_on(localdate(at)), question)
    check_version(question, version)
    question.answer, question.answered_by, question.answered_at = words, by, at
    question.names_explained = names_explained or question.names_explained
    keep(question)
    if question.asked_by_id != by.pk:
        tell(question, "question-answered", question.asked_by, at)
    is_late = localdate(at) > question.answer_by
    Event.record(QUESTION_ANSWERED, about=question.reference, by=by, at=at, details={"late": is_late})
    return question


@transaction.atomic
def hand_question(*, question: Question, to: Person, version: int, by: Person, at: datetime) -> Question:
    """Somebody else answers it, by the same day. Raises NotAllowed, Stale."""
    question, today = held(question), localdate(at)
    if question.asked_of_id == to.pk:
        return question
    rules.check_can_answer(by.standing_on(today), question)
    rules.check_can_be_asked(to.standing_on(today), question.item)
    check_version(question, version)
    question.asked_of, question.reminded_at = to, None
    keep(question)
    tell(question, "question-asked", to, at)
    Event.record(QUESTION_HANDED, about=question.reference, by=by, at=at, details={"to": str(to.public_id)})
    return question


def sweep_questions(at: datetime) -> int:
    """Remind each person of each question that is late, once; returns how many."""
    return sum(remind(question, at) for question in facts.to_remind(localdate(at))[:MOST])


@transaction.atomic
def remind(question: Question, at: datetime) -> bool:
    """Whether it was done here: another sweep may have been first."""
    question = held(question)
    if question.answered_at or question.reminded_at:
        return False
    question.reminded_at = at
    question.save(update_fields=["reminded_at"])
    tell(question, "question-late", question.asked_of, at)
    Event.record(QUESTION_REMINDED, about=question.reference, by=None, at=at)
    return True


def answer_by(today: date) -> date:
    """The last day to answer what is asked today. Two queries."""
    return working_days.after(today, CommitteeSettings.current().answer_days, closed_days())


def held(question: Question) -> Question:
    """The row with its item, held until the end of the transaction."""
    found = Question.objects.select_for_update().get(pk=question.pk)
    found.item = AgendaItem.objects.get(pk=found.item_id)
    found.item.meeting = Meeting.objects.select_related("body").get(pk=found.item.meeting_id)
    return found


def keep(question: Question) -> None:
    question.version += 1
    question.save()


def tell(question: Question, matter: str, person: Person, at: datetime) -> None:
    path = reverse("committees:question-detail", args=[question.public_id])
    notices.tell(person.public_id, f"{matter}:{question.public_id}:{question.version}", path, at)


def checked(name: str, text: str, most: int) -> str:
    """The words without blanks around them. Raises ValidationError at `name`."""
    words = text.strip()
    if not words or len(words) > most:
        raise ValidationError({name: f"Write it in 1 to {most:,} characters."})
    if errors := dict(identifiers_in({name: words})):
        raise ValidationError(errors)
    return words
