"""Fifty equal arrivals of one report at once: one draft, one report, one event each, one note."""

import uuid

import pytest

from corpparent.models import Event, Notice
from tests.factories.members import CouncilFactory
from tests.factories.visits import HomePostFactory, RotaSlotFactory, TurnFactory
from tests.together import together
from tests.visits.cleared import visitor
from tests.visits.reports.test_services import NEEDED
from tests.visits.rota.arranged import AT
from visits import services
from visits.models import Point, RotaSlot, Turn, Visit, VisitVersion

pytestmark = pytest.mark.django_db(transaction=True)

PRESSES = 50


@pytest.fixture
def slot():
    CouncilFactory()
    taken = RotaSlotFactory(status=RotaSlot.Status.TAKEN, alone_because="The other is ill.")
    TurnFactory(slot=taken, person=visitor(), status=Turn.Status.TAKEN)
    HomePostFactory(home=taken.home, appointment__role__slug="home-manager")
    return taken


def test_fifty_arrivals_at_once_are_one_report(slot):
    lead = slot.turns.get().person
    columns = {"visited_on": AT.date(), "judgement": "yes", "judgement_reason": "Warm and lively."}
    point = {"title": "Gate", "saw": "It does not shut.", "theme": "safety", "severity": "soon"}
    written = services.Written(uuid.uuid4(), 0, NEEDED, columns, [point])

    def arrive():
        visit = services.take_in(slot=slot, written=written, by=lead, at=AT)
        services.send_visit(visit=visit, by=lead, at=AT)

    together(PRESSES, arrive)
    assert Visit.objects.filter(slot=slot).count() == Point.objects.count() == VisitVersion.objects.count() == 1
    for kind in ("visit-started", "visit-submitted"):
        assert Event.objects.filter(type=kind).count() == 1
    assert Notice.objects.count() == 1
