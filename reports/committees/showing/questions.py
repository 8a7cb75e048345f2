"""Questions in words. Only for readers who may see the item asked about."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from corpparent.words import day
from pledges.showing.actions import Fact
from pledges.showing.public import Tag
from reports.committees.models import Question


@dataclass(frozen=True)
class Row:
    title: str
    url: str
    second: str
    tag: Tag


def row_of(question: Question, today: date) -> Row:
    item = question.item
    second = (
        f"Asked by {question.asked_by.name} of {question.asked_of.name}. "
        f"{item.meeting.body.name}, {day(item.meeting.meets_on)}, item {item.number}"
    )
    url = reverse("committees:question-detail", args=[question.public_id])
    return Row(question.asked, url, second, tag_of(question, today))


def tag_of(question: Question, today: date) -> Tag:
    if question.answered_at:
        return Tag("ok", "Answered")
    if question.answer_by < today:
        return Tag("late", f"Was due {day(question.answer_by)}")
    return Tag("due", f"By {day(question.answer_by)}")


def facts_of(question: Question) -> list[Fact]:
    item = question.item
    facts = [
        Fact("About", f"Item {item.number}, {item.title}"),
        Fact("Meeting", f"{item.meeting.body.name}, {day(item.meeting.meets_on)}"),
        Fact("Asked by", f"{question.asked_by.name}, {day(question.asked_at)}"),
        Fact("Asked of", question.asked_of.name),
        Fact("Answer due", day(question.answer_by)),
    ]
    if question.answered_at and question.answered_by:
        facts.append(Fact("Answered by", f"{question.answered_by.name}, {day(question.answered_at)}"))
    return facts
