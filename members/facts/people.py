"""What a person's page says: what they hold, held and are to hold, and today's level with its reason."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from members.models import Appointment, Level, Person
from members.words import say


def appointments_of(person: Person, on: date) -> dict[str, list[dict[str, Any]]]:
    """Rows of all appointments by `now`, `coming` and `past`, the latest first within each. One query."""
    rows: dict[str, list[dict[str, Any]]] = {"now": [], "coming": [], "past": []}
    for one in person.appointments.select_related("role", "body"):
        rows[when(one, on)].append(row_of(one))
    return rows


def when(one: Appointment, on: date) -> str:
    if one.starts_on > on:
        return "coming"
    return "past" if one.ends_on and one.ends_on < on else "now"


def row_of(one: Appointment) -> dict[str, Any]:
    """One appointment as its row shows it."""
    return {
        "public_id": one.public_id,
        "role": say(one.role.name),
        "level": one.level,
        "level_name": one.get_level_display() if one.level else "",
        "place": one.get_place_display() if one.place else "",
        "body": one.body.name if one.body else "",
        "body_url": reverse("members:body-detail", args=[one.body.slug]) if one.body else "",
        "elected": elected(one.ward, one.party),
        "term": term(one),
        "change_url": reverse("members:appointment-update", args=[one.public_id]),
        "end_url": reverse("members:appointment-end", args=[one.public_id]),
    }


def elected(ward: str, party: str) -> str:
    """ "Birchwood ward, Green"; empty for who was not elected."""
    return ", ".join(words for words in (ward and f"{ward} ward", party) if words)


def term(one: Appointment) -> str:
    """ "From 5 May 2023 to 4 May 2027: the term ended"."""
    words = f"From {one.starts_on:%-d %B %Y}"
    if one.ends_on:
        words += f" to {one.ends_on:%-d %B %Y}"
    return f"{words}: {one.get_ended_because_display().lower()}" if one.ended_because else words


def level_said(now: Iterable[dict[str, Any]]) -> str:
    """Today's level and why, from the rows of today: the highest of the appointments counts."""
    rows = list(now)
    if not rows:
        return "No appointment today, so no way into the portal."
    highest = max(row["level"] for row in rows)
    if not highest:
        return say("No level of corporate parent: these appointments are about running the portal.")
    roles = [row["role"] for row in rows if row["level"] == highest]
    said = say(f"{Level(highest).label} corporate parent")
    return f"{said} today, as {' and '.join(dict.fromkeys(roles))}."
