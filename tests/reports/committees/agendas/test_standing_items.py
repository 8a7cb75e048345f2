"""What the agendas of a body begin with."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from corpparent.models import Event
from corpparent.rules import NotAllowed
from reports.committees import services
from reports.committees.models import StandingItem
from tests.factories.bodies import BodyFactory
from tests.factories.committees import StandingItemFactory
from tests.reports.committees.agendas.prepared import AT, officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

NEW = {"title": "Proud moments", "kind": "voice", "purpose": "discuss"}


@pytest.fixture
def body():
    body = BodyFactory()
    for position, title in enumerate(["A", "B", "C"], 1):
        StandingItemFactory(body=body, position=position, title=title)
    return body


@pytest.fixture
def client(client_of):
    return client_of("democratic-services-officer")


def titles(body):
    return list(StandingItem.objects.filter(body=body).order_by("position").values_list("position", "title"))


def listed(body):
    return reverse("committees:standing-item-list", args=[body.slug])


def item_of(body, title):
    return StandingItem.objects.get(body=body, title=title)


def test_a_body_without_any_is_shown_the_usual_ones_and_makes_them_its_own_once(client):
    body = BodyFactory()
    page = client.get(listed(body)).text
    assert "Voice of children and young people" in page
    assert "Make them this body’s own" in page
    for _ in range(2):
        client.post(reverse("committees:standing-item-begin", args=[body.slug]))
    assert StandingItem.objects.filter(body=body).count() == 7
    assert Event.objects.get(type="standing-items-begun").details == {"items": 7}
    assert "Add a standing item" in client.get(listed(body)).text


def test_one_is_added_through_the_form_once(client, body):
    url = reverse("committees:standing-item-create", args=[body.slug])
    for _ in range(2):
        assert client.post(url, NEW).status_code == 302
    assert titles(body)[3:] == [(4, "Proud moments")]
    assert Event.objects.filter(type="standing-item-added").count() == 1


def test_one_is_changed_through_the_form(client, body):
    url = reverse("committees:standing-item-update", args=[item_of(body, "B").public_id])
    assert 'value="B"' in client.get(url).text
    client.post(url, NEW)
    assert titles(body)[1] == (2, "Proud moments")


def test_a_refused_form_keeps_what_was_typed(client, body):
    url = reverse("committees:standing-item-create", args=[body.slug])
    page = client.post(url, NEW | {"title": "NHS number 943 476 5919"}).text
    assert "NHS number" in page
    assert "Error:" in page
    assert len(titles(body)) == 3


def test_up_and_down_and_pressed_twice(client, body):
    move = reverse("committees:standing-item-move", args=[item_of(body, "C").public_id])
    for _ in range(2):
        client.post(move, {"to": "2", "seen": "3"})
    assert titles(body) == [(1, "A"), (2, "C"), (3, "B")]
    page = client.post(move, {"to": "1", "seen": "3"}, follow=True).text
    assert "Somebody else changed the order" in page
    assert titles(body)[0] == (1, "A")


@pytest.mark.parametrize("to", ["", "0", "4", "x", "-1", "99999999"])
def test_a_place_that_is_not_there_changes_nothing(client, body, to):
    move = reverse("committees:standing-item-move", args=[item_of(body, "A").public_id])
    assert client.post(move, {"to": to, "seen": "1"}).status_code == 302
    assert titles(body) == [(1, "A"), (2, "B"), (3, "C")]


def test_one_is_removed_and_never_the_last(client, body):
    for title in ("A", "B"):
        client.post(reverse("committees:standing-item-remove", args=[item_of(body, title).public_id]))
    assert titles(body) == [(1, "C")]
    answer = client.post(reverse("committees:standing-item-remove", args=[item_of(body, "C").public_id]))
    assert answer.status_code == 403
    assert "It is the last one" in answer.text


def test_an_agenda_begins_with_forty_at_most(monkeypatch, body):
    monkeypatch.setattr("reports.committees.services.standing_items.MOST", 3)
    with pytest.raises(NotAllowed, match="3 items at most"):
        services.add_standing_item(body=body, **NEW, by=None, at=AT)


def test_the_service_refuses_an_empty_title_and_who_may_not(body):
    with pytest.raises(ValidationError):
        services.add_standing_item(body=body, **(NEW | {"title": " "}), by=None, at=AT)
    with pytest.raises(NotAllowed):
        services.add_standing_item(body=body, **NEW, by=officer("lead-member"), at=AT)
