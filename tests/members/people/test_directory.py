"""The directory: found by words and by what people hold, in a fixed number of queries."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from members.facts import directory
from members.models import Level
from members.showing.directory import drawn
from members.widgets import Select
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def names(**asked):
    rows, count = directory.page_of(asked, on=TODAY, number=1, size=50)
    assert count == len(rows)
    return [row["name"] for row in rows]


@pytest.fixture
def people():
    board = BodyFactory(name="Corporate Parenting Board", slug="corporate-parenting-board")
    amina = PersonFactory(name="Amina")
    AppointmentFactory(person=amina, ward="Birchwood", party="Green")
    AppointmentFactory(person=amina, role__slug="committee-member", body=board, place="chair")
    AppointmentFactory(person__name="Peter", ward="Alder", party="Labour")
    AppointmentFactory(person__name="Ruth", role__slug="director-of-childrens-services")
    AppointmentFactory(person__name="Gone", ward="Birchwood", ends_on=date(2023, 5, 7))
    AppointmentFactory(person__name="Soon", starts_on=date(2027, 5, 10))
    PersonFactory(name="Never")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Amina", "Peter", "Ruth"]),
        ({"when": "formerly"}, ["Gone"]),
        ({"when": "all"}, ["Amina", "Gone", "Never", "Peter", "Ruth", "Soon"]),
        ({"role": "councillor"}, ["Amina", "Peter"]),
        ({"role": "councillor", "when": "all"}, ["Amina", "Gone", "Peter", "Soon"]),
        ({"level": "2"}, ["Amina"]),
        ({"level": "1"}, ["Peter"]),
        ({"level": "3"}, ["Ruth"]),
        ({"body": "corporate-parenting-board"}, ["Amina"]),
        ({"body": "corporate-parenting-board", "role": "councillor"}, []),
        ({"text": "birch"}, ["Amina"]),
        ({"text": "birch", "when": "all"}, ["Amina", "Gone"]),
        ({"text": "labour"}, ["Peter"]),
        ({"text": "uth"}, ["Ruth"]),
        ({"text": "100%"}, []),
    ],
)
def test_people_are_found_by_what_they_hold(people, asked, found):
    assert names(**asked) == found


@pytest.mark.parametrize(
    ("when", "rows"),
    [
        (
            "now",
            [
                (
                    "Amina",
                    "Member of the corporate parenting body: chair, Corporate Parenting Board; "
                    "Councillor for Birchwood (Green)",
                    "Targeted",
                ),
                ("Peter", "Councillor for Alder (Labour)", "Universal"),
                ("Ruth", "Director of Children's Services", "Specialist"),
            ],
        ),
        ("formerly", [("Gone", "Formerly Councillor for Birchwood, to 7 May 2023", "")]),
    ],
)
def test_rows_say_what_people_hold(people, when, rows):
    found, count = directory.page_of({"when": when}, on=TODAY, number=1, size=100)
    assert [(row["name"], row["roles"], row["level"]) for row in found] == rows
    assert count == len(rows)


def test_everybody_has_a_row(people):
    found, count = directory.page_of({"when": "all"}, on=TODAY, number=1, size=100)
    said = {row["name"]: row["roles"] for row in found}
    assert count == 6
    assert said["Never"] == "No appointment yet"
    assert said["Soon"] == "Councillor, from 10 May 2027"
    assert said["Amina"].startswith("Member of")


def test_level_of_an_appointment_that_differs_from_its_role():
    AppointmentFactory(person__name="Ida", level=Level.SPECIALIST)
    assert names(level="3") == ["Ida"]


def test_pages_are_cut_by_people_and_know_how_many_there_are():
    for letter in "ABC":
        person = PersonFactory(name=letter)
        AppointmentFactory(person=person)
        AppointmentFactory(person=person, role__slug="visiting-councillor")
    first, count = directory.page_of({}, on=TODAY, number=1, size=2)
    second, _ = directory.page_of({}, on=TODAY, number=2, size=2)
    assert ([row["name"] for row in first], [row["name"] for row in second], count) == (["A", "B"], ["C"], 3)
    assert directory.page_of({}, on=TODAY, number=3, size=2) == ([], 0)


@pytest.mark.parametrize(
    ("people", "is_filtered", "words"),
    [
        (0, False, "Nobody holds an appointment today."),
        (1, False, "One person holds an appointment today."),
        (2, False, "Two people hold an appointment today."),
        (9, False, "Nine people hold an appointment today."),
        (10, False, "10 people hold an appointment today."),
        (1234, True, "1,234 people fit what you chose."),
        (1, True, "One person fits what you chose."),
    ],
)
def test_heading_says_how_many(people, is_filtered, words):
    assert directory.heading(people, is_filtered=is_filtered) == words


def test_page_asks_the_same_number_of_queries_whatever_there_is(council, councillor, django_assert_num_queries):
    councillor.get("/people/")
    with django_assert_num_queries(5):
        councillor.get("/people/")
    for number in range(5):
        person = PersonFactory(name=f"P{number}")
        AppointmentFactory(person=person, ends_on=timezone.localdate() + timedelta(days=9))
        AppointmentFactory(person=person, role__slug="committee-member", body=BodyFactory(), place="member")
    with django_assert_num_queries(5):
        page = councillor.get("/people/").content.decode()
    assert "Six people hold an appointment today." in page


def test_page_filters_by_address(council, councillor, people):
    page = councillor.get("/people/?text=peter&role=councillor").content.decode()
    assert "Peter" in page
    assert "Amina" not in page
    assert "One person fits what you chose." in page
    assert "Nobody fits what you chose." in councillor.get("/people/?text=zzz").content.decode()


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=x", "page=2", "page=99999999999999999999", "page=²"])
def test_page_that_is_not_there(council, councillor, query):
    assert councillor.get(f"/people/?{query}").status_code == 404


@pytest.mark.parametrize("query", ["role=mayor", "when=x", "level=9", "body=%00", "text=%00", "text=" + "x" * 200])
def test_what_cannot_be_asked_is_left_out_and_said(council, councillor, query):
    answer = councillor.get(f"/people/?{query}")
    assert answer.status_code == 200
    assert "One person fits what you chose." in answer.content.decode()


def test_verb_is_for_the_administrator_alone(council, councillor, administrator):
    assert "Add a person" not in councillor.get("/people/").content.decode()
    assert "Add a person" in administrator.get("/people/").content.decode()


def test_rows_are_drawn_with_everything_escaped():
    row = {"url": "/people/1/", "name": "Ruth <b> O'Neill", "roles": "Chair & member", "level": "", "is_closed": True}
    drawn_rows = drawn([row, row | {"level": "Targeted", "is_closed": False}])

    assert "<b>" not in drawn_rows
    assert "Ruth &lt;b&gt; O&#x27;Neill" in drawn_rows
    assert "Chair &amp; member. Account closed" in drawn_rows
    assert drawn_rows.count("app-tag") == 1


def test_options_are_escaped_and_the_chosen_one_is_marked():
    drawn_select = Select(choices=[("", "All"), ("a&b", "A <b>")]).render("body", "a&b")

    assert '<option value="a&amp;b" selected>A &lt;b&gt;</option>' in drawn_select
    assert drawn_select.count("selected") == 1
