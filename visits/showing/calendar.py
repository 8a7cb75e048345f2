"""A calendar of visits as calendars read it. Source: RFC 5545.

An entry says “Visit” and no more: calendars are synchronised to telephones and shared with families.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from corpparent.calendars import calendar, compact, stamp
from visits.models import RotaSlot, Turn


def calendar_of(turns: Iterable[Turn]) -> str:
    """One entry a visit: on the day its visitors chose, or on the last day by which it is due."""
    return calendar("Visits", [line for turn in turns for line in entry(turn.slot)], name="Visits")


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
