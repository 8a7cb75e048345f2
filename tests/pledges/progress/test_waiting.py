"""Whom the start page asks for a word on a promise, and the list of who has not spoken."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from corpparent.periods import quarter_around
from members.models import Role
from pledges.waiting import progress as waiting_progress
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import ProgressFactory, PromiseFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

TODAY = timezone.localdate()
LAST = quarter_around(TODAY).before()
LIST = "/pledges/progress/"


@pytest.fixture
def promise():
    """Of a pledge that was live long before the quarter that ended last."""
    long_ago = timezone.now() - timedelta(days=400)
    return PromiseFactory(pledge__live=True, pledge__starts_on=date(2020, 4, 1), pledge__published_at=long_ago)


@pytest.fixture
def participation(client_of):
    return client_of("participation-officer")


def form_of(promise, voice="officers"):
    return reverse("pledges:progress-create", args=[promise.public_id, voice])


def text(response):
    return " ".join(response.content.decode().split())


def owner(promise, slug="virtual-school-head"):
    """Somebody who holds the role that answers for `promise`."""
    person = AppointmentFactory(role__slug=slug).person
    promise.owner_role = Role.objects.get(slug=slug)
    promise.save()
    return person


def needs(person):
    return list(waiting_progress.needs(person.standing_on(TODAY)))


def test_start_page_asks_whoever_answers_for_a_promise_nobody_spoke_of(promise):
    (need,) = needs(owner(promise))
    assert need.title == f"Say how it stands: {promise}"
    assert need.url == f"{form_of(promise)}?period={LAST.code}"


def test_start_page_asks_the_participation_officer_once_for_many(promise, participation):
    PromiseFactory(pledge=promise.pledge)
    (need,) = needs(participation.person)
    assert (need.title, need.url) == ("Ask young people: 2 promises", LIST)


def test_start_page_asks_nobody_else_and_nobody_who_spoke(promise, officer):
    person = owner(promise)
    ProgressFactory(promise=promise, period=LAST.code, starts_on=LAST.starts_on, ends_on=LAST.ends_on)
    assert needs(person) == []
    assert needs(officer.person) == []


def test_list_of_who_has_not_spoken(promise, councillor, participation):
    page = text(councillor.get(LIST))
    assert f"Two voices are missing for {LAST.label}" in page
    assert form_of(promise) not in page
    page = text(participation.get(LIST))
    assert form_of(promise, "young-people") in page
    assert form_of(promise) + "?" not in page


def test_list_when_everybody_has_spoken(councillor):
    assert "Everybody has spoken" in text(councillor.get(LIST))


def test_needs_ask_the_same_queries_whatever_waits(promise, participation, django_assert_num_queries):
    PromiseFactory.create_batch(4, pledge=promise.pledge)
    who = participation.person.standing_on(TODAY)
    with django_assert_num_queries(3):
        assert len(list(waiting_progress.needs(who))) == 1


def test_needs_of_whoever_answers_for_nothing_ask_one_query(promise, officer, django_assert_num_queries):
    who = officer.person.standing_on(TODAY)
    with django_assert_num_queries(1):
        assert list(waiting_progress.needs(who)) == []
