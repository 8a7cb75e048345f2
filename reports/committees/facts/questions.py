"""Questions to read, to answer and to chase."""

from datetime import date

from django.db.models import Q, QuerySet

from members.standing import Standing
from reports.committees.models import AgendaItem, Question
from reports.committees.models.access import may_be_seen
from reports.committees.models.meeting import keeps_papers

WITH = ("item__meeting__body", "asked_by", "asked_of")


def items_to_ask_about(who: Standing) -> QuerySet[AgendaItem]:
    """Items that `who` sees as a whole; none for the public."""
    if not who.is_member:
        return AgendaItem.objects.none()
    found = AgendaItem.objects.visible_to(who)
    return found if keeps_papers(who) else found.filter(may_be_seen(who, "meeting__body"))


def visible_to(who: Standing) -> QuerySet[Question]:
    """Questions about these; not answered first, those due soonest."""
    found = Question.objects.filter(item__in=items_to_ask_about(who)).select_related(*WITH)
    return found.order_by("answered_at", "answer_by", "pk")


def of(who: Standing, which: str) -> QuerySet[Question]:
    """`which`: mine (to answer), asked (by me), bodies (those I sit on)."""
    found = visible_to(who)
    if which == "asked":
        return found.filter(asked_by=who.person_id)
    if which == "bodies":
        return found.filter(item__meeting__body__public_id__in=who.bodies)
    return found.filter(asked_of=who.person_id, answered_at=None)


def late(on: date) -> QuerySet[Question]:
    """Not answered in time, the longest waiting first."""
    return Question.objects.filter(answered_at=None, answer_by__lt=on).order_by("answer_by", "pk")


def to_remind(on: date) -> QuerySet[Question]:
    return late(on).filter(reminded_at=None)


def news_for(person: int, since: date) -> Q:
    """What somebody asked and was answered since."""
    return Q(asked_by=person, answered_at__date__gte=since)
