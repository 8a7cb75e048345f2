"""Reminders: once a person and matter, before something of theirs runs out."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from members.facts import checks, learning, library

READ_SOON = timedelta(days=7)
LAST_DAY = "members:reminded-on"


def remind(at: datetime) -> int:
    """Tell everybody of what runs out within 30 days, and of what is to be read within seven, or late; swept.

    Looks once a day: a second look finds the day done, and harms nothing where it does not. Returns how many matters
    there were, told before or not.
    """
    day = localdate(at)
    if cache.get(LAST_DAY) == day.isoformat():
        return 0
    matters = list(matters_on(day))
    with transaction.atomic():
        for person_id, matter, path in matters:
            notices.tell(person_id=person_id, matter=matter, path=path, at=at)
    cache.set(LAST_DAY, day.isoformat(), timeout=24 * 60 * 60)
    return len(matters)


def matters_on(day: date) -> Iterator[tuple[UUID, str, str]]:
    """(public id of the person, matter, path) of each. A matter names the day, so that the next term is told anew."""
    for held in learning.running_out(day):
        yield (
            held.person_id,
            f"learning-runs-out:{held.course.public_id}:{held.runs_out_on}",
            reverse("members:learning-list"),
        )
    for check in checks.running_out(day):
        path = reverse("members:person-checks", args=[check.person.public_id])
        yield check.person.public_id, f"check-runs-out:{check.public_id}", path
    for asked in library.unread(day, by=day + READ_SOON):
        state = "late" if asked.due_on < day else "due"
        path = reverse("members:reading-detail", args=[asked.reading.public_id])
        yield asked.person.public_id, f"reading-{state}:{asked.reading.public_id}", path
