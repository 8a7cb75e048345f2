"""Questions on the start page: mine to answer, mine that were answered, and late ones for those who keep papers."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.committees.facts import questions as facts
from reports.committees.models import Question
from reports.committees.models.meeting import keeps_papers

MOST = 5
NEW = timedelta(days=7)  # for so long an answer is shown to whoever asked


def needs(who: Standing) -> Iterator[Need]:
    """At most five of each. Two queries, one more for those who keep papers; never the words of a question."""
    if not who.is_member or who.person_id is None:
        return
    today = who.on or localdate()
    for question in facts.of(who, "mine")[:MOST]:
        yield need_of(question, "Answer a question", is_late=question.answer_by < today)
    for question in facts.visible_to(who).filter(facts.news_for(who.person_id, today - NEW))[:MOST]:
        yield answered(question)
    if keeps_papers(who):
        late = facts.late(today).exclude(asked_of=who.person_id).select_related(*facts.WITH)
        for question in late[:MOST]:
            yield need_of(question, "A question has no answer", is_late=True)


def need_of(question: Question, title: str, *, is_late: bool) -> Need:
    meeting = question.item.meeting
    return Need(
        title=f"{title}: item {question.item.number}",
        url=reverse("committees:question-detail", args=[question.public_id]),
        about=f"{meeting.body.name}, {day(meeting.meets_on)}",
        why="A member asked about the item, and waits for the answer.",
        tag=f"{'Was due' if is_late else 'By'} {day(question.answer_by)}",
        tone="late" if is_late else "due",
        by=question.answer_by,
    )


def answered(question: Question) -> Need:
    meeting = question.item.meeting
    return Need(
        title=f"Your question was answered: item {question.item.number}",
        url=reverse("committees:question-detail", args=[question.public_id]),
        about=f"{meeting.body.name}, {day(meeting.meets_on)}",
        why="Read the answer.",
        tag="Answered",
        tone="neutral",
    )
