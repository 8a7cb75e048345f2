"""People by duties on one day: what the council looks at to see where something is missing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.urls import reverse

from members.duties import Definition, Line, Setting, State, recorded_types
from members.duties.telling import TAGS, briefly
from members.facts.ledger import Ledger, ledgers
from members.models import Appointment, Level
from members.words import say

LATE, DUE, CLEAR = "late", "due", "clear"


@dataclass
class Someone:
    """A person with an appointment on the day: `level` is the highest they hold."""

    public_id: UUID
    name: str
    level: int = 0
    roles: dict[str, str] = field(default_factory=dict)  # slug -> name
    bodies: set[str] = field(default_factory=set)  # slugs

    @property
    def second(self) -> str:
        return ", ".join(self.roles.values())


def people_on(on: date, *, role: str = "", body: str = "", level: int | None = None) -> list[Someone]:
    """The corporate parents of `on` by name, cut to a role, a body (slugs) or a level. One query."""
    held = Appointment.objects.current(on).order_by("person__name", "person_id", "-level")
    columns = ("person__public_id", "person__name", "level", "role__slug", "role__name", "body__slug")
    found: dict[UUID, Someone] = {}
    for public_id, name, of, slug, title, sits_in in held.values_list(*columns):
        one = found.setdefault(public_id, Someone(public_id, name))
        one.level = max(one.level, of)
        one.roles[slug] = say(title)
        one.bodies |= {sits_in} - {None}
    people = [one for one in found.values() if one.level]
    if role:
        people = [one for one in people if role in one.roles]
    if body:
        people = [one for one in people if body in one.bodies]
    return people if level is None else [one for one in people if one.level == level]


def lines_on(on: date, people: Iterable[Someone], settings: list[Setting]) -> Ledger:
    """The ledger of `people` on `on`. Two queries."""
    return ledgers({one.public_id: on for one in people}, settings)


def in_state(people: Iterable[Someone], found: Ledger, state: str) -> list[Someone]:
    """Of `people` those with something late, something due, or nothing that waits, by the ledger `found`."""
    return [one for one in people if is_in(found[one.public_id], state)]


def is_in(lines: Sequence[Line], state: str) -> bool:
    states = {line.state for line in lines}
    if state == CLEAR:
        return not states & {State.DUE, State.OVERDUE}
    return (State.OVERDUE if state == LATE else State.DUE) in states


def columns_of(settings: Iterable[Setting]) -> tuple[list[Definition], list[Definition]]:
    """The duties that this installation can record at least in part, and those that it cannot yet."""
    recorded = recorded_types()
    asked = [setting.definition for setting in settings]
    seen = [one for one in asked if any(proof.needed <= recorded for proof in one.proofs)]
    return seen, [one for one in asked if one not in seen]


def rows_of(people: Iterable[Someone], found: Ledger, columns: Collection[Definition]) -> list[dict]:
    """Each person with a cell for every duty of `columns`."""
    return [
        {
            "name": one.name,
            "second": one.second,
            "url": reverse("members:statement-detail", args=[one.public_id]),
            "cells": list(cells_of(found[one.public_id], columns)),
        }
        for one in people
    ]


def cells_of(lines: Iterable[Line], columns: Iterable[Definition]) -> Iterator[dict[str, str]]:
    """The look, the word and the day of each duty; nothing for one that is not owed."""
    by_code = {line.definition.code: line for line in lines}
    for column in columns:
        line = by_code.get(column.code)
        status, tag = TAGS[line.state] if line else ("", "")
        yield {"status": status, "tag": tag, "when": briefly(line) if line else ""}


def table_of(people: Iterable[Someone], found: Ledger, settings: Sequence[Setting]) -> Iterator[list[str]]:
    """The matrix for a spreadsheet: first its head, then a row a person, every duty that is asked."""
    asked = [setting.definition for setting in settings]
    yield ["Person", "Level", "Roles", *(f"{one.code} {one.title}" for one in asked)]
    for one in people:
        cells = cells_of(found[one.public_id], asked)
        said = (f"{cell['tag'] or 'Not owed'} {cell['when']}".strip() for cell in cells)
        yield [one.name, Level(one.level).label, one.second, *said]
