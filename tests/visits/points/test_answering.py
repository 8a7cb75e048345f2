"""Answers that are due: the home is reminded, those above it are told when they are late. Each once."""

from datetime import UTC, date, datetime

import pytest

from corpparent.models import Event, Notice
from tests.factories.members import AppointmentFactory
from tests.factories.visits import HomePostFactory, PointFactory, ResponseFactory, VisitFactory
from visits import services

pytestmark = pytest.mark.django_db


def at(day):
    return datetime(2026, 9, day, 9, tzinfo=UTC)


def told(matter):
    return {notice.person_id for notice in Notice.objects.filter(matter__startswith=f"{matter}:")}


@pytest.fixture
def visit():
    """Its home answers by Thursday 17 September."""
    return VisitFactory(sent=True, answer_by=date(2026, 9, 17))


@pytest.fixture
def people(visit):
    manager = HomePostFactory(home=visit.home, appointment__role__slug="home-manager").appointment.person
    responsible = HomePostFactory(home=visit.home, appointment__role__slug="responsible-individual").appointment.person
    leading = [AppointmentFactory(role__slug=slug).person for slug in ("lead-member", "director-of-childrens-services")]
    return [person.public_id for person in (manager, responsible, *leading)]


def test_reminded_then_told_above_each_once(visit, people):
    manager, responsible, *leading = people
    PointFactory(visit=visit)
    assert services.sweep_answers(at(13)) == 0
    assert [services.sweep_answers(at(14)) for _ in range(2)] == [1, 0]
    assert told("answers-due") == {manager, responsible}
    assert services.sweep_answers(at(17)) == 0
    assert [services.sweep_answers(at(18)) for _ in range(2)] == [1, 0]
    assert told("answers-late") == {responsible}
    assert services.sweep_answers(at(23)) == 0  # four working days late
    assert [services.sweep_answers(at(24)) for _ in range(2)] == [1, 0]
    assert told("answers-stay-late") == set(leading)
    assert Event.objects.filter(type="answers-late").count() == 1


def test_nobody_is_told_of_what_is_answered(visit, people):
    ResponseFactory(point=PointFactory(visit=visit))
    assert services.sweep_answers(at(30)) == 0
    assert not Notice.objects.exists()
