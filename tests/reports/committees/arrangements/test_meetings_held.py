"""Whether corporate parenting bodies meet, as “Are arrangements in place?” says it."""

from datetime import date

import pytest

from members.facts.arrangements import arrangements
from tests.factories.bodies import BodyFactory
from tests.factories.committees import MeetingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

ON = date(2026, 11, 23)


@pytest.fixture
def board():
    return BodyFactory(is_corporate_parenting=True, meetings_a_year=6)


def found():
    rows = [row for group in arrangements(ON).groups for row in group.findings if row.question == "Meetings held"]
    return [(row.is_in_place, row.said) for row in rows]


def held(body, on):
    return MeetingFactory(body=body, meets_on=on, held=True)


def test_held_against_planned_and_expected(board):
    held(board, date(2026, 10, 1))
    held(board, date(2025, 10, 1))
    MeetingFactory(body=board, meets_on=date(2026, 6, 1), status="cancelled", cancelled_because="Snow.")
    MeetingFactory(body=board, meets_on=date(2026, 12, 1))
    said = "In the last 12 months 1 held of 2 planned, 6 expected a year. The last was held on 1 October 2026."
    assert found() == [(True, said)]


def test_none_held_for_too_long_is_a_gap(board):
    held(board, date(2026, 7, 1))
    [(is_in_place, _)] = found()
    assert not is_in_place


def test_planned_and_never_held_is_a_gap(board):
    MeetingFactory(body=board, meets_on=date(2026, 9, 1))
    [(is_in_place, said)] = found()
    assert not is_in_place
    assert said.endswith("None was held yet.")


def test_other_bodies_and_those_without_a_meeting_are_left_out(board):
    held(BodyFactory(is_corporate_parenting=False), date(2026, 10, 1))
    assert found() == []
