"""Days on which the council would rather not meet."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from members.models import Person
from reports.committees.events import BUSY_DAY_ADDED, BUSY_DAY_REMOVED
from reports.committees.models import BusyDay
from reports.committees.services.meetings import check_planner


@transaction.atomic
def add_busy_day(*, name: str, starts_on: date, ends_on: date, by: Person | None, at: datetime) -> BusyDay:
    """The same days under the same name are one. Raises NotAllowed, ValidationError by field."""
    check_planner(by, at)
    name = name.strip()
    if ends_on < starts_on:
        raise ValidationError({"ends_on": "The last day comes before the first. Enter a later day."})
    try:
        validate_no_identifiers(name)
    except ValidationError as problem:
        raise ValidationError({"name": problem.messages}) from problem
    if same := BusyDay.objects.filter(name=name, starts_on=starts_on).first():
        if same.ends_on != ends_on:
            raise ValidationError({"name": "These days are listed already, with another last day. Remove them first."})
        return same
    busy = BusyDay.objects.create(name=name, starts_on=starts_on, ends_on=ends_on)
    details = {"from": starts_on.isoformat(), "to": ends_on.isoformat()}
    Event.record(BUSY_DAY_ADDED, about=busy.reference, by=by, at=at, details=details)
    return busy


@transaction.atomic
def remove_busy_day(*, busy: BusyDay, by: Person | None, at: datetime) -> None:
    """Twice is once. Raises NotAllowed."""
    check_planner(by, at)
    reference = busy.reference
    deleted, _ = BusyDay.objects.filter(public_id=busy.public_id).delete()
    if deleted:
        Event.record(BUSY_DAY_REMOVED, about=reference, by=by, at=at, details={})
