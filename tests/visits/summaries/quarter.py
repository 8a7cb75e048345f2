"""Visits of July to September 2026, and people who issue and read what they found."""

from datetime import UTC, date, datetime

from corpparent.periods import Period
from members.models import Person
from members.roles import DEMOCRATIC_SERVICES_OFFICER
from tests.factories.members import AppointmentFactory
from tests.factories.visits import HomeFactory, PointFactory, RotaSlotFactory, VisitFactory
from visits import services
from visits.models import Home, RotaSlot, Visit, VisitSummary

QUARTER = Period.parse("2026-27-Q2")
AT = datetime(2026, 10, 5, 10, tzinfo=UTC)
WORDS = "They baked a cake for Sam’s birthday."


def visited(home: Home, on: date = date(2026, 7, 3), **fields) -> Visit:
    sent = datetime(on.year, on.month, on.day, 20, tzinfo=UTC)
    said = {"judgement_reason": WORDS, "celebrate": WORDS, "change_first": WORDS}
    return VisitFactory(sent=True, home=home, visited_on=on, **{"submitted_at": sent, **said, **fields})


def passed_on(home: Home, on: date = date(2026, 7, 3), **fields) -> Visit:
    at = datetime(2026, 7, 3, 21, tzinfo=UTC)
    return visited(home, on, is_passed_on=True, passed_on_to="The front door", passed_on_at=at, **fields)


def wanted(home: Home, status: str = "open", due_on: date = date(2026, 9, 30), **fields) -> RotaSlot:
    return RotaSlotFactory(home=home, starts_on=date(2026, 7, 1), due_on=due_on, status=status, **fields)


def homes(number: int) -> list[Home]:
    return [HomeFactory(alias=f"Juniper {n}", urn=f"SC7{n:05}") for n in range(number)]


def visited_with_points(number: int, theme: str = "health") -> list[Visit]:
    """A visit to each of so many homes, with one point."""
    made = [visited(home) for home in homes(number)]
    for visit in made:
        PointFactory(visit=visit, theme=theme, title=WORDS, saw=WORDS)
    return made


def issuer() -> Person:
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person


def issued(by: Person | None = None) -> VisitSummary:
    return services.issue_summary(quarter=QUARTER.code, by=by or issuer(), at=AT)
