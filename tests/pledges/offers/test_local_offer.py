"""The local offer as a care leaver of 19 meets it: three taps, no account, no script."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests.factories.pledges import OfferFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
HERE = "/help-for-care-leavers/"


@pytest.fixture
def flat():
    return OfferFactory(
        public=True, confirmed_on=localdate(), slug="a-first-flat", title="A first flat", phone="01632 960210"
    )


def text(answer):
    return answer.content.decode()


def test_three_taps_to_a_home(client, flat):
    first = text(client.get(HERE))
    assert "What do you need?" in first
    (need,) = re.findall(r'href="(\?need=housing)">Somewhere to live</a>', first)
    (offer,) = re.findall(r'href="([^"]+)">A first flat</a>', text(client.get(HERE + need)))
    assert 'href="tel:01632960210">Ring 01632 960210</a>' in text(client.get(offer))


def test_the_page_says_how_who_and_when(client, flat):
    page = text(client.get(f"{HERE}a-first-flat/"))
    for words in (
        "How to get it",
        "Ask your personal adviser, or ring.",
        "Larchford Homes",
        "18 to 25",
        "Where help is now",
    ):
        assert words in page
    assert f"Last confirmed on {localdate():%-d %B %Y}" in page


def test_by_need_and_age(client, flat):
    OfferFactory(public=True, confirmed_on=localdate(), title="Stay with your carers", from_age=16, to_age=18)
    assert "A first flat" in text(client.get(HERE, {"need": "housing", "age": "19"}))
    assert "Stay with your carers" not in text(client.get(HERE, {"need": "housing", "age": "19"}))
    assert "There is nothing here for that yet." in text(client.get(HERE, {"need": "health"}))
    assert "A first flat" in text(client.get(HERE, {"need": ""}))


def test_what_is_not_for_everybody_is_not_there(client):
    today = localdate()
    hidden = [
        OfferFactory(),
        OfferFactory(public=True, confirmed_on=today, status="withdrawn"),
        OfferFactory(public=True, confirmed_on=today, is_for_leavers=False),
        OfferFactory(public=True, confirmed_on=today - timedelta(days=300)),
    ]
    page = text(client.get(HERE, {"need": ""}))
    for offer in hidden:
        assert offer.title not in page
        assert client.get(f"{HERE}{offer.slug}/").status_code == 404


def test_light_and_kept_for_a_minute(client, flat, django_assert_max_num_queries):
    OfferFactory.create_batch(20, public=True, confirmed_on=localdate())
    with django_assert_max_num_queries(6):
        answer = client.get(HERE, {"need": "housing"})
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert len(answer.content) < 60_000


@pytest.mark.parametrize("query", ["?need=toys", "?age=999", "?age=abc", "?page=0", "?need=&page=99999"])
def test_a_strange_address_is_no_error(client, flat, query):
    assert client.get(HERE + query).status_code in (200, 404)
