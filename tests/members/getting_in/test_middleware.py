from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from members.getting_in.middleware import standing_of
from members.standing import STRANGER
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient


def test_standing_of_a_stranger_asks_nothing(rf):
    request = rf.get("/")
    request.user = AnonymousUser()
    assert standing_of(request) == STRANGER


@pytest.mark.django_db
def test_standing_is_that_of_today(rf):
    request = rf.get("/")
    request.user = AppointmentFactory(role__slug="lead-member").person
    request.session = PersonsClient(request.user).session
    who = standing_of(request)
    assert (who.on, who.roles, who.name) == (timezone.localdate(), {"lead-member"}, request.user.name)


@pytest.mark.django_db
def test_standing_before_the_first_day(rf):
    request = rf.get("/")
    request.user = AppointmentFactory(starts_on=timezone.localdate() + timedelta(days=1)).person
    assert not standing_of(request).is_member


@pytest.mark.django_db
def test_open_pages_ask_for_no_standing(client, council, django_assert_num_queries):
    # The council and its words: a stranger has no session and no standing to look up.
    with django_assert_num_queries(2):
        client.get("/privacy/")


@pytest.mark.django_db
def test_members_pages_ask_for_standing_once(councillor, council, django_assert_num_queries):
    # Session, person, standing, council, its words.
    with django_assert_num_queries(5):
        assert councillor.get("/account/password/").status_code == 200
    assert councillor.person.standing_on(date(2021, 5, 10)).is_member


@pytest.mark.django_db
def test_standing_of_an_officer_with_a_password_only_is_a_strangers(rf):
    request = rf.get("/")
    request.user = AppointmentFactory(role__slug="administrator").person
    request.session = PersonsClient(request.user, methods=["password"]).session
    assert standing_of(request) == STRANGER
    assert request.lacks_second_factor
