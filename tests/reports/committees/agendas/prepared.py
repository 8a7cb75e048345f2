"""A committee's meeting with an agenda, the officer who prepares it, and the moment at which they do."""

from datetime import UTC, date, datetime

from reports.committees.models import AgendaItem
from tests.factories.committees import AgendaItemFactory, MeetingFactory
from tests.factories.members import AppointmentFactory

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a day before the last lawful one for 2 December
OPEN = {"kind": "report", "purpose": "note", "access": "open", "title": "How our children are doing"}
EXEMPT = {
    "kind": "report",
    "purpose": "decide",
    "access": "exempt",
    "title": "A home in Canary Lane",
    "public_title": "A property matter",
    "paragraphs": [3],
    "interest": "The price is being negotiated.",
    "review_on": date(2027, 11, 23),
}


def officer(role="democratic-services-officer"):
    return AppointmentFactory(role__slug=role).person


def committee_meeting(**fields):
    return MeetingFactory(**({"body__regime": "council-committee"} | fields))


def with_items(number, **fields):
    """A meeting with `number` open items called A, B, C …"""
    meeting = committee_meeting(**fields)
    for place in range(1, number + 1):
        AgendaItemFactory(meeting=meeting, number=place, title=chr(64 + place), published_at=meeting.published_at)
    return meeting


def titles(meeting):
    """By number, as “1 A”."""
    items = AgendaItem.objects.filter(meeting=meeting).order_by("number")
    return [f"{item.number} {item.title}" for item in items]


def item_called(meeting, title):
    return AgendaItem.objects.get(meeting=meeting, title=title)
