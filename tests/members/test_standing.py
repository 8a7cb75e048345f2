from datetime import date

import pytest

from members.models import Level
from members.standing import STRANGER, Standing
from tests.factories.members import AppointmentFactory, PersonFactory

DAY = date(2024, 11, 4)


def test_stranger_is_no_member():
    assert not STRANGER.is_member
    assert not STRANGER.has("councillor")


def test_has_one_of_several_roles():
    who = Standing(roles=frozenset({"councillor"}))
    assert who.has("lead-member", "councillor")
    assert not who.has("lead-member")


@pytest.mark.django_db
def test_standing_is_one_query(django_assert_num_queries):
    person = PersonFactory()
    AppointmentFactory(person=person, role__slug="councillor")
    AppointmentFactory(person=person, role__slug="lead-member")
    with django_assert_num_queries(1):
        who = person.standing_on(DAY)
    assert who.roles == {"councillor", "lead-member"}
    assert who.level == Level.SPECIALIST


@pytest.mark.django_db
def test_standing_changes_with_the_day():
    appointment = AppointmentFactory(role__slug="lead-member", starts_on=date(2024, 5, 7), ends_on=date(2025, 5, 6))
    levels = [
        appointment.person.standing_on(day).level
        for day in (date(2024, 5, 6), date(2024, 5, 7), date(2025, 5, 6), date(2025, 5, 7))
    ]
    assert levels == [0, Level.SPECIALIST, Level.SPECIALIST, 0]


@pytest.mark.django_db
def test_standing_of_an_officer_is_a_member_without_a_level():
    who = AppointmentFactory(role__slug="performance-officer").person.standing_on(DAY)
    assert who.is_member
    assert who.level == Level.OFFICER


@pytest.mark.django_db
def test_standing_of_a_disabled_account_is_a_strangers():
    person = AppointmentFactory(person__is_active=False, role__slug="lead-member").person
    who = person.standing_on(DAY)
    assert (who.level, who.roles, who.is_member) == (0, frozenset(), False)
