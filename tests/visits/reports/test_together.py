"""Fifty presses of one button: one visit, one event, one note."""

import uuid

import pytest

from corpparent.models import Event, Notice
from tests.factories.members import CouncilFactory
from tests.factories.visits import HomePostFactory, RotaSlotFactory, TurnFactory
from tests.together import together
from tests.visits.cleared import visitor
from tests.visits.rota.arranged import AT
from visits import services
from visits.models import RotaSlot, Turn, Visit, VisitVersion
from visits.questions import parts

pytestmark = pytest.mark.django_db(transaction=True)

PRESSES = 50
NEEDED = {
    one.slug: one.choices[0] if one.choices else "2" for part in parts().values() for one in part.asked if one.needed
}


@pytest.fixture
def lead():
    CouncilFactory()
    return visitor()


@pytest.fixture
def slot(lead):
    taken = RotaSlotFactory(status=RotaSlot.Status.TAKEN, alone_because="The other is ill.")
    TurnFactory(slot=taken, person=lead, status=Turn.Status.TAKEN)
    HomePostFactory(home=taken.home, appointment__role__slug="home-manager")
    return taken


def test_opened_by_fifty_presses_is_one_draft(slot, lead):
    together(PRESSES, lambda: services.start_visit(slot=slot, key=uuid.uuid4(), by=lead, at=AT))
    assert Visit.objects.filter(slot=slot).count() == Event.objects.filter(type="visit-started").count() == 1


def test_sent_by_fifty_presses_is_sent_once(slot, lead):
    visit = services.start_visit(slot=slot, key=uuid.uuid4(), by=lead, at=AT)
    given = {"visited_on": AT.date(), "judgement": "yes", "judgement_reason": "Warm and lively."}
    services.save_part(visit=visit, answers=NEEDED, version=1, by=lead, at=AT, **given)
    together(PRESSES, lambda: services.send_visit(visit=visit, by=lead, at=AT))
    assert Event.objects.filter(type="visit-submitted").count() == 1
    assert Notice.objects.count() == VisitVersion.objects.count() == 1
