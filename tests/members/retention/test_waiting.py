from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from members.standing import STRANGER
from members.waiting import retention as waiting_retention
from tests.factories.corpparent import JobFactory, LegalHoldFactory, NoticeFactory
from tests.factories.learning import CheckFactory
from tests.factories.members import AppointmentFactory
from tests.members.retention.keepers import LONG_AGO

pytestmark = pytest.mark.django_db


@pytest.fixture
def who(council, administrator):
    return administrator.person.standing_on(timezone.localdate())


def titles(who):
    return [need.title for need in waiting_retention.needs(who)]


def asked(days_ago, **fields):
    at = timezone.now() - timedelta(days=days_ago)
    JobFactory(kind="apply-retention", asked_at=at, due_at=at, ended_at=at, **fields)


def test_the_administrator_is_reminded_while_something_is_due(who, django_assert_num_queries):
    notice = NoticeFactory(status="sent", ended_at=LONG_AGO)
    assert titles(who) == ["Wipe what has had its time"]
    with django_assert_num_queries(2):  # the last job, and what was found less than an hour ago
        assert titles(who) == ["Wipe what has had its time"]
    LegalHoldFactory(subject_id=notice.person_id)
    cache.delete(waiting_retention.IS_DUE)
    assert titles(who) == []


def test_nobody_is_reminded_of_what_goes_by_itself(who):
    left = timezone.localdate() - timedelta(days=200)
    CheckFactory(person=AppointmentFactory(starts_on=left, ends_on=left).person, recorded_at=LONG_AGO)
    assert titles(who) == []


@pytest.mark.parametrize(
    ("days", "status", "is_reminded"), [(29, "done", False), (31, "done", True), (1, "failed", True)]
)
def test_not_again_within_a_month_of_doing_it(who, days, status, is_reminded):
    NoticeFactory(status="sent", ended_at=LONG_AGO)
    asked(days, status=status)
    assert bool(titles(who)) is is_reminded


def test_nobody_else_is_reminded_and_it_costs_nothing(council, django_assert_num_queries):
    NoticeFactory(status="sent", ended_at=LONG_AGO)
    with django_assert_num_queries(0):
        assert titles(STRANGER) == []
