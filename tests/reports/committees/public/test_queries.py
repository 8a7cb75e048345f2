"""A public page of meetings asks the database as often for many rows as for few, and seldom more than four times."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.bodies import BodyFactory
from tests.reports.committees.public.filled import public_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
FEW, MANY = 2, 12


def asked(address):
    """How many queries the second look takes; the first remembers who the council is."""
    Client().get(address)
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(address).status_code == 200
    return len(queries)


def meetings():
    """One with few items on a day, and one with many in the same body: their addresses."""
    body = BodyFactory(regime="council-committee")
    few = public_meeting(FEW, body=body, meets_on=date(2026, 1, 7))
    yield few
    for month in range(2, MANY):
        many = public_meeting(MANY, body=body, meets_on=date(2026, month, 4))
    yield many


def test_meeting_takes_as_many_queries_for_many_items_as_for_few():
    assert [asked(meeting.get_absolute_url()) for meeting in meetings()] == [4, 4]


def test_paper_takes_four_queries():
    meeting = public_meeting(FEW)
    paper = meeting.items.get(number=1).papers.get(access="open")
    assert asked(paper.get_absolute_url()) == 4


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/meetings/?when=past", 3),
        ("/meetings/calendar/2026/", 1),
        ("/papers/", 3),
        ("/papers/?search=children", 5),
        ("/decisions/", 4),
        ("/meetings/papers.atom", 1),
        ("/meetings/calendar.ics", 1),
    ],
)
def test_list_takes_as_many_queries_for_many_rows_as_for_few(address, most):
    filled = meetings()
    next(filled)
    few = asked(address)
    next(filled)
    assert [few, asked(address)] == [most, most]


def test_page_of_a_body_takes_four_queries_however_often_it_met():
    filled = meetings()
    address = f"/meetings/bodies/{next(filled).body.slug}/"
    few = asked(address)
    next(filled)
    assert [few, asked(address)] == [4, 4]
