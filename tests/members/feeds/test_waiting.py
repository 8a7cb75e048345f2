"""A list of councillors that was read stands on the administrator's start page until somebody decides."""

import pytest
from django.utils import timezone

from members.waiting import feeds as waiting_feeds
from tests.factories.getting_in import MemberImportFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db


def needs_of(role):
    person = AppointmentFactory(role__slug=role).person
    return list(waiting_feeds.needs(person.standing_on(timezone.localdate())))


def test_administrator_is_asked_to_take_in_what_was_read():
    feed = MemberImportFactory(status="ready")
    for status in ("done", "dropped", "refused"):
        MemberImportFactory(status=status, ended_at=timezone.now())
    (need,) = needs_of("administrator")
    assert (need.url, need.tag) == (f"/feeds/{feed.public_id}/", "Waiting for you")


def test_nobody_else_is(django_assert_num_queries):
    MemberImportFactory(status="ready")
    assert needs_of("democratic-services-officer") == []


def test_one_query_whatever_waits(administrator, django_assert_num_queries):
    MemberImportFactory.create_batch(7, status="ready")
    who = administrator.person.standing_on(timezone.localdate())
    with django_assert_num_queries(1):
        assert len(list(waiting_feeds.needs(who))) == waiting_feeds.MOST
