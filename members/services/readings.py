"""The library: readings as drafts, published, withdrawn."""

from datetime import datetime

from django.db import transaction

from corpparent.models import Event
from corpparent.versions import check_version
from members import rules
from members.events import READING_ADDED, READING_CHANGED, READING_PUBLISHED, READING_RELEASED, READING_WITHDRAWN
from members.models import Person, Reading
from members.services.asking import ask_some_of
from members.services.keepers import check_keeper, set_fields

Status = Reading.Status


@transaction.atomic
def add_reading(*, by: Person | None, at: datetime, **fields: object) -> Reading:
    """Add a draft with `fields` of the model. Raises NotAllowed, ValidationError naming the field."""
    check_keeper(by, at)
    reading = Reading(**fields)
    reading.full_clean()
    reading.save()
    Event.record(READING_ADDED, about=reading.reference, by=by, at=at, details={"kind": reading.kind})
    return reading


@transaction.atomic
def change_reading(*, reading: Reading, version: int, by: Person | None, at: datetime, **fields: object) -> Reading:
    """Change `fields` of a draft; the same again changes nothing. Raises NotAllowed, Stale, ValidationError."""
    check_keeper(by, at)
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    rules.check_can_change_reading(reading)
    changed = set_fields(reading, fields)
    if not changed:
        return reading
    check_version(reading, version)
    reading.version += 1
    reading.full_clean()
    reading.save()
    Event.record(READING_CHANGED, about=reading.reference, by=by, at=at, details={"fields": sorted(changed)})
    return reading


def publish_reading(*, reading: Reading, by: Person | None, at: datetime) -> Reading:
    """Publish a draft and ask the first of those there to read it, where it asks; the sweep asks the others.

    Twice is once. Raises NotAllowed.
    """
    reading = _publish(reading, by, at)
    ask_some_of(reading, at)
    return reading


@transaction.atomic
def _publish(reading: Reading, by: Person | None, at: datetime) -> Reading:
    check_keeper(by, at)
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    if reading.status == Status.PUBLISHED:
        return reading
    rules.check_can_move_reading(reading, Status.PUBLISHED)
    reading.status, reading.published_at = Status.PUBLISHED, at
    reading.version += 1
    reading.save(update_fields=["status", "published_at", "version"])
    Event.record(READING_PUBLISHED, about=reading.reference, by=by, at=at, details={"kind": reading.kind})
    return reading


@transaction.atomic
def withdraw_reading(*, reading: Reading, by: Person | None, at: datetime) -> Reading:
    """Withdraw what was published; whoever was asked and has not read it need not. Twice is once. Raises NotAllowed."""
    check_keeper(by, at)
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    if reading.status == Status.WITHDRAWN:
        return reading
    rules.check_can_move_reading(reading, Status.WITHDRAWN)
    reading.status = Status.WITHDRAWN
    reading.version += 1
    reading.save(update_fields=["status", "version"])
    details = {"kind": reading.kind}
    for asked in reading.acknowledgements.filter(read_at=None).select_related("person"):
        Event.record(READING_RELEASED, about=reading.reference, by=by, counts_for=asked.person, at=at, details=details)
    Event.record(READING_WITHDRAWN, about=reading.reference, by=by, at=at, details=details)
    return reading
