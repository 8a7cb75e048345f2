"""What somebody holds, and what is expected of them."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from members.facts import learning
from tests.factories.corpparent import NOW
from tests.factories.learning import AttendanceFactory, CourseFactory, LearningSessionFactory

pytestmark = pytest.mark.django_db

TODAY = date(2024, 11, 4)


def at(day):
    return timezone.make_aware(datetime.combine(day, datetime.min.time())) + timedelta(hours=18)


def attended(person, course, day, outcome="attended"):
    session = course.sessions.filter(starts_at=at(day)).first() or LearningSessionFactory(
        course=course, starts_at=at(day)
    )
    return AttendanceFactory(session=session, person=person, outcome=outcome)


def test_held_is_the_latest_and_runs_out_on_its_day(person):
    who, course = person(), CourseFactory(valid_months=12)
    for day in (date(2022, 1, 10), date(2023, 11, 30), date(2021, 1, 10)):
        attended(who, course, day)
    attended(who, course, date(2024, 1, 1), outcome="absent")

    (held,) = learning.held_by_person(who.pk)

    assert (held.attended_on, held.runs_out_on) == (date(2023, 11, 30), date(2024, 11, 30))
    assert held.runs_out_soon(TODAY)
    assert not held.runs_out_soon(date(2024, 10, 30))
    assert not held.ran_out(date(2024, 11, 30))
    assert held.ran_out(date(2024, 12, 1))


def test_held_without_months_does_not_run_out(person):
    who = person()
    attended(who, CourseFactory(), date(1999, 1, 1))
    (held,) = learning.held_by_person(who.pk)
    assert (held.runs_out_on, held.ran_out(TODAY), held.runs_out_soon(TODAY)) == (None, False, False)


@pytest.mark.parametrize(
    ("came_on", "is_expected"),
    [(None, True), (date(2023, 10, 1), True), (date(2023, 12, 4), True), (date(2023, 12, 5), False)],
)
def test_expected_until_it_holds_for_more_than_a_month(person, came_on, is_expected):
    who, course = person(), CourseFactory(is_expected=True, valid_months=12)
    if came_on:
        attended(who, course, came_on)
    coming = LearningSessionFactory(course=course, starts_at=NOW + timedelta(days=3))
    LearningSessionFactory(course=course, starts_at=NOW + timedelta(days=2), cancelled_at=NOW)
    LearningSessionFactory(course=course, starts_at=NOW + timedelta(days=9))

    found = learning.expected_of(who.standing_on(TODAY), NOW, learning.held_by_person(who.pk))

    assert [(one.course, one.session) for one in found] == ([(course, coming)] if is_expected else [])


def test_expected_of_the_level_and_those_above(person):
    for level in range(4):
        CourseFactory(title=f"For {level}", is_expected=True, for_level=level)
    CourseFactory(title="Offered"), CourseFactory(title="Retired", is_expected=True, is_retired=True)

    def titles(role):
        return [one.course.title for one in learning.expected_of(person(role).standing_on(TODAY), NOW, [])]

    assert titles("administrator") == ["For 0"]
    assert titles("committee-member") == ["For 0", "For 1", "For 2"]


def test_running_out_is_of_those_who_are_there(person):
    course = CourseFactory(valid_months=12)
    here = person()
    for who in (here, person(ends_on=TODAY - timedelta(days=1))):
        attended(who, course, TODAY - timedelta(days=365 - 10))
    attended(person(), course, TODAY)
    assert [held.person_id for held in learning.running_out(TODAY)] == [here.public_id]
