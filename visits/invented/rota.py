"""Visits that were wanted of the invented homes: who was asked, who went, and what became of each."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from members.invented import ACTORS, email_of
from members.models import Person
from visits import services
from visits.facts.gate import gates_for
from visits.facts.rota import visiting_councillors
from visits.invented.people import CLERK, day, somebody
from visits.invented.reports import report
from visits.invented.scheme import WATCHES_FROM, ask_to_watch
from visits.models import Conflict, Home, RotaSlot, Turn
from visits.rules.gate import may_go

FILES = [Path(__file__).with_name(f"visits_{name}.toml") for name in ("over", "running")]
BEFORE = 35  # days before it is due that a visit may be made
ASKED, ADDED = BEFORE + 5, BEFORE + 25
# Days from today by which what is to come was added, asked of those who took it, and offered to those who have not.
ADDED_BY, ASKED_BY, OFFERED_BY = -20, -6, -2
CONFLICTED, WITH_HOME = "beatriz.casanueva", "Quince"
Part = Turn.Part


def declare() -> None:
    """One of them works where nobody should visit whom they work with."""
    person, home = somebody(CONFLICTED), Home.objects.get(alias=WITH_HOME)
    services.declare_conflict(person=person, home=home, reason=Conflict.Reason.WORK, at=day(-350))


def visit() -> None:
    """One after the other, so that the gate knows who went before."""
    is_watching_asked = False
    for row in rows():
        if row["due"] > WATCHES_FROM and not is_watching_asked:
            ask_to_watch()
            is_watching_asked = True
        take_further(want(row), row)
    services.sweep_answers(timezone.now())


def rows() -> list[dict[str, Any]]:
    return [row for file in FILES for row in tomllib.loads(file.read_text(encoding="utf-8"))["visits"]]


def want(row: dict[str, Any]) -> RotaSlot:
    due_on = day(row["due"]).date()
    return services.add_slot(
        home=Home.objects.get(alias=row["home"]),
        starts_on=due_on - timedelta(days=BEFORE),
        due_on=due_on,
        is_announced=row["due"] % 2 == 0,
        by=somebody(CLERK),
        at=day(min(row["due"] - ADDED, ADDED_BY)),
    )


def take_further(slot: RotaSlot, row: dict[str, Any]) -> None:
    """As far as its outcome says."""
    outcome = row.get("outcome", "sent")
    if outcome in ("taken", "offered", "draft", "sent"):
        ask(slot, row, outcome)
    if outcome == "not-made":
        services.record_not_made(slot=slot, because=row["because"], by=somebody(CLERK), at=day(row["due"] + 2))
    if "planned" in row:
        plan(slot, row)
    if outcome in ("draft", "sent"):
        report(slot, row)


def ask(slot: RotaSlot, row: dict[str, Any], outcome: str) -> None:
    """Offer the parts of it to those who may go, who say yes two days later, unless it is only offered."""
    at_day = min(row["due"] - ASKED, OFFERED_BY if outcome == "offered" else ASKED_BY)
    if row.get("first") == "given-back":
        person = who_may(slot, Part.LEAD, row, at_day)
        turn = take(offer(slot, person, Part.LEAD, at_day), at_day + 1)
        services.give_back_turn(turn=turn, by=person, at=day(at_day + 2))
        at_day += 3
    parts = [Part.LEAD] if "alone" in row else [Part.LEAD, Part.SECOND]
    for part in [*parts, Part.SHADOW] if "shadow" in row else parts:
        turn = offer(slot, who_may(slot, part, row, at_day), part, at_day)
        if outcome != "offered":
            take(turn, at_day + 2)
    if because := row.get("alone"):
        lead = slot.turns.get(part=Part.LEAD, status=Turn.Status.TAKEN).person
        services.go_alone(slot=slot, because=because, by=lead, at=day(row["visited"] - 1))


def offer(slot: RotaSlot, person: Person, part: str, at_day: int) -> Turn:
    return services.offer_turn(slot=slot, person=person, part=part, by=somebody(CLERK), at=day(at_day))


def take(turn: Turn, at_day: int) -> Turn:
    return services.take_turn(turn=turn, by=turn.person, at=day(at_day))


def who_may(slot: RotaSlot, part: str, row: dict[str, Any], at_day: int) -> Person:
    """Whoever is named, else who may go on all its days and had the fewest turns; none who can sign in."""
    if part in row:
        return somebody(row[part])
    there, actors = set(slot.turns.values_list("person", flat=True)), set(map(email_of, ACTORS))
    councillors = visiting_councillors(timezone.localdate())
    people = [one for one in councillors if one.pk not in there and one.email not in actors]
    numbers = (at_day, at_day + 2, row.get("visited", row.get("planned", row["due"])))
    for on in {max(slot.starts_on, day(number).date()) for number in numbers}:
        answers = gates_for(people, slot.home, part, on)
        people = [one for one in people if may_go(answers[one.pk])]
    return min(people, key=lambda one: (one.turns.count(), one.pk))


def plan(slot: RotaSlot, row: dict[str, Any]) -> None:
    slot.refresh_from_db()
    lead = slot.turns.get(part=Part.LEAD, status=Turn.Status.TAKEN).person
    on = day(row["planned"]).date()
    services.choose_day(slot=slot, planned_on=on, version=slot.version, by=lead, at=day(OFFERED_BY))
