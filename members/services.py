"""Every write that means something about people.

`by=None` is the portal itself, setting up an installation from the command line, where nobody is signed in yet.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members import rules
from members.events import APPOINTMENT_ENDED, COUNCIL_SET_UP, PERSON_ADDED, PERSON_APPOINTED
from members.models import Appointment, Council, Person, Role
from members.roles import BUILT_IN


def sync_roles() -> None:
    """Make the built-in roles that are missing. Run after every migrate; changes none that exists."""
    for slug, (name, level) in BUILT_IN.items():
        Role.objects.get_or_create(slug=slug, defaults={"name": name, "level": level})


@transaction.atomic
def set_up_council(*, by: Person | None, at: datetime, **fields: object) -> Council:
    """Write the one council row. Raises ValidationError naming the field."""
    council = Council.objects.select_for_update().filter(pk=1).first() or Council(pk=1)
    for name, value in fields.items():
        setattr(council, name, value)
    council.full_clean(validate_constraints=False)
    council.save()
    Event.record(COUNCIL_SET_UP, about=council.reference, by=by, at=at)
    return council


@transaction.atomic
def add_person(*, name: str, known_as: str, email: str, by: Person | None, at: datetime) -> Person:
    """Add a person without a password; they choose one by the link on the sign-in page. Raises ValidationError."""
    _check_administrator(by, at)
    person = Person(name=name, known_as=known_as, email=email.lower())
    person.set_unusable_password()
    person.full_clean()
    person.save()
    Event.record(PERSON_ADDED, about=person.reference, by=by, counts_for=person, at=at)
    return person


@transaction.atomic
def appoint(*, person: Person, role: str, starts_on: date, by: Person | None, at: datetime) -> Appointment:
    """Appoint `person` to the role with slug `role` from `starts_on`. Raises NotAllowed, Role.DoesNotExist."""
    _check_administrator(by, at)
    appointment = Appointment.objects.create(person=person, role=Role.objects.get(slug=role), starts_on=starts_on)
    Event.record(PERSON_APPOINTED, about=appointment.reference, by=by, counts_for=person, at=at, details={"role": role})
    return appointment


@transaction.atomic
def end_appointment(*, appointment: Appointment, ends_on: date, by: Person | None, at: datetime) -> Appointment:
    """End it with `ends_on` as its last day. Raises NotAllowed."""
    _check_administrator(by, at)
    appointment = Appointment.objects.select_for_update().get(pk=appointment.pk)
    rules.check_can_end(appointment.starts_on, ends_on)
    appointment.ends_on = ends_on
    appointment.save(update_fields=["ends_on"])
    Event.record(APPOINTMENT_ENDED, about=appointment.reference, by=by, counts_for=appointment.person, at=at)
    return appointment


def _check_administrator(by: Person | None, at: datetime) -> None:
    if by is not None:
        rules.check_can_appoint(by.standing_on(localdate(at)))
