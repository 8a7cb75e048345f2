"""Pages of those who write, publish and confirm offers."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from members.needs import needs_of
from members.roles import DCS, PARTICIPATION_OFFICER
from pledges.models import Offer
from tests.factories.pledges import OfferFactory
from tests.pledges.offers.given import GIVEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def officer(client_of):
    return client_of(PARTICIPATION_OFFICER)


def text(answer):
    return answer.content.decode()


def test_write_publish_confirm_and_withdraw(officer, client_of):
    page = officer.post("/offers/new/", GIVEN | {"is_for_leavers": "on"}).headers["Location"]
    assert "You wrote this yourself. Ask somebody else to read and publish it." in text(officer.get(page))
    director = client_of(DCS)
    director.post(f"{page}publish/", {"version": 1})
    assert "/help-for-care-leavers/a-first-flat/" in text(director.get(page))
    assert "Confirmed. Thank you." in text(officer.post(f"{page}confirm/", follow=True))
    assert "Withdrawn. Nobody is sent there any more." in text(officer.post(f"{page}withdraw/", follow=True))
    shown = text(officer.get(page))
    assert f"Withdrawn, {localdate():%-d %B %Y}, by {officer.person.name}" in shown
    assert "Published, " in shown


def test_a_stale_form_keeps_what_was_typed(officer):
    offer = OfferFactory(version=3)
    page = text(officer.post(f"/offers/{offer.public_id}/change/", GIVEN | {"version": 2, "what": "A house."}))
    assert "Somebody else changed this while you had it open." in page
    assert 'name="version" value="3"' in page
    assert "A house." in page


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("need", "toys", "Choose what it helps with."),
        ("from_age", "x", "Enter a whole number from 0 to 99."),
        ("to_age", "17", "Enter an age that is not below the first one."),
        ("phone", "ring us", "Enter a telephone number, like 01632 960210."),
        ("link", "javascript:alert(1)", "Enter the address of a page"),
        ("link", "ftp://example.org/", "Enter the address of a page"),
        ("title", "", "Say what one can have."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(officer, field, wrong, said):
    page = text(officer.post("/offers/new/", GIVEN | {field: wrong}))
    assert said in page
    assert f'href="#id_{field}"' in page
    assert not Offer.objects.exists()


def test_filters(officer):
    OfferFactory(title="A flat", need="housing", public=True, confirmed_on=localdate())
    OfferFactory(title="A job", need="work", from_age=16, to_age=17)
    OfferFactory(title="A loan", need="money", public=True, confirmed_on=date(2020, 1, 1))
    found = {
        "": {"A flat", "A job", "A loan"},
        "?need=work": {"A job"},
        "?age=17": {"A job"},
        "?status=draft": {"A job"},
        "?status=to-confirm": {"A loan"},
        "?age=abc&need=toys": {"A flat", "A job", "A loan"},
    }
    for query, titles in found.items():
        page = text(officer.get(f"/offers/{query}"))
        assert {one for one in ("A flat", "A job", "A loan") if f">{one}</a>" in page} == titles
    assert "One offer waits for you to be confirmed" in page
    assert "Not public: not confirmed" in page
    assert "No offer fits what you chose." in text(officer.get("/offers/?need=health"))


def test_who_confirms_finds_it_on_the_start_page(officer, councillor):
    offer = OfferFactory(public=True, confirmed_on=date(2020, 1, 1))
    (need,) = [one for one in needs_of(officer.person.standing_on(localdate())) if "still so" in one.title]
    assert (need.url, need.tone) == (f"/offers/{offer.public_id}/", "late")
    assert need.tag == "Left the public page after 29 July 2020"
    assert not [one for one in needs_of(councillor.person.standing_on(localdate())) if "still so" in one.title]


def test_queries_do_not_grow(officer, django_assert_max_num_queries):
    for _ in range(2):
        OfferFactory.create_batch(5)
        with django_assert_max_num_queries(9):
            officer.get("/offers/")
