"""Visits arranged, for tests of the rota."""

from datetime import UTC, date, datetime

from members.models import Person
from members.roles import DEMOCRATIC_SERVICES_OFFICER
from tests.factories.members import AppointmentFactory
from tests.visits.cleared import visitor
from visits import services
from visits.models import RotaSlot, Turn

AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def arranger() -> Person:
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person


def offered(slot: RotaSlot, *, part: str = "lead", person: Person | None = None, at: datetime = AT) -> Turn:
    return services.offer_turn(slot=slot, person=person or visitor(), part=part, by=None, at=at)


def taken(slot: RotaSlot, *, part: str = "lead", person: Person | None = None, at: datetime = AT) -> Turn:
    turn = offered(slot, part=part, person=person, at=at)
    return services.take_turn(turn=turn, by=turn.person, at=at)


def day(on: date, name: str) -> dict[str, int]:
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}
