"""Two people, or eight presses, at one visit at the same moment."""

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from tests.factories.members import CouncilFactory
from tests.factories.visits import RotaSlotFactory, TurnFactory
from tests.together import together
from tests.visits.cleared import visitor
from tests.visits.rota.arranged import AT, arranger
from visits import services
from visits.models import RotaSlot, Turn

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def slot():
    CouncilFactory()
    return RotaSlotFactory()


def count(kind):
    return Event.objects.filter(type=kind).count()


def test_one_part_offered_to_two_at_once(slot):
    by, people = arranger(), [visitor(), visitor()]
    left = list(people)

    def offer():
        person = left.pop()
        try:
            services.offer_turn(slot=slot, person=person, part="lead", by=by, at=AT)
        except ValidationError as refused:
            return refused.messages[0]
        return ""

    said = together(2, offer)
    assert said.count("") == Turn.objects.count() == count("turn-offered") == 1
    assert "has this part already." in max(said)


def test_taken_by_eight_presses_is_asked_once(slot):
    person = visitor()
    turn = TurnFactory(slot=slot, person=person)
    together(8, lambda: services.take_turn(turn=turn, by=person, at=AT))
    assert count("turn-taken") == count("visit-due") == 1


def test_swept_by_eight_at_once_lapses_once(slot):
    arranger()
    TurnFactory(slot=slot, offered_at=AT.replace(month=8))
    together(8, lambda: services.sweep_rota(AT))
    assert count("turn-lapsed") == Notice.objects.count() == 1


def test_cancelled_while_it_is_taken_leaves_nobody_asked(slot):
    by, person = arranger(), visitor()
    turn = TurnFactory(slot=slot, person=person)
    deeds = [
        lambda: services.take_turn(turn=turn, by=person, at=AT),
        lambda: services.cancel_slot(slot=slot, by=by, at=AT),
    ]

    def do():
        try:
            deeds.pop()()
        except NotAllowed:  # whoever came second is told that it is over
            return False
        return True

    together(2, do)
    assert RotaSlot.objects.get().status == "cancelled"
    assert count("visit-due") == count("visit-released")
