"""How many actions a list holds: remembered for those who see the same, until the next deed."""

import pytest
from django.utils import timezone

from corpparent.models import Event
from members.roles import DCS
from pledges.models import Action
from tests.factories.pledges import ActionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def director(council, client_of):
    return client_of(DCS)


@pytest.fixture
def manager(council, client_of):
    return client_of("childrens-services-manager")


def do_something(action):
    Event.record("action-noted", about=action.reference, by=action.owner, at=timezone.now())


def said(client, query=""):
    return client.get(f"/actions/{query}").context["paginator"].count


def test_each_reader_is_told_how_much_they_may_see(director, manager):
    do_something(ActionFactory(access=Action.Access.EXEMPT))
    ActionFactory()
    for _ in range(2):
        assert [said(director), said(manager)] == [2, 1]


def test_each_choice_and_all_words_typed_have_their_own_number(director):
    do_something(ActionFactory(title="Ask the bus company", theme="health"))
    ActionFactory(title="Find a dentist", theme="ordinary-life")
    for _ in range(2):
        numbers = [said(director, query) for query in ("", "?theme=health", "?search=dentist", "?search=tram")]
        assert numbers == [2, 1, 1, 0]


def test_a_deed_is_seen_at_once(director):
    action = ActionFactory()
    do_something(action)
    assert said(director) == 1
    ActionFactory()
    do_something(action)
    assert said(director) == 2
