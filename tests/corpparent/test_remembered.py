"""What everybody reads: worked out again after every deed, and not in between."""

from datetime import UTC, datetime
from itertools import count

import pytest

from corpparent import remembered
from corpparent.models import Event
from tests.factories.members import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """How often it was worked out, by the name it is asked by."""
    times = count(1)
    return lambda name="page": remembered.as_recorded(name, lambda: {"times": next(times)})["times"]


def do_something():
    person = PersonFactory()
    Event.record("person-added", about=person.reference, by=person, at=datetime(2026, 10, 5, 9, 0, tzinfo=UTC))


def test_the_same_until_a_deed(asked, django_assert_num_queries):
    do_something()
    assert asked() == 1
    with django_assert_num_queries(1):
        assert asked() == 1
    do_something()
    assert asked() == 2
    assert asked() == 2


def test_each_name_for_itself(asked):
    do_something()
    assert [asked("one"), asked("other"), asked("one")] == [1, 2, 1]


def test_nothing_before_the_first_deed(asked):
    assert [asked(), asked()] == [1, 2]


def test_only_so_much(asked):
    do_something()
    for number in range(remembered.MOST + 1):
        asked(f"page {number}")
    assert len(remembered._kept) <= remembered.MOST
