"""What waits on the start page: papers to read, and agendas to publish."""

from datetime import date

import pytest

from members.roles import COMMITTEE_MEMBER, DEMOCRATIC_SERVICES_OFFICER
from reports.committees.waiting import agendas, reading
from tests.factories.bodies import BodyFactory, ClosedDayFactory
from tests.factories.committees import NOW, AgendaItemFactory, MeetingFactory, PaperFactory, ReadMarkFactory
from tests.factories.members import AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

TODAY = date(2026, 11, 23)
MEETS = date(2026, 12, 2)  # to be published by 24 November


@pytest.fixture
def member():
    return AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=BodyFactory(), place="member")


@pytest.fixture
def officer():
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person.standing_on(TODAY)


def paper_for(meeting, number, **fields):
    item = AgendaItemFactory(meeting=meeting, number=number, published=True)
    return PaperFactory(item=item, **({"published": True} | fields))


def test_one_row_a_meeting_of_my_body_says_how_many_papers_are_unread(member):
    meeting = MeetingFactory(body=member.body, published=True)
    papers = [paper_for(meeting, number, exempt=number == 1) for number in (1, 2, 3)]
    paper_for(meeting, 4, published=False)
    paper_for(meeting, 5, withdrawn_because="Wrong file.")
    paper_for(meeting, 6, file=None, pages=0, size=0, due_at=NOW)
    ReadMarkFactory(person=member.person, paper=papers[0])
    ReadMarkFactory(paper=papers[1])
    [need] = reading.needs(member.person.standing_on(TODAY))
    assert need.title == f"Read two papers for {member.body}"
    assert need.url == f"/meetings/{meeting.public_id}/reading/"
    assert need.by == MEETS
    assert "Scorecard" not in str(need)


def test_nothing_waits_of_other_bodies_of_what_is_over_or_cancelled_or_read(member):
    paper_for(MeetingFactory(published=True), 1)
    paper_for(MeetingFactory(body=member.body, published=True, meets_on=date(2026, 11, 22)), 1)
    cancelled = MeetingFactory(body=member.body, meets_on=date(2026, 12, 9), status="cancelled", cancelled_because="x")
    paper_for(cancelled, 1)
    read = paper_for(MeetingFactory(body=member.body, published=True), 1)
    ReadMarkFactory(person=member.person, paper=read)
    assert list(reading.needs(member.person.standing_on(TODAY))) == []


def test_it_is_one_query_however_many_meetings(member, django_assert_num_queries):
    for day in range(2, 12):
        paper_for(MeetingFactory(body=member.body, published=True, meets_on=date(2026, 12, day)), 1)
    who = member.person.standing_on(TODAY)
    with django_assert_num_queries(1):
        assert len(list(reading.needs(who))) == 5


@pytest.mark.parametrize(
    ("meets_on", "tag"),
    [
        (date(2026, 12, 2), "By 24 November 2026"),
        (date(2026, 12, 8), "By 30 November 2026"),
        (date(2026, 12, 9), None),
        (date(2026, 11, 30), "Was due 20 November 2026"),
        (date(2026, 11, 22), None),
    ],
)
def test_an_agenda_waits_from_five_working_days_before_its_last_lawful_day(officer, meets_on, tag):
    MeetingFactory(meets_on=meets_on, body__regime="council-committee")
    assert [need.tag for need in agendas.needs(officer)] == ([tag] if tag else [])


def test_a_published_or_cancelled_one_does_not_wait(officer):
    MeetingFactory(published=True)
    MeetingFactory(status="cancelled", cancelled_because="Snow")
    assert list(agendas.needs(officer)) == []


def test_days_that_the_council_closes_do_not_count(officer):
    ClosedDayFactory(on=date(2026, 11, 27))
    MeetingFactory(body__regime="council-committee")
    [need] = agendas.needs(officer)
    assert (need.tag, need.tone) == ("By 23 November 2026", "due")


def test_only_officers_are_asked_to_publish(member):
    MeetingFactory()
    assert list(agendas.needs(member.person.standing_on(TODAY))) == []
