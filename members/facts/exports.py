"""The register: everybody, every body, every appointment, as plain rows for any form of export."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from members.models import Appointment, Body, Council, Person


class PersonRow(NamedTuple):
    id: UUID
    name: str
    email: str


class BodyRow(NamedTuple):
    id: UUID
    name: str
    kind: str
    regime: str
    reports_to: UUID | None
    starts_on: date
    ends_on: date | None


class AppointmentRow(NamedTuple):
    """`body` is None for a role that is held in the council itself; both days are counted."""

    id: UUID
    person: UUID
    role: str
    level: str
    body: UUID | None
    place: str
    ward: str
    party: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Register:
    council: Council
    people: list[PersonRow]
    bodies: list[BodyRow]
    appointments: list[AppointmentRow]


def register(*, has_emails: bool) -> Register:
    """Everything as it is now. Four queries, whatever the numbers."""
    return Register(Council.current(), people(has_emails=has_emails), bodies(), appointments())


def people(*, has_emails: bool) -> list[PersonRow]:
    rows = Person.objects.order_by("name", "pk").values_list("public_id", "name", "email")
    return [PersonRow(id, name, email if has_emails else "") for id, name, email in rows]


def bodies() -> list[BodyRow]:
    rows = Body.objects.select_related("reports_to").order_by("name", "pk")
    return [
        BodyRow(
            body.public_id,
            body.name,
            body.get_kind_display(),
            body.get_regime_display(),
            body.reports_to.public_id if body.reports_to else None,
            body.starts_on,
            body.ends_on,
        )
        for body in rows
    ]


def appointments() -> list[AppointmentRow]:
    rows = Appointment.objects.select_related("person", "role", "body").order_by("person__name", "starts_on", "pk")
    return [
        AppointmentRow(
            one.public_id,
            one.person.public_id,
            one.role.name,
            one.get_level_display(),
            one.body.public_id if one.body else None,
            one.get_place_display(),
            one.ward,
            one.party,
            one.starts_on,
            one.ends_on,
        )
        for one in rows
    ]
