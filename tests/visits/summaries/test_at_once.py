"""Many presses and sweeps at once: issued once, asked once, read once."""

import pytest

from corpparent.models import Event, Notice
from tests.factories.members import AppointmentFactory, CouncilFactory
from tests.together import together
from tests.visits.summaries.quarter import AT, QUARTER, issued, issuer, visited_with_points
from visits import services
from visits.models import SummaryReader, VisitSummary

pytestmark = pytest.mark.django_db(transaction=True)

PRESSES = 20


@pytest.fixture(autouse=True)
def made():
    CouncilFactory()
    return visited_with_points(3)


def count(type_):
    return Event.objects.filter(type=type_).count()


def test_issued_by_many_presses_of_two_people_is_issued_once():
    officers = [issuer(), issuer()] * (PRESSES // 2)
    together(PRESSES, lambda: services.issue_summary(quarter=QUARTER.code, by=officers.pop(), at=AT))
    assert VisitSummary.objects.count() == count("visits-summary-frozen") == 1


def test_asked_by_sweeps_at_once_is_asked_once():
    issued()
    for _ in range(3):
        AppointmentFactory()
    together(PRESSES, lambda: services.sweep_summaries(AT))
    assert SummaryReader.objects.count() == count("visits-summary-issued") == Notice.objects.count() == 3


def test_read_by_many_presses_before_the_sweep_is_asked_and_read_once():
    summary, person = issued(), AppointmentFactory().person
    together(PRESSES, lambda: services.read_summary(summary=summary, by=person, at=AT))
    assert count("visits-summary-issued") == count("visits-summary-read") == 1
