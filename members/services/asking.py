"""Who is asked to read what, and who says that they have."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.events import READING_ACKNOWLEDGED, READING_ASKED
from members.facts import library
from members.models import Acknowledgement, Person, Reading

Status = Reading.Status

BATCH = 100  # people asked in one transaction, so that others' deeds wait shortly


def ask_readers(at: datetime) -> int:
    """Ask everybody who should read something and was not asked yet; swept. Returns how many were asked.

    One query when there is nothing to do; two at once ask nobody twice.
    """
    return sum(ask_readers_of(reading, at) for reading in library.readings_to_ask(localdate(at)))


def ask_readers_of(reading: Reading, at: datetime) -> int:
    """The same for one reading, in batches. Nobody is asked of a draft, or of one that does not ask."""
    asked = 0
    while some := ask_some_of(reading, at):
        asked += some
    return asked


@transaction.atomic
def ask_some_of(reading: Reading, at: datetime) -> int:
    """The same for one batch of people: as many as a request may wait for."""
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    if reading.status != Status.PUBLISHED or not reading.is_asked:
        return 0
    day = localdate(at)
    people = list(library.people_to_ask(reading, day)[:BATCH])
    due_on = day + timedelta(days=reading.days)
    Acknowledgement.objects.bulk_create(
        Acknowledgement(reading=reading, person=person, asked_at=at, due_on=due_on) for person in people
    )
    path = reverse("members:reading-detail", args=[reading.public_id])
    for person in people:
        notices.tell(person_id=person.public_id, matter=f"reading-asked:{reading.public_id}", path=path, at=at)
    details = {"kind": reading.kind, "days": reading.days}
    for person in people:
        Event.record(READING_ASKED, about=reading.reference, by=None, counts_for=person, at=at, details=details)
    return len(people)


@transaction.atomic
def acknowledge(*, reading: Reading, by: Person, at: datetime) -> Acknowledgement:
    """Keep that `by` says to have read what they were asked to read. Twice is once. Raises NotAllowed."""
    asked = Acknowledgement.objects.select_for_update(of=("self",)).select_related("reading")
    row = asked.filter(reading=reading, person=by).first()
    if row is None:
        raise NotAllowed("You have not been asked to say that you read this. You may read it all the same.")
    if row.read_at:
        return row
    if row.reading.status == Status.WITHDRAWN:
        raise NotAllowed("This was withdrawn, so nobody is asked to read it any more.")
    row.read_at = at
    row.save(update_fields=["read_at"])
    Event.record(READING_ACKNOWLEDGED, about=row.reading.reference, by=by, at=at, details={"kind": row.reading.kind})
    return row
