"""Answers that are due or late: the home is reminded, then those above it are told. Each once for a report."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices, working_days
from corpparent.models import Event
from members.models import Person
from members.roles import DCS, LEAD_MEMBER
from visits.events import ANSWERS_LATE
from visits.facts.days import closed_days
from visits.facts.posts import answerers, holders
from visits.models import Point, Visit, VisitSettings
from visits.rules.visits import ANSWERS, RESPONSIBLE

MOST = 200  # a sweep; the next one goes on
SOON = timedelta(days=3)


def sweep_answers(at: datetime) -> int:
    """Remind homes before answers are due, tell the responsible individual when they are late and, when they stay
    late, the Director and the Lead Member; returns how many."""
    today, times, closed = localdate(at), VisitSettings.current(), closed_days()
    done = sum(remind(visit, at) for visit in unanswered().filter(to_remind(today))[:MOST])
    for visit in unanswered().filter(escalated_at__isnull=True, answer_by__lt=today)[:MOST]:
        if visit.answer_by and working_days.between(visit.answer_by, today, closed) >= times.escalate_days:
            done += escalate(visit, at)
    return done


def to_remind(today: date) -> Q:
    """Three days before answers are due, and again when they are late."""
    before = Q(reminded_at__isnull=True, answer_by__lte=today + SOON)
    return before | Q(reminded_at__date__lte=F("answer_by"), answer_by__lt=today)


def unanswered() -> QuerySet[Visit]:
    """Sent reports with a point that the home has not answered, the longest waiting first."""
    open_points = Point.objects.filter(visit=OuterRef("pk"), response__isnull=True)
    found = Visit.objects.filter(Exists(open_points), status=Visit.Status.SUBMITTED, answer_by__isnull=False)
    return found.select_related("home").order_by("answer_by", "pk")


@transaction.atomic
def remind(visit: Visit, at: datetime) -> bool:
    """Manager and responsible individual before, the responsible individual when late; False where it was done."""
    today = localdate(at)
    if not unanswered().filter(to_remind(today), pk=visit.pk).update(reminded_at=at):
        return False
    is_late = visit.answer_by is not None and visit.answer_by < today
    matter = "answers-late" if is_late else "answers-due"
    for person in answerers(visit.home, today, *([RESPONSIBLE] if is_late else ANSWERS)):
        tell(person, f"{matter}:{visit.public_id}", visit, at)
    return True


@transaction.atomic
def escalate(visit: Visit, at: datetime) -> bool:
    """The Director and the Lead Member; it stands in the record. False where it was done."""
    if not unanswered().filter(pk=visit.pk, escalated_at__isnull=True).update(escalated_at=at):
        return False
    for person in holders(localdate(at), DCS, LEAD_MEMBER):
        tell(person, f"answers-stay-late:{visit.public_id}", visit, at)
    Event.record(ANSWERS_LATE, about=visit.reference, by=None, at=at)
    return True


def tell(person: Person, matter: str, visit: Visit, at: datetime) -> None:
    notices.tell(person.public_id, matter, reverse("visits:visit-detail", args=[visit.public_id]), at)
