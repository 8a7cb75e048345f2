"""T5: whoever took a visit owes its report, until it is given back, cancelled or not made."""

import pytest

from tests.factories.visits import RotaSlotFactory
from tests.members.duties.deeds import on, state
from tests.visits.cleared import visitor
from tests.visits.rota.arranged import arranger, taken
from visits import services

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def turn():
    """Taken ten days ago, due in twenty."""
    slot = RotaSlotFactory(starts_on=on(-10).date(), due_on=on(20).date())
    person = visitor(trained_on=on(-60).date())
    person.visits_watched.update(visited_on=on(-40).date())
    return taken(slot, person=person, at=on(-10))


def test_owed_until_the_report_is_late(turn):
    assert [state(turn.person, "T5", days) for days in (0, 27, 28)] == ["due", "due", "overdue"]


@pytest.mark.parametrize("deed", ["give-back", "cancel", "not-made"])
def test_owed_no_more(turn, deed):
    if deed == "give-back":
        services.give_back_turn(turn=turn, by=turn.person, at=on(-1))
    elif deed == "cancel":
        services.cancel_slot(slot=turn.slot, by=arranger(), at=on(-1))
    else:
        services.record_not_made(slot=turn.slot, because="infection", by=turn.person, at=on(-1))
    assert state(turn.person, "T5") == "not-asked"
