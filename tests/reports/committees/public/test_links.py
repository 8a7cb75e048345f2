"""From one page of a meeting to the next: nobody has to know an address."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.roles import DEMOCRATIC_SERVICES_OFFICER
from reports.committees.models import Decision
from tests.factories.committees import AgendaItemFactory, ForwardPlanEntryFactory, MeetingFactory, PaperFactory
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient
from tests.reports.committees.public.filled import public_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def said(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def links_to(name, *things):
    return f'href="{reverse(f"committees:{name}", args=[thing.public_id for thing in things])}"'


def test_meeting_links_to_the_record_of_each_published_decision():
    meeting = public_meeting(1)
    decision = Decision.objects.get()
    assert links_to("decision-detail", decision) in said(Client(), meeting.get_absolute_url())


def test_workbench_leads_to_decisions_and_of_the_executive_to_its_notices_and_plan(client_of):
    clerk = client_of(DEMOCRATIC_SERVICES_OFFICER)
    ahead = timezone.localdate() + timedelta(days=60)
    cabinet = MeetingFactory(published=True, body__regime="executive", meets_on=ahead)
    AgendaItemFactory(meeting=cabinet, number=1, purpose="decide", title="A new home", published=True)
    page = said(clerk, reverse("committees:agenda-detail", args=[cabinet.public_id]))
    assert links_to("meeting-decisions", cabinet) in page
    assert links_to("notice-list", cabinet) in page
    assert links_to("forward-plan") in page
    assert "Item 1 asks for a decision that is not in the forward plan." in page
    ForwardPlanEntryFactory(body=cabinet.body, meeting=cabinet, decide_on=ahead, matter="A new home")
    assert "not in the forward plan" not in said(clerk, reverse("committees:agenda-detail", args=[cabinet.public_id]))


def test_workbench_of_a_committee_says_nothing_of_notices(client_of):
    meeting = MeetingFactory(body__regime="council-committee", meets_on=timezone.localdate() + timedelta(days=60))
    page = said(client_of(DEMOCRATIC_SERVICES_OFFICER), reverse("committees:agenda-detail", args=[meeting.public_id]))
    assert links_to("notice-list", meeting) not in page
    assert links_to("meeting-decisions", meeting) not in page


def test_member_asks_about_what_they_read():
    paper = PaperFactory(published=True)
    meeting = paper.item.meeting
    member = AppointmentFactory(role__slug="committee-member", body=meeting.body, place="member").person
    page = said(PersonsClient(member), reverse("committees:reading-detail", args=[meeting.public_id]))
    assert links_to("question-create", paper.item) in page
