"""The private address of somebody's calendar of visits: made, shown once, and taken back."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Person
from pledges.services.once import wait_for
from visits.events import CALENDAR_MADE, CALENDAR_REVOKED
from visits.models import CalendarFeed
from visits.rules import calendar as rules


@transaction.atomic
def make_calendar(*, person: Person, at: datetime) -> str:
    """A new address; one made before stops working. The secret in it is returned here and kept nowhere.

    Raises NotAllowed.
    """
    wait_for(person)
    rules.check_can_have_calendar(person.standing_on(localdate(at)))
    secret = secrets.token_urlsafe(32)
    found = {"digest": rules.digest_of(secret), "made_at": at}
    feed, _ = CalendarFeed.objects.update_or_create(person=person, defaults=found)

    Event.record(CALENDAR_MADE, about=feed.reference, by=person, at=at)
    return secret


@transaction.atomic
def revoke_calendar(*, person: Person, at: datetime) -> None:
    """The address stops working; without one, nothing happens."""
    wait_for(person)
    if feed := CalendarFeed.objects.filter(person=person).first():
        reference = feed.reference
        feed.delete()
        Event.record(CALENDAR_REVOKED, about=reference, by=person, at=at)
