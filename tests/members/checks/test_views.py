"""Who sees checks, and what the record says of it."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from corpparent.models import Event
from members.models import Check
from tests.factories.learning import CheckFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def checks_officer(client_of):
    return client_of("checks-officer")


@pytest.fixture
def visitor():
    return AppointmentFactory(role__slug="visiting-councillor", person__name="Cllr Wren Visits").person


def path(person, tail=""):
    return f"/people/{person.public_id}/checks/{tail}"


def text(answer):
    return " ".join(answer.content.decode().split())


def looks():
    return [(event.type, event.details) for event in Event.objects.order_by("number")]


def answers(**changes):
    today = timezone.localdate()
    day = {"checked_on_0": today.day, "checked_on_1": today.month, "checked_on_2": today.year}
    empty = {f"ends_on_{part}": "" for part in range(3)}
    choices = {"kind": "dbs-enhanced", "eligibility": "visits-homes", "outcome": "satisfactory"}
    return day | empty | choices | changes


@pytest.mark.parametrize("role", ["councillor", "lead-member", "administrator", "democratic-services-officer"])
def test_others_find_no_page(client_of, council, visitor, role):
    CheckFactory(person=visitor)
    client = client_of(role)
    for address in ("/checks/", path(visitor), path(visitor, "new/")):
        assert client.get(address).status_code == 404
    assert client.post(path(visitor, "new/"), answers()).status_code == 404
    assert client.get(f"/people/{uuid.uuid4()}/checks/").status_code == 404
    assert looks() == []


def test_list_says_where_everybody_stands_and_is_a_look(checks_officer, council, visitor):
    CheckFactory(person=visitor, ends_on=timezone.localdate() + timedelta(days=5))
    page = text(checks_officer.get("/checks/"))
    assert "Cllr Wren Visits" in page
    assert "Runs out soon" in page
    assert looks() == [("checks-listed", {"people": 1})]


def test_list_filters_by_state(checks_officer, council, visitor):
    assert "Cllr Wren Visits" in text(checks_officer.get("/checks/?state=none"))
    assert "Nobody fits what you chose." in text(checks_officer.get("/checks/?state=in-force&search=wren"))
    assert looks()[-1] == ("checks-listed", {"people": 0})


@pytest.mark.parametrize("rows", [1, 5])
def test_list_asks_the_same_number_of_queries(checks_officer, council, rows, django_assert_num_queries):
    for _ in range(rows):
        CheckFactory(person=AppointmentFactory(role__slug="visiting-councillor").person)
    checks_officer.get("/checks/")
    with django_assert_num_queries(12):
        checks_officer.get("/checks/")


def test_page_of_a_person_is_a_look_each_time(checks_officer, council, visitor):
    CheckFactory(person=visitor)
    for _ in range(2):
        page = text(checks_officer.get(path(visitor)))
    assert "Satisfactory" in page
    assert "Made on 10 May 2021. Does not run out. Asked because: Visits children&#x27;s homes." in page
    assert looks() == [("checks-looked-at", {"checks": 1})] * 2


def test_director_sees_but_does_not_write(client_of, council, visitor):
    director = client_of("director-of-childrens-services")
    assert "Only the checks officer can write down a check." in text(director.get(path(visitor)))
    assert director.post(path(visitor, "new/"), answers()).status_code == 403
    assert not Check.objects.exists()


def test_ones_own_checks_are_seen_without_an_event(council, client_of):
    client = client_of("visiting-councillor")
    CheckFactory(person=client.person)
    page = text(client.get(path(client.person)))
    assert "Your checks" in page
    assert "Write down a check" not in page
    assert looks() == []


def test_officer_writes_a_check_down(checks_officer, council, visitor):
    assert "Write down a check" in text(checks_officer.get(path(visitor, "new/")))
    answer = checks_officer.post(path(visitor, "new/"), answers())
    assert answer.status_code == 302
    check = Check.objects.get()
    assert (check.person, check.outcome, check.recorded_by) == (visitor, "satisfactory", checks_officer.person)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kind": ""}, "Choose which check it was."),
        ({"kind": "made-up"}, "Choose which check it was."),
        ({"outcome": ""}, "Choose the outcome."),
        ({"checked_on_0": "32"}, "Enter the day on which the check was made, like 27 11 2026."),
        ({"checked_on_2": "2199"}, "This day is in the future. Enter the day on which the check was made."),
        (
            {"ends_on_0": "1", "ends_on_1": "1", "ends_on_2": "2001"},
            "A check cannot end before it was made. Enter its day or a later one.",
        ),
        (
            {"eligibility": "consent"},
            "Consent allows a basic check only. Choose the reason in law for this kind of check.",
        ),
    ],
)
def test_form_says_what_is_wrong(checks_officer, council, visitor, changes, sentence):
    page = text(checks_officer.post(path(visitor, "new/"), answers(**changes)))
    assert page.count(sentence) >= 2
    assert not Check.objects.exists()
