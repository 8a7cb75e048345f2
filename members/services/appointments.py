"""Roles and appointments: the only source of anybody's powers.

`by=None` is the portal itself, setting up an installation from the command line, where nobody is signed in yet.
Locks are taken in one order: the person, the role, the body, the appointment.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members.events import APPOINTMENT_CHANGED, APPOINTMENT_ENDED, PERSON_APPOINTED
from members.models import Appointment, Body, Person, Role
from members.names import tidy
from members.roles import ADMINISTRATOR, BUILT_IN, OFFICES
from members.rules import appointments as rules
from members.services.administrators import check_administrator, check_administrator_stays

CHANGEABLE = ["starts_on", "ends_on", "level", "body", "place", "ward", "party"]


def sync_roles() -> None:
    """Make the built-in roles that are missing. Run after every migrate; changes none that exists."""
    for slug, (name, level) in BUILT_IN.items():
        Role.objects.get_or_create(slug=slug, defaults={"name": name, "level": level})


@transaction.atomic
def appoint(
    *,
    person: Person,
    role: str,
    starts_on: date,
    by: Person | None,
    at: datetime,
    ends_on: date | None = None,
    level: int | None = None,
    body: Body | None = None,
    place: str = "",
    ward: str = "",
    party: str = "",
) -> Appointment:
    """Appoint `person` to the role with slug `role`, both days counted; the level is the role's unless one is given.

    The same again changes nothing. Raises NotAllowed, ValidationError, Role.DoesNotExist.
    """
    check_administrator(by, at)
    held = Role.objects.get(slug=role)
    wanted = Appointment(
        person=person,
        role=held,
        level=held.level if level is None else level,
        body=body,
        place=place,
        ward=tidy(ward),
        party=tidy(party),
        starts_on=starts_on,
        ends_on=ends_on,
    )
    lock_around(wanted)
    if there := the_same(wanted):
        return there
    check_may_stand(wanted, localdate(at))
    wanted.save()
    details = {"role": role} | ({"body": str(body.public_id)} if body else {})
    Event.record(PERSON_APPOINTED, about=wanted.reference, by=by, counts_for=person, at=at, details=details)
    return wanted


@transaction.atomic
def change_appointment(
    *, appointment: Appointment, version: int, by: Person | None, at: datetime, **fields: Any
) -> Appointment:
    """Correct the fields given (CHANGEABLE); role and person stay, as another role is another appointment.

    What is so already changes nothing. Raises NotAllowed, ValidationError, Stale.
    """
    check_administrator(by, at)
    lock_around(appointment, fields.get("body"))
    appointment = locked(appointment)
    changed = [name for name in CHANGEABLE if name in fields and getattr(appointment, name) != fields[name]]
    if not changed:
        return appointment
    check_version(appointment, version)
    starts_on, ends_on = fields.get("starts_on", appointment.starts_on), fields.get("ends_on", appointment.ends_on)
    rules.check_term(starts_on, ends_on, localdate(at))
    check_administrator_stays(appointment, starts_on, ends_on, by, at)
    for name in changed:
        setattr(appointment, name, fields[name])
    appointment.ended_because = appointment.ended_because if appointment.ends_on else ""
    check_may_stand(appointment, localdate(at))
    appointment.version += 1
    appointment.save()
    about, person = appointment.reference, appointment.person
    Event.record(APPOINTMENT_CHANGED, about=about, by=by, counts_for=person, at=at, details={"changed": changed})
    return appointment


@transaction.atomic
def end_appointment(
    *, appointment: Appointment, ends_on: date, by: Person | None, at: datetime, because: str = ""
) -> Appointment:
    """End it with `ends_on` as its last day, which may be to come; `because` is one of Appointment.Ended.

    The same again changes nothing. Raises NotAllowed, ValidationError.
    """
    check_administrator(by, at)
    lock_around(appointment)
    appointment = locked(appointment)
    if (appointment.ends_on, appointment.ended_because) == (ends_on, because):
        return appointment
    rules.check_end(appointment, ends_on)
    rules.check_term(appointment.starts_on, ends_on, localdate(at))
    check_administrator_stays(appointment, appointment.starts_on, ends_on, by, at)
    appointment.ends_on, appointment.ended_because = ends_on, because
    appointment.clean_fields(exclude=["person", "role", "body"])
    appointment.version += 1
    appointment.save(update_fields=["ends_on", "ended_because", "version"])
    person = appointment.person
    details = {"role": appointment.role.slug}
    Event.record(APPOINTMENT_ENDED, about=appointment.reference, by=by, counts_for=person, at=at, details=details)
    return appointment


def lock_around(appointment: Appointment, other_body: Body | None = None) -> None:
    """Lock the rows on which two appointments made at once could disagree."""
    Person.objects.select_for_update(no_key=True).get(pk=appointment.person_id)
    if appointment.role.slug in [*OFFICES, ADMINISTRATOR]:
        Role.objects.select_for_update(no_key=True).get(pk=appointment.role_id)
    bodies = {body.pk for body in (appointment.body, other_body) if body}
    list(Body.objects.select_for_update(no_key=True).filter(pk__in=bodies).order_by("pk"))


def locked(appointment: Appointment) -> Appointment:
    """The appointment as it stands now."""
    found = Appointment.objects.select_for_update(of=("self",)).select_related("person", "role", "body")
    return found.get(pk=appointment.pk)


def the_same(wanted: Appointment) -> Appointment | None:
    """The appointment that the same press made before: all is as wanted."""
    same = {name: getattr(wanted, name) for name in [*CHANGEABLE, "person", "role"]}
    return Appointment.objects.filter(**same).first()


def check_may_stand(wanted: Appointment, today: date) -> None:
    """Raise AppointmentRefused or ValidationError unless `wanted` may stand beside all others; rows are locked."""
    wanted.clean_fields(exclude=["person", "role", "body"])
    rules.check_term(wanted.starts_on, wanted.ends_on, today)
    rules.check_body(wanted.role, wanted.body, wanted.place)
    rules.check_councillors_fields(wanted.role, wanted.ward, wanted.party)
    others = Appointment.objects.overlapping(wanted.starts_on, wanted.ends_on).exclude(pk=wanted.pk)
    others = others.select_related("person", "role", "body").order_by("starts_on")
    rules.check_not_twice(others.filter(person=wanted.person, role=wanted.role, body=wanted.body).first())
    if wanted.role.slug in OFFICES:
        rules.check_office_is_free(others.filter(role=wanted.role).first())
    if wanted.body:
        body = Body.objects.get(pk=wanted.body.pk)  # as it is now that it is locked
        rules.check_body_in_being(body, wanted.starts_on, wanted.ends_on)
        if wanted.place in rules.ONE_EACH:
            rules.check_place_is_free(others.filter(body=body, place=wanted.place).first())
