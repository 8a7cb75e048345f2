"""Two officers work on one agenda in the same moment: every deed is done, and each number is given once."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from corpparent.models import Event
from reports.committees import services
from reports.committees.models import AgendaItem, StandingItem
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory
from tests.factories.members import CouncilFactory
from tests.reports.committees.agendas.prepared import AT, OPEN, item_called, officer, titles, with_items

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def council():
    return CouncilFactory()


def at_once(*deeds):
    """Do all of them, each in a thread with a connection of its own, from the same moment on."""
    start = Barrier(len(deeds))

    def run(deed):
        start.wait()
        try:
            deed()
        finally:
            connection.close()

    threads = [Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def add(meeting, title, by, **fields):
    return lambda: services.add_item(meeting=meeting, by=by, at=AT, **(OPEN | {"title": title} | fields))


def test_items_added_at_once_have_numbers_of_their_own():
    meeting, ruth, dana = with_items(1), officer(), officer()
    before = item_called(meeting, "A")
    at_once(*[add(meeting, f"New {n}", (ruth, dana)[n % 2], before=before) for n in range(6)])
    assert [title.split()[0] for title in titles(meeting)] == list("1234567")
    assert titles(meeting)[-1] == "7 A"


def test_the_same_press_twice_at_once_is_one_item():
    meeting, ruth = with_items(1), officer()
    at_once(*[add(meeting, "New", ruth)] * 4)
    assert titles(meeting) == ["1 A", "2 New"]
    assert Event.objects.filter(type="agenda-item-added").count() == 1


def test_adding_moving_and_removing_at_once_leaves_no_gap():
    meeting, ruth, dana = with_items(5), officer(), officer()
    moved, removed = item_called(meeting, "B"), item_called(meeting, "E")
    at_once(
        lambda: services.move_item(item=moved, to=1, seen=2, by=ruth, at=AT),
        add(meeting, "New", dana),
        lambda: services.remove_item(item=removed, by=dana, at=AT),
    )
    numbers = list(AgendaItem.objects.filter(meeting=meeting).values_list("number", flat=True))
    assert numbers == [1, 2, 3, 4, 5]


def test_the_exclusion_is_proposed_once():
    meeting, ruth, dana = with_items(1), officer(), officer()
    AgendaItemFactory(meeting=meeting, number=2, exempt=True)
    at_once(*[lambda by=by: services.propose_exclusion(meeting=meeting, by=by, at=AT) for by in (ruth, dana)])
    assert AgendaItem.objects.filter(meeting=meeting, kind="exclusion").count() == 1


def test_the_usual_items_are_written_down_once():
    body, ruth, dana = BodyFactory(), officer(), officer()
    at_once(*[lambda by=by: services.begin_standing_items(body=body, by=by, at=AT) for by in (ruth, dana)])
    assert StandingItem.objects.filter(body=body).count() == 7
    assert Event.objects.filter(type="standing-items-begun").count() == 1
