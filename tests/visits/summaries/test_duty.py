"""U4, its visits part: due from the day somebody is asked to read the summary, green once they say that they have."""

from datetime import timedelta

import pytest

from members.duties import State
from tests.factories.members import AppointmentFactory
from tests.factories.visits import HomeFactory
from tests.members.duties.deeds import TODAY, line, on
from tests.visits.summaries.quarter import issuer, visited
from visits import services

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

QUARTER = "2025-26-Q2"  # the one before TODAY, 4 November 2025


@pytest.fixture
def parent():
    return AppointmentFactory(role__slug="councillor").person


@pytest.fixture
def summary(parent):
    """Issued, and asked of everybody, ten days ago."""
    for _ in range(3):
        visited(HomeFactory(), (TODAY - timedelta(days=60)).date())
    found = services.issue_summary(quarter=QUARTER, by=issuer(), at=on(-10))
    services.sweep_summaries(on(-10))
    return found


def visits_part(person, days=0):
    (part,) = [one for one in line(person, "U4", days).parts if one.proof.event == "visits-summary-read"]
    return part.state


def test_nothing_is_asked_before_there_is_a_summary(parent):
    assert visits_part(parent) is State.NOT_ASKED


def test_due_then_late_then_green(summary, parent):
    assert [visits_part(parent, days) for days in (-11, -10, 20, 21)] == [
        State.NOT_ASKED,
        State.DUE,
        State.DUE,
        State.OVERDUE,
    ]
    services.read_summary(summary=summary, by=parent, at=on(5))
    assert [visits_part(parent, days) for days in (4, 5, 21)] == [State.DUE, State.MET, State.MET]
    assert line(parent, "U4", 5).state is State.MET


def test_not_owed_for_one_that_was_issued_again(summary, parent):
    visited(HomeFactory(), (TODAY - timedelta(days=60)).date())
    newer = services.issue_again(summary=summary, because="A report came late.", by=issuer(), at=on(-1))
    services.sweep_summaries(on(-1))
    assert visits_part(parent, 25) is State.DUE  # thirty days from the newer one
    services.read_summary(summary=newer, by=parent, at=on(0))
    assert visits_part(parent, 40) is State.MET
