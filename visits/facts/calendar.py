"""Whose calendar an address opens, and what stands in it."""

from datetime import date, timedelta

from django.db.models import QuerySet

from members.models import Person
from visits.models import CalendarFeed, RotaSlot, Turn
from visits.rules.calendar import digest_of

BACK = timedelta(days=90)  # what is over stays so long
ENDED = (RotaSlot.Status.CANCELLED, RotaSlot.Status.NOT_MADE)


def owner_of(secret: str) -> Person | None:
    """Whose calendar it is; None for an address that was never made or was taken back. One query."""
    feed = CalendarFeed.objects.filter(digest=digest_of(secret), person__is_active=True).select_related("person")
    return feed[0].person if feed else None


def visits_of(person: Person, today: date) -> QuerySet[Turn]:
    """Visits somebody has taken, but for those given up, from 90 days ago on."""
    found = Turn.objects.filter(person=person, status=Turn.Status.TAKEN, slot__due_on__gte=today - BACK)
    return found.exclude(slot__status__in=ENDED).select_related("slot").order_by("slot__due_on", "pk")


def feed_of(person_id: int | None) -> CalendarFeed | None:
    """The address somebody made; None where there is none. One query."""
    return CalendarFeed.objects.filter(person=person_id).first()
