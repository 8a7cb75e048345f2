"""A likely name in the home's answer, or in what children were told, waits for a reason, which stays with the words."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.visits import HomePostFactory, PointFactory
from tests.plugins.people import PersonsClient
from visits.models import Point, Response
from visits.personal_data.visits import answers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SAID, WHY = "We met Kevin Smith.", "He runs the bus company."
REASON = {"names_explained": WHY}


def day(name, on):
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


@pytest.fixture
def point():
    return PointFactory()


@pytest.fixture
def manager(point):
    return HomePostFactory(home=point.visit.home, appointment__role__slug="home-manager").appointment.person


@pytest.fixture
def home(manager):
    return PersonsClient(manager)


def address(name, point):
    return reverse(f"visits:{name}", args=[point.public_id])


def detail(client, point):
    return client.get(reverse("visits:visit-detail", args=[point.visit.public_id])).text


def test_answer_waits_for_the_reason_and_its_action_keeps_it_too(home, manager, point):
    due = timezone.localdate() + timedelta(days=9)
    given = {"answer": "accept", "reason": SAID, "owner": manager.public_id} | day("due_on", due)
    asked = home.post(address("point-answer", point), given).text
    assert "Why this name may stand" in asked
    assert "Kevin Smith</mark>" in asked
    assert f'value="{due.year}"' in asked
    assert not Response.objects.exists()
    assert home.post(address("point-answer", point), given | REASON).status_code == 302
    response = Response.objects.get()
    assert (response.reason, response.names_explained, response.action.names_explained) == (SAID, WHY, WHY)
    assert f"Why the names may stand: {WHY}" in detail(home, point)
    assert answers(manager)[0]["Why the names may stand"] == WHY


def test_reason_is_itself_looked_through(home, point):
    given = {"answer": "no", "reason": SAID, "names_explained": "Born on 4 May 2013."}
    assert home.post(address("point-answer", point), given).status_code == 200
    assert not Response.objects.exists()


def test_answer_without_names_is_not_asked(home, point):
    assert home.post(address("point-answer", point), {"answer": "no", "reason": "It is too dear."}).status_code == 302
    assert Response.objects.get().names_explained == ""


def test_what_children_were_told_waits_for_the_reason_and_is_not_asked_again(home, point):
    given = {"told_words": SAID, "version": 1} | day("told_on", timezone.localdate())
    asked = home.post(address("point-tell", point), given).text
    assert "Why this name may stand" in asked
    assert "Kevin Smith</mark>" in asked
    assert Point.objects.get().told_on is None
    assert home.post(address("point-tell", point), given | REASON).status_code == 302
    told = Point.objects.get()
    assert (told.told_words, told.told_names_explained) == (SAID, WHY)
    assert f"Why the names may stand: {WHY}" in detail(home, point)
    assert WHY in home.get(address("point-tell", point)).text
    home.post(address("point-tell", point), given | {"told_words": "It is mended.", "version": 2} | REASON)
    assert Point.objects.get().told_names_explained == ""
