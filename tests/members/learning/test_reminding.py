"""Reminders before something runs out, and what the start page says of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from corpparent.models import Notice
from members import services
from members.waiting import learning as waiting_learning
from tests.factories.corpparent import NOW
from tests.factories.learning import (
    AcknowledgementFactory,
    AttendanceFactory,
    CheckFactory,
    CourseFactory,
    LearningSessionFactory,
    ReadingFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2024, 11, 4)


def matters():
    return sorted(Notice.objects.values_list("matter", flat=True))


def test_remind_once_of_each_matter(person):
    who = person()
    course = CourseFactory(valid_months=12)
    AttendanceFactory(person=who, session=LearningSessionFactory(course=course, starts_at=NOW - timedelta(days=350)))
    check = CheckFactory(person=who, ends_on=TODAY + timedelta(days=30))
    CheckFactory(person=who, kind="dbs-basic", ends_on=TODAY + timedelta(days=31))
    soon = AcknowledgementFactory(person=who, due_on=TODAY + timedelta(days=7)).reading
    late = AcknowledgementFactory(person=who, due_on=TODAY - timedelta(days=1)).reading
    AcknowledgementFactory(person=who, due_on=TODAY + timedelta(days=8))
    AcknowledgementFactory(person=who, due_on=TODAY, read_at=NOW)
    AcknowledgementFactory(person=who, due_on=TODAY, reading=ReadingFactory(status="withdrawn"))

    services.remind(NOW)

    expected = sorted(
        [
            f"learning-runs-out:{course.public_id}:2024-11-20",
            f"check-runs-out:{check.public_id}",
            f"reading-due:{soon.public_id}",
            f"reading-late:{late.public_id}",
        ]
    )
    assert matters() == expected
    assert services.remind(NOW) == 0
    services.remind(NOW + timedelta(days=1))
    assert len(matters()) == len(expected) + 2  # a day later: the reading of the eighth day, and the basic check
    assert set(Notice.objects.values_list("person_id", flat=True)) == {who.public_id}


def test_remind_leaves_those_who_have_gone(person):
    who = person(ends_on=TODAY - timedelta(days=1))
    CheckFactory(person=who, ends_on=TODAY)
    AcknowledgementFactory(person=who, due_on=TODAY)
    services.remind(NOW)
    assert matters() == []


def test_remind_costs_one_query_once_the_day_is_done(person, django_assert_num_queries):
    services.remind(NOW)
    with django_assert_num_queries(1):
        services.remind(NOW + timedelta(hours=1))


def test_needs_of_the_start_page(person, django_assert_num_queries):
    who, today = person(), timezone.localdate()
    for _ in range(3):
        AcknowledgementFactory(person=who, due_on=today - timedelta(days=1), reading__title="The Act")
    CourseFactory(is_expected=True)
    CheckFactory(person=who, ends_on=today + timedelta(days=3))

    standing = who.standing_on(today)

    with django_assert_num_queries(5):
        needs = list(waiting_learning.needs(standing))

    assert [(need.title, need.tone) for need in needs] == [
        *[("Read and say that you have", "late")] * 3,
        ("Come to a course", "due"),
        ("Have your check renewed", "due"),
    ]
    assert needs[3].why == "No session is planned yet."
    assert needs[3].tag == "Not done yet"


def test_needs_of_others_are_not_mine(person):
    AcknowledgementFactory(person=person(), due_on=timezone.localdate())
    assert list(waiting_learning.needs(person().standing_on(timezone.localdate()))) == []
