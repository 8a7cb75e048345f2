"""Everybody of the invented council and what they were appointed to, election by election, as the tables beside this
file have it: 60 councillors and those who sat before them, and some 40 officers and partners.
"""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from members import services
from members.invented.days import morning_of
from members.models import Appointment, Body, Person

FOLDER = Path(__file__).parent
HOST = "larchford.example"
ADMINISTRATOR = "joan"  # there before all others; the portal itself appoints her
CLERK, CHECKS_OFFICER = "delphine", "keiran"

# One for each way of using the portal: these can sign in.
ACTORS = [
    "amina",
    "peter",
    "ruth",
    "priya",
    "joan",
    "tomas",
    "marcus",
    "delphine",
    "keiran",
    "nia",
    "hannah",
    "oluchi",
    "martin",
]


@dataclass(frozen=True)
class Deed:
    """A row of appointments.csv on its first day, or on its last."""

    on: date
    is_beginning: bool
    row: dict[str, str]


def rows_of(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(newline="") as file:
        return list(csv.DictReader(file))


def email_of(who: str) -> str:
    return f"{who}@{HOST}"


def take_office() -> None:
    """Add everybody who is not there, and do for them what was done from day to day. Nobody else is touched."""
    there = set(Person.objects.values_list("email", flat=True))
    missing = {row["who"]: row for row in rows_of("people.csv") if email_of(row["who"]) not in there}
    bodies = {body.slug: body for body in Body.objects.all()}
    administrator = Person.objects.filter(email=email_of(ADMINISTRATOR)).first()
    people: dict[str, Person] = {}
    held: dict[int, Appointment] = {}
    for deed in deeds(missing):
        who, by, at = deed.row["who"], administrator or people.get(ADMINISTRATOR), morning_of(deed.on)
        if who not in people:
            people[who] = add(missing[who], by, at)
        if deed.is_beginning:
            held[id(deed.row)] = begin(people[who], deed.row, bodies.get(deed.row["body"]), by)
            continue
        services.end_appointment(
            appointment=held[id(deed.row)], ends_on=deed.on, because=deed.row["because"], by=by, at=at
        )


def deeds(missing: dict[str, dict[str, str]]) -> list[Deed]:
    """What was done for those `missing`, in the order of the days; for the administrator before all others."""
    rows = [row for row in rows_of("appointments.csv") if row["who"] in missing]
    found = [Deed(date.fromisoformat(row["starts_on"]), True, row) for row in rows]
    found += [Deed(date.fromisoformat(row["ends_on"]), False, row) for row in rows if row["ends_on"]]
    return sorted(found, key=lambda deed: (deed.row["who"] != ADMINISTRATOR, deed.on))


def add(row: dict[str, str], by: Person | None, at: datetime) -> Person:
    return services.add_person(name=row["name"], known_as=row["known_as"], email=email_of(row["who"]), by=by, at=at)


def begin(person: Person, row: dict[str, str], body: Body | None, by: Person | None) -> Appointment:
    starts_on = date.fromisoformat(row["starts_on"])
    return services.appoint(
        person=person,
        role=row["role"],
        starts_on=starts_on,
        body=body,
        place=row["place"],
        ward=row["ward"],
        party=row["party"],
        by=by,
        at=morning_of(starts_on),
    )
