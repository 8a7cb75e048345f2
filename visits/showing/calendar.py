"""A calendar of visits as calendars read it. Source: RFC 5545.

An entry says “Visit” and no more: calendars are synchronised to telephones and shared with families.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from visits.models import RotaSlot, Turn

LONGEST = 75  # octets of a line, without its end


def calendar_of(turns: Iterable[Turn]) -> str:
    """One entry a visit: on the day its visitors chose, or on the last day by which it is due."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Corpparent//Visits//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", "X-WR-CALNAME:Visits", "REFRESH-INTERVAL;VALUE=DURATION:PT12H"]
    for turn in turns:
        lines += entry(turn.slot)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def entry(slot: RotaSlot) -> Iterator[str]:
    """The UID stays the same while the day changes; `version` says which is newer."""
    on = slot.planned_on or slot.due_on
    yield "BEGIN:VEVENT"
    yield f"UID:{slot.public_id}@visits.corpparent"
    yield f"DTSTAMP:{stamp(slot.added_at)}"
    yield f"SEQUENCE:{slot.version}"
    yield f"DTSTART;VALUE=DATE:{compact(on)}"
    yield f"DTEND;VALUE=DATE:{compact(on + timedelta(days=1))}"
    yield "SUMMARY:Visit"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def compact(on: date) -> str:
    return f"{on:%Y%m%d}"


def stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def folded(line: str) -> str:
    """In lines of 75 octets at most, the further ones begun with a space, no letter torn apart."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST - bool(parts):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])
