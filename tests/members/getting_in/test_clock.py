import re
import time

import pytest

from members.getting_in.clock import SignedIn, in_words
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db

HALF_HOUR, HOUR = 30 * 60, 60 * 60
PAGE = "/account/security/"


def age(client, *, seen=0, began=0):
    """As if something was last asked `seen` seconds ago, and the sign-in was `began` seconds ago."""
    now = time.time()
    client.remember("seen_at", now - seen)
    client.remember("began_at", now - max(began, seen))


@pytest.mark.parametrize(
    ("role", "seconds", "is_there"),
    [
        ("councillor", 3 * HOUR - 5, True),
        ("councillor", 3 * HOUR, False),
        ("performance-officer", HALF_HOUR - 5, True),
        ("performance-officer", HALF_HOUR, False),
        ("director-of-childrens-services", HALF_HOUR, False),
    ],
)
def test_sign_in_ends_when_nothing_is_asked(client_of, role, seconds, is_there):
    client = client_of(role)
    age(client, seen=seconds)
    response = client.get(PAGE)
    assert (response.status_code == 200) is is_there
    assert is_there or response.url == f"/account/sign-in/?next={PAGE}"


def test_next_page_says_why(officer):
    age(officer, seen=HALF_HOUR)
    page = officer.get(PAGE, follow=True).content.decode()
    assert "You were away for 30 minutes, so you were signed out. Sign in and go on." in page


def test_sign_in_ends_after_twelve_hours_whatever_happens(councillor):
    age(councillor, began=12 * HOUR - 5)
    assert councillor.get(PAGE).status_code == 200
    age(councillor, began=12 * HOUR)
    page = councillor.get(PAGE, follow=True).content.decode()
    assert "You had been signed in for 12 hours, which is the longest there is." in page


def test_asking_for_pages_keeps_it_going(officer):
    for _ in range(3):
        age(officer, seen=HALF_HOUR - 60)
        assert officer.get(PAGE).status_code == 200


def test_session_is_written_once_a_minute_at_most(officer):
    age(officer, seen=50)
    seen = officer.session["seen_at"]
    officer.get(PAGE)
    assert officer.session["seen_at"] == seen
    age(officer, seen=61)
    officer.get(PAGE)
    assert time.time() - officer.session["seen_at"] < 30


def test_new_role_shortens_it_at_the_next_page(councillor):
    age(councillor, seen=61)
    AppointmentFactory(person=councillor.person, role__slug="administrator")
    councillor.get(PAGE)
    age(councillor, seen=HALF_HOUR)
    assert councillor.get(PAGE).status_code == 302


def test_words_sent_too_late_are_on_the_page_and_nowhere_else(officer):
    age(officer, seen=HALF_HOUR)
    words = "Placements were <steadier> than last year."
    sent = {"why_we_say_so": words, "password": "three quiet herons", "version": "1"}
    response = officer.post("/account/password/", sent)
    page = response.content.decode()
    assert response.status_code == 403
    assert "Placements were &lt;steadier&gt; than last year." in page
    assert "Why we say so" in page
    assert "three quiet herons" not in page
    assert "Placements" not in str(dict(officer.session))


def test_words_sent_after_signing_out_in_another_tab_are_given_back(officer):
    officer.post("/account/sign-out/")
    response = officer.post("/account/stay/", {"note": "Warm and lively."})
    assert response.status_code == 403
    assert "Warm and lively." in response.content.decode()
    assert "You are not signed in any more" in response.content.decode()
    assert officer.post("/account/stay/", {"version": "1"}).url.startswith("/account/sign-in/")


def test_every_page_says_until_when(officer):
    page = officer.get(PAGE).content.decode()
    assert "You are signed in until" in page
    assert int(re.search(r'data-warn-in="(\d+)"', page)[1]) in range(25 * 60 - 20, 25 * 60 + 1)


def test_pages_of_strangers_say_nothing_of_it(client, council):
    assert "You are signed in until" not in client.get("/privacy/").content.decode()


def test_stay_signed_in_without_script(officer):
    age(officer, seen=HALF_HOUR - 60)
    assert officer.post("/account/stay/").url == "/account/stay/"
    assert "You stay signed in" in officer.get("/account/stay/").content.decode()


def test_stay_signed_in_with_script(officer):
    age(officer, seen=HALF_HOUR - 60)
    answer = officer.post("/account/stay/", headers={"accept": "application/json"}).json()
    assert answer["seconds"] in range(HALF_HOUR - 5, HALF_HOUR + 1)
    assert answer["warn_in"] == answer["seconds"] - 300


def test_stay_signed_in_is_too_late(officer):
    age(officer, seen=HALF_HOUR)
    assert officer.post("/account/stay/", headers={"accept": "application/json"}).status_code == 403


def test_last_half_hour_of_the_twelve_is_no_longer(councillor):
    age(councillor, began=11.9 * HOUR)
    answer = councillor.post("/account/stay/", headers={"accept": "application/json"}).json()
    assert answer["seconds"] <= 0.1 * HOUR + 1


def test_session_from_before_there_was_a_clock():
    client = PersonsClient(PersonFactory())
    session = client.session
    for key in ("began_at", "seen_at", "rest"):
        del session[key]
    session.save()
    assert client.get(PAGE).status_code == 200
    assert client.session["began_at"]


@pytest.mark.parametrize(("seconds", "words"), [(1800, "30 minutes"), (10800, "3 hours")])
def test_in_words(seconds, words):
    assert in_words(seconds) == words


def test_warning_is_never_before_now():
    assert SignedIn(until=None, seconds=100).warn_in == 0
