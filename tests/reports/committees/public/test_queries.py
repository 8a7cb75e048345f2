"""A public page of meetings asks the database as often for many rows as for few; once nothing happened since, once.

The head of the record is one of the queries; before the first deed of all nothing is remembered.
"""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.roles import DCS, LEAD_MEMBER
from reports.committees.models import Meeting
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory
from tests.factories.corpparent import EventFactory
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
    assert [asked(meeting.get_absolute_url()) for meeting in meetings()] == [5, 5]


def test_paper_takes_five_queries():
    meeting = public_meeting(FEW)
    paper = meeting.items.get(number=1).papers.get(access="open")
    assert asked(paper.get_absolute_url()) == 5


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/meetings/?when=past", 4),
        ("/meetings/calendar/2026/", 1),
        ("/papers/", 4),
        ("/papers/?search=children", 5),
        ("/decisions/", 5),
        ("/meetings/papers.atom", 2),
        ("/meetings/calendar.ics", 2),
    ],
)
def test_list_takes_as_many_queries_for_many_rows_as_for_few(address, most):
    filled = meetings()
    next(filled)
    few = asked(address)
    next(filled)
    assert [few, asked(address)] == [most, most]


def test_page_of_a_body_takes_five_queries_however_often_it_met():
    filled = meetings()
    address = f"/meetings/bodies/{next(filled).body.slug}/"
    few = asked(address)
    next(filled)
    assert [few, asked(address)] == [5, 5]


def addresses():
    meeting = public_meeting(FEW)
    paper = meeting.items.get(number=1).papers.get(access="open")
    body = f"/meetings/bodies/{meeting.body.slug}/"
    lists = ["/meetings/?when=past", "/papers/", "/decisions/", "/meetings/papers.atom", "/meetings/calendar.ics"]
    return [meeting.get_absolute_url(), paper.get_absolute_url(), body, *lists]


def test_what_everybody_reads_takes_one_query_while_nothing_happens():
    EventFactory()
    found = addresses()
    assert {address: asked(address) for address in found} == dict.fromkeys(found, 1)


def test_next_reader_reads_what_happened_since():
    EventFactory()
    meeting = public_meeting(FEW)
    address = meeting.get_absolute_url()
    assert "Annex B" not in Client().get(address).text
    Meeting.objects.filter(pk=meeting.pk).update(place="Annex B")
    EventFactory()
    assert "Annex B" in Client().get(address).text


def test_a_stranger_never_reads_what_was_drawn_for_somebody_else(client_of):
    EventFactory()
    meeting = public_meeting(FEW)
    item = AgendaItemFactory(meeting=meeting, number=9, published=True, exempt=True, title="The Zwilling tender")
    address = meeting.get_absolute_url()
    assert item.title in client_of(LEAD_MEMBER).get(address).text
    assert item.title not in Client().get(address).text
    assert item.title in client_of(DCS).get(address).text


def test_what_is_typed_into_an_address_is_not_remembered_for_others():
    EventFactory()
    public_meeting(FEW)
    assert asked("/papers/?search=children") > 1
    assert "evil" not in Client().get("/papers/").text
    Client().get("/papers/?more=evil")
    assert "evil" not in Client().get("/papers/").text
