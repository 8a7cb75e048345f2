"""A councillor who came to no meeting is warned before the law ends their seat (LGA 1972, section 85)."""

from datetime import date, timedelta

import pytest

from members.roles import COUNCILLOR, DCS
from reports.committees.facts import six_months
from reports.committees.waiting import together
from tests.factories.committees import AttendanceFactory, MeetingFactory
from tests.factories.members import AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

TODAY = date(2026, 11, 23)


def councillor(role=COUNCILLOR):
    return AppointmentFactory(role__slug=role, starts_on=date(2024, 5, 7)).person


def came(person, on, outcome="present"):
    AttendanceFactory(person=person, outcome=outcome, meeting=MeetingFactory(meets_on=on, held=True))


def test_warned_from_two_months_before_and_until_the_last_day():
    person = councillor()
    came(person, date(2026, 5, 31))
    came(person, date(2026, 9, 1), "apologies")
    (found,) = six_months.absences(date(2026, 10, 1))
    assert (found.last_on, found.until) == (date(2026, 5, 31), date(2026, 11, 30))
    assert six_months.absences(date(2026, 9, 30)) == []


def test_coming_ends_it():
    person = councillor()
    came(person, date(2026, 5, 31))
    came(person, date(2026, 11, 2), "remote")
    assert six_months.absences(TODAY) == []


def test_who_never_came_is_counted_from_the_first_meeting_they_were_expected_at():
    person = councillor()
    came(person, date(2026, 4, 1), "absent")
    came(person, date(2026, 9, 1), "absent")
    (found,) = six_months.absences(TODAY)
    assert found.until == date(2026, 10, 1)


def test_officers_and_people_of_no_meeting_are_not_warned():
    came(councillor(DCS), date(2026, 1, 1))
    councillor()
    assert six_months.absences(TODAY) == []


def test_the_councillor_finds_it_on_the_start_page():
    person = councillor()
    came(person, TODAY - timedelta(days=170))
    titles = [need.title for need in together.needs(person.standing_on(TODAY))]
    assert "Come to a meeting" in titles
