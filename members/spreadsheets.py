"""The register as tables: what stands in each column, for CSV and workbooks."""

from collections.abc import Iterable

from corpparent.exports import Sheet
from members.facts.exports import AppointmentRow, Register

PEOPLE = ["id", "name", "email"]
BODIES = ["id", "name", "kind", "regime", "reports to", "first day", "last day"]
MEMBERSHIPS = [
    "id",
    "person",
    "person id",
    "role",
    "level",
    "body",
    "body id",
    "place",
    "ward",
    "party",
    "first day",
    "last day",
]

Cells = list[object]


def sheets(register: Register) -> dict[str, Sheet]:
    """people, bodies and memberships by name. Days are days; what is not there is empty."""
    names = {person.id: person.name for person in register.people}
    bodies = {body.id: body.name for body in register.bodies}
    return {
        "people": Sheet("People", PEOPLE, [[str(one.id), one.name, one.email] for one in register.people]),
        "bodies": Sheet("Bodies", BODIES, body_rows(register, bodies)),
        "memberships": Sheet("Memberships", MEMBERSHIPS, [row_of(one, names, bodies) for one in register.appointments]),
    }


def body_rows(register: Register, bodies: dict) -> Iterable[Cells]:
    return [
        [str(one.id), one.name, one.kind, one.regime, bodies.get(one.reports_to, ""), one.starts_on, one.ends_on]
        for one in register.bodies
    ]


def row_of(one: AppointmentRow, names: dict, bodies: dict) -> Cells:
    return [
        str(one.id),
        names[one.person],
        str(one.person),
        one.role,
        one.level,
        bodies.get(one.body, ""),
        str(one.body or ""),
        one.place,
        one.ward,
        one.party,
        one.starts_on,
        one.ends_on,
    ]
