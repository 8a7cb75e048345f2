"""Roles and appointments: the only source of anybody's powers.

`by=None` is the portal itself, setting up an installation from the command line, where nobody is signed in yet.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members import rules
from members.events import APPOINTMENT_ENDED, PERSON_APPOINTED
from members.models import Appointment, Person, Role
from members.roles import BUILT_IN


def sync_roles() -> None:
    """Make the built-in roles that are missing. Run after every migrate; changes none that exists."""
    for slug, (name, level) in BUILT_IN.items():
        Role.objects.get_or_create(slug=slug, defaults={"name": name, "level": level})


@transaction.atomic
def appoint(*, person: Person, role: str, starts_on: date, by: Person | None, at: datetime) -> Appointment:
    """Appoint `person` to the role with slug `role` from `starts_on`. Raises NotAllowed, Role.DoesNotExist."""
    check_administrator(by, at)
    held = Role.objects.get(slug=role)
    appointment = Appointment.objects.create(person=person, role=held, level=held.level, starts_on=starts_on)
    Event.record(PERSON_APPOINTED, about=appointment.reference, by=by, counts_for=person, at=at, details={"role": role})
    return appointment


@transaction.atomic
def end_appointment(*, appointment: Appointment, ends_on: date, by: Person | None, at: datetime) -> Appointment:
    """End it with `ends_on` as its last day. Raises NotAllowed."""
    check_administrator(by, at)
    appointment = Appointment.objects.select_for_update().get(pk=appointment.pk)
    rules.check_can_end(appointment.starts_on, ends_on)
    appointment.ends_on = ends_on
    appointment.save(update_fields=["ends_on"])
    Event.record(APPOINTMENT_ENDED, about=appointment.reference, by=by, counts_for=appointment.person, at=at)
    return appointment


def check_administrator(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` is the administrator on that day, or the portal itself."""
    if by is not None:
        rules.check_can_appoint(by.standing_on(localdate(at)))
