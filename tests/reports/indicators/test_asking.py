"""Duty C1: who is asked “so what?”, by the record; asked once, and taken back when it is over."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from corpparent.models import Event
from corpparent.periods import Period
from members import services as members
from members.duties import State
from members.facts.ledger import ledger
from reports.indicators import services
from reports.indicators.models import Indicator, Observation, Target
from reports.indicators.services.asking import ask_for_commentary
from tests.factories.indicators import NOW, OwnFactory, TargetFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2025-26")
ASKED = {"indicator": "dentist", "period": "2025-26-Q2"}


@pytest.fixture
def nurse():
    return AppointmentFactory(role__slug="designated-nurse").person


@pytest.fixture
def officer():
    return AppointmentFactory(role__slug="performance-officer").person


@pytest.fixture
def dentist():
    return Indicator.objects.current().get(code="dentist")


@pytest.fixture
def row(ours, dentist):
    """Our own count, 60%, wanted 85%; any year's beginning."""
    return OwnFactory(indicator=dentist, area=ours, value=Decimal(60))


@pytest.fixture
def asked(row, officer, nurse):
    """The target that is set, and by which the nurse is asked."""
    return set_target(row, officer, nurse)


def set_target(row, by, answerable, value=85, at=NOW):
    return services.set_target(
        indicator=row.indicator,
        period=YEAR,
        value=Decimal(value),
        tolerance=Decimal(5),
        answerable=answerable,
        by=by,
        at=at,
    )


def deeds(person):
    types = ["commentary-asked", "commentary-written", "commentary-released"]
    return list(
        Event.objects.filter(counts_for_id=person.public_id, type__in=types)
        .order_by("number")
        .values_list("type", flat=True)
    )


def line(person, day):
    return next(one for one in ledger([person.public_id], day)[person.public_id] if one.definition.code == "C1")


def test_target_that_is_missed_asks_once(row, asked, officer, nurse):
    event = Event.objects.get(type="commentary-asked")
    assert (event.actor_id, event.counts_for_id, event.details) == (None, nurse.public_id, ASKED)
    set_target(row, officer, nurse)
    set_target(row, officer, nurse, 90)
    ask_for_commentary(at=NOW)
    assert deeds(nurse) == ["commentary-asked"]


def test_duty_is_due_until_the_words_are_there(row, asked, nurse):
    day = NOW.date()
    assert line(nurse, day).due_on == day + timedelta(days=28)
    assert line(nurse, day + timedelta(days=29)).state is State.OVERDUE
    services.write_commentary(observation=row, text="A third practice begins.", by=nurse, at=NOW + timedelta(days=3))
    assert line(nurse, day + timedelta(days=29)).state is State.MET
    assert deeds(nurse) == ["commentary-asked", "commentary-written"]


def test_figure_on_target_asks_nobody(row, officer, nurse):
    set_target(row, officer, nurse, 60)
    assert deeds(nurse) == []


def test_figure_that_is_spoken_about_asks_nobody(row, officer, nurse):
    services.write_commentary(observation=row, text="A third practice begins.", by=officer, at=NOW)
    set_target(row, officer, nurse)
    assert deeds(nurse) == []


def test_hidden_figure_asks_nobody_who_may_not_see_it(row, officer, nurse):
    """To be asked would tell them that it is off its target."""
    Observation.objects.update(protection=Observation.Protection.HIDDEN)
    set_target(row, officer, nurse)
    assert deeds(nurse) == []
    set_target(row, officer, officer)
    assert deeds(officer) == ["commentary-asked"]


def test_older_figures_ask_nobody(row, dentist, ours, officer, nurse):
    OwnFactory(indicator=dentist, area=ours, period="2025-26-Q3", ends_on=date(2025, 12, 31), value=Decimal(95))
    set_target(row, officer, nurse)
    assert deeds(nurse) == []


@pytest.mark.parametrize("over", ["loosened", "removed", "another", "officer wrote", "handed over"])
def test_what_is_over_is_taken_back(row, asked, officer, nurse, over, administrator):
    if over == "loosened":
        set_target(row, officer, nurse, 60)
    elif over == "removed":
        services.remove_target(target=asked, by=officer, at=NOW)
    elif over == "another":
        set_target(row, officer, officer)
    elif over == "officer wrote":
        services.write_commentary(observation=row, text="A third practice begins.", by=officer, at=NOW)
    else:
        successor = AppointmentFactory(role__slug="named-nurse").person
        members.hand_over(person=nurse, successor=successor, by=administrator.person, at=NOW)
        assert deeds(successor) == ["commentary-asked"]
    assert deeds(nurse) == ["commentary-asked", "commentary-released"]
    assert line(nurse, NOW.date() + timedelta(days=60)).state is State.NOT_ASKED


def test_older_ask_stays_when_a_new_figure_comes(row, asked, dentist, ours, nurse):
    OwnFactory(indicator=dentist, area=ours, period="2025-26-Q3", ends_on=date(2025, 12, 31), value=Decimal(61))
    ask_for_commentary(at=NOW)
    assert deeds(nurse) == ["commentary-asked", "commentary-asked"]
    assert len(line(nurse, NOW.date()).parts[0].waiting) == 2


def test_corrected_figure_asks_anew_after_an_answer(row, asked, dentist, ours, nurse):
    services.write_commentary(observation=row, text="A third practice begins.", by=nurse, at=NOW)
    Observation.objects.filter(pk=row.pk).update(is_current=False)
    OwnFactory(indicator=dentist, area=ours, value=Decimal(55))
    ask_for_commentary(at=NOW + timedelta(days=1))
    assert deeds(nurse) == ["commentary-asked", "commentary-written", "commentary-asked"]


def test_asking_costs_the_same_for_many_figures(ours, nurse, officer, django_assert_num_queries):
    for indicator in Indicator.objects.current()[:12]:
        TargetFactory(indicator=indicator, answerable=nurse, value=Decimal(60))
        for quarter in (1, 2):
            OwnFactory(indicator=indicator, area=ours, period=f"2025-26-Q{quarter}", value=Decimal(60))
    with django_assert_num_queries(9):
        ask_for_commentary(at=NOW)
    assert Target.objects.count() == 12
