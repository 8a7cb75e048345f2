from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Body, TermsOfReference
from tests.factories.bodies import BodyFactory, TermsOfReferenceFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

BOARD = {
    "name": "Corporate Parenting Board",
    "kind": "board",
    "regime": "informal",
    "seats": "9",
    "quorum": "4",
    "starts_on_0": "20",
    "starts_on_1": "5",
    "starts_on_2": "2020",
}
TERMS = {
    "text": "The board asks whether it is good enough.\n\nIt meets six times a year.",
    "adopted_by": "Full Council, minute 12",
    "adopted_on_0": "20",
    "adopted_on_1": "5",
    "adopted_on_2": "2026",
    "review_on_0": "20",
    "review_on_1": "5",
    "review_on_2": "2027",
}


@pytest.fixture
def clerk(client_of, council):
    return client_of("democratic-services-officer")


@pytest.fixture
def board(council):
    return BodyFactory(name="Larchford Board", slug="board", quorum=2, seats=3, young_people_seats=2)


def text(response):
    return response.content.decode()


def sits(body, place):
    return AppointmentFactory(role__slug="committee-member", body=body, place=place).person


def test_list_without_bodies_says_how_they_come(councillor, council):
    assert "No body has been written down yet." in text(councillor.get("/bodies/"))


def test_list_shows_bodies_in_being_unless_asked(councillor, board):
    BodyFactory(name="Old Panel", ends_on=localdate() - timedelta(days=1))
    now, formerly, every = (text(councillor.get(f"/bodies/?when={when}")) for when in ("", "formerly", "all"))
    assert ("Larchford Board" in now, "Old Panel" in now) == (True, False)
    assert ("Larchford Board" in formerly, "Old Panel" in formerly) == (False, True)
    assert ("Larchford Board" in every, "Old Panel" in every) == (True, True)


@pytest.mark.parametrize(
    ("query", "is_listed"),
    [("kind=board", True), ("kind=panel", False), ("regime=informal", True), ("regime=scrutiny", False)],
)
def test_list_by_kind_and_law(councillor, board, query, is_listed):
    assert ("Larchford Board" in text(councillor.get(f"/bodies/?{query}"))) is is_listed


def test_list_with_a_filter_that_is_none(councillor, board):
    assert councillor.get("/bodies/?kind=nonsense&when=never").status_code == 200


@pytest.mark.parametrize("number", [1, 5])
def test_list_asks_the_same_number_of_queries(councillor, council, number, django_assert_num_queries):
    for _ in range(number):
        body = BodyFactory()
        TermsOfReferenceFactory(body=body)
        sits(body, "chair")
    councillor.get("/help/")
    with django_assert_num_queries(7):
        assert text(councillor.get("/bodies/")).count("app-row__link") == number


def test_page_names_members_and_numbers_young_people(councillor, board):
    chair = sits(board, "chair")
    Body.objects.update(young_people_seats_taken=1)
    page = text(councillor.get("/bodies/board/"))
    assert f'<a href="/people/{chair.public_id}/">{chair.name}</a>' in page
    assert page.count("Nobody") == 1
    assert "<dt>Young member 1</dt><dd>taken</dd><dt>Young member 2</dt><dd>vacant</dd>" in page
    assert "Two seats" in page
    assert "Adopt new terms" not in page


def test_page_lists_every_version_and_tags_the_newest(councillor, board):
    TermsOfReferenceFactory(body=board, number=1)
    TermsOfReferenceFactory(body=board, number=2)
    page = text(councillor.get("/bodies/board/"))
    assert "Replaced" in page
    assert "days late" in page


def test_old_terms_stay_readable(councillor, board):
    TermsOfReferenceFactory(body=board, number=1, text="First <b>words</b>.\n\nSecond.")
    TermsOfReferenceFactory(body=board, number=2, text="Other words.")
    page = text(councillor.get("/bodies/board/terms/1/"))
    assert "<p>First &lt;b&gt;words&lt;/b&gt;.</p>" in page
    assert "Other words." not in page


@pytest.mark.parametrize("path", ["/bodies/none/", "/bodies/board/terms/9/", "/bodies/none/terms/1/"])
def test_what_is_not_there_is_not_found(councillor, board, path):
    assert councillor.get(path).status_code == 404


def test_add_a_body(clerk):
    response = clerk.post("/bodies/new/", BOARD)
    assert response.headers["Location"] == "/bodies/corporate-parenting-board/"
    body = Body.objects.get()
    assert (body.seats, body.quorum, body.young_people_seats, body.meetings_a_year) == (9, 4, 0, None)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Enter the body’s name."),
        ({"kind": ""}, "Choose what kind of body it is."),
        ({"quorum": "0"}, "Enter a whole number from 1 to 200, or leave it empty."),
        ({"seats": "many"}, "Enter a whole number from 0 to 200, or leave it empty."),
        ({"quorum": "10"}, "This body has 9 seats. Its quorum cannot be more than that."),
        ({"starts_on_1": "13"}, "Enter the day from which it is in being, like 27 11 2026."),
        ({"purpose": "For the child born 3/4/2015"}, "date of birth"),
    ],
)
def test_add_a_body_that_cannot_be(clerk, typed, sentence):
    assert sentence in text(clerk.post("/bodies/new/", BOARD | typed))
    assert not Body.objects.exists()


def test_change_a_body(clerk, board):
    assert 'value="Larchford Board"' in text(clerk.get("/bodies/board/change/"))
    assert clerk.post("/bodies/board/change/", BOARD | {"version": 1}).headers["Location"] == "/bodies/board/"
    assert Body.objects.get().name == "Corporate Parenting Board"


def test_change_a_body_that_somebody_changed(clerk, board):
    Body.objects.update(version=2)
    page = text(clerk.post("/bodies/board/change/", BOARD | {"version": 1}))
    assert "Somebody else changed this" in page
    assert 'name="version" value="2"' in page  # saved once more it stands


def test_close_a_body(clerk, board):
    sits(board, "chair")
    sent = {"ends_on_0": "31", "ends_on_1": "12", "ends_on_2": "2026"}
    assert "One person is appointed to it beyond that day." in text(clerk.post("/bodies/board/close/", sent))
    board.appointments.update(ends_on="2026-12-31")
    assert clerk.post("/bodies/board/close/", sent).status_code == 302
    assert Event.objects.filter(type="body-closed").count() == 1


def test_open_a_body_again(clerk, board, councillor):
    assert "Open it again" not in text(clerk.get("/bodies/board/"))
    Body.objects.update(ends_on="2026-03-31")
    assert "Open it again" in text(clerk.get("/bodies/board/"))
    assert councillor.post("/bodies/board/open/").status_code == 403
    assert "its last day is taken back" in text(clerk.post("/bodies/board/open/", follow=True))
    assert Body.objects.get().ends_on is None


def test_adopt_terms(clerk, board):
    response = clerk.post("/bodies/board/terms/new/", TERMS)
    assert response.headers["Location"] == "/bodies/board/"
    assert TermsOfReference.objects.get().entered_by == clerk.person


@pytest.mark.parametrize(
    "path", ["/bodies/new/", "/bodies/board/change/", "/bodies/board/close/", "/bodies/board/terms/new/"]
)
def test_bodies_are_kept_by_democratic_services_and_the_administrator(path, board, councillor, clerk, administrator):
    assert councillor.get(path).status_code == 403
    assert councillor.post(path, BOARD).status_code == 403
    assert (clerk.get(path).status_code, administrator.get(path).status_code) == (200, 200)


@pytest.mark.parametrize("path", ["/bodies/", "/bodies/board/", "/bodies/board/terms/1/", "/arrangements/"])
def test_bodies_are_for_those_with_an_appointment(path, board, client):
    TermsOfReferenceFactory(body=board)
    assert client.get(path).status_code == 302
