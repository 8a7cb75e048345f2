"""What each reader finds of minutes, and the officer's pages."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from members.roles import COMMITTEE_MEMBER, COUNCILLOR, DEMOCRATIC_SERVICES_OFFICER
from reports.committees.models import Minute, Minutes
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, MeetingFactory, MinuteChangeFactory, MinuteFactory
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SECRET = "Zwillingsotter"


@pytest.fixture
def officer(client_of):
    return client_of(DEMOCRATIC_SERVICES_OFFICER)


@pytest.fixture
def body():
    return BodyFactory(name="Corporate Parenting Board")


@pytest.fixture
def meeting(body):
    return MeetingFactory(body=body, held=True, meets_on=timezone.localdate() - timedelta(days=30))


@pytest.fixture
def minute(meeting):
    item = AgendaItemFactory(meeting=meeting, published=True, exempt=True, title=f"The {SECRET} tender")
    text = "Members looked at a tender."
    return MinuteFactory(minutes__meeting=meeting, item=item, text=text, exempt_text=f"{SECRET} was chosen.")


def page_of(meeting):
    return f"{meeting.get_absolute_url()}minutes/"


def approve(minute):
    Minutes.objects.update(status="approved", approved_at=timezone.now())


def test_draft_is_read_by_officers_and_the_chair_alone(client, client_of, officer, minute, meeting):
    chair = AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=meeting.body, place="chair").person
    member = AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=meeting.body, place="member").person
    found = {
        name: one.get(page_of(meeting)).status_code
        for name, one in {
            "public": client,
            "member": PersonsClient(member),
            "chair": PersonsClient(chair),
            "officer": officer,
        }.items()
    }
    assert found == {"public": 404, "member": 404, "chair": 200, "officer": 200}


def test_chair_approves_on_the_page_and_everybody_reads_it(client, minute, meeting):
    chair = PersonsClient(AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=meeting.body, place="chair").person)
    assert "I approve this draft" in chair.get(page_of(meeting)).text
    address = reverse("committees:minutes-approve", args=[meeting.public_id])
    stale = chair.post(address, {"version": "7"}, follow=True).text
    assert "Somebody changed this while you read it" in stale
    assert "Draft, not yet confirmed" in chair.post(address, {"version": "1"}, follow=True).text
    assert "Members looked at a tender." in client.get(page_of(meeting)).text
    assert "Draft minutes, approved by the chair" in client.get(meeting.get_absolute_url()).text


def test_what_was_said_without_the_public_is_read_by_the_body(client, client_of, minute, meeting):
    approve(minute)
    MinuteChangeFactory(minute=minute, text_before=minute.text, exempt_text_before=f"{SECRET} was not chosen.")
    page = client.get(page_of(meeting)).text
    assert SECRET not in page
    assert "Changed on" not in page
    assert SECRET not in client_of(COUNCILLOR).get(page_of(meeting)).text
    member = AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=meeting.body, place="member").person
    assert f"{SECRET} was chosen." in PersonsClient(member).get(page_of(meeting)).text


def test_changes_are_in_sight_word_by_word(client, minute, meeting):
    approve(minute)
    MinuteChangeFactory(minute=minute, text_before="Members noted a tender.", because="The chair asked for it.")
    page = client.get(page_of(meeting)).text
    assert "The chair asked for it." in page
    assert "<del>noted</del>" in page
    assert "<ins>looked at</ins>" in page


def test_minutes_of_a_private_meeting_are_for_members(client, client_of, minute, meeting):
    approve(minute)
    type(meeting).objects.update(is_public=False)
    assert client.get(page_of(meeting)).status_code == 404
    assert client_of(COUNCILLOR).get(page_of(meeting)).status_code == 200


def test_officer_writes_them_from_the_beginning_to_the_end(officer, body, meeting):
    AgendaItemFactory(meeting=meeting, number=1, title="School moves", published=True)
    page = reverse("committees:minutes-update", args=[meeting.public_id])
    assert "Begin the minutes" in officer.get(page).text
    begun = officer.post(reverse("committees:minutes-start", args=[meeting.public_id]), follow=True).text
    assert "Nothing is written yet of item 1." in begun
    hours = {"began_at": "14:00", "ended_at": "13:00", "version": "1"}
    refused = officer.post(page, hours).text
    assert "It ended before it began." in refused
    assert officer.post(page, hours | {"ended_at": "15.30"}).status_code == 302
    entry = reverse("committees:minute-update", args=[Minute.objects.get().public_id])
    refused = officer.post(entry, {"text": "NHS number 999 123 4560", "exempt_text": "", "version": "1"}).text
    assert "999 123 4560" in refused
    assert officer.post(entry, {"text": "Noted.", "exempt_text": "", "version": "1"}).status_code == 302
    stale = officer.post(entry, {"text": "Welcomed.", "exempt_text": "", "version": "1"}).text
    assert "Welcomed." in stale
    assert "changed" in stale
    approve_it = reverse("committees:minutes-approve", args=[meeting.public_id])
    assert "Confirm these minutes" in officer.post(approve_it, {"version": "2"}, follow=True).text
    later = MeetingFactory(body=body, meets_on=timezone.localdate() - timedelta(days=1))
    chair = AppointmentFactory(body=body, place="chair").person
    confirm = reverse("committees:minutes-confirm", args=[meeting.public_id])
    assert "Choose who signed them." in officer.post(confirm, {"at_meeting": later.public_id, "version": "3"}).text
    given = {"at_meeting": later.public_id, "signed_by": chair.public_id, "version": "3"}
    done = officer.post(confirm, given, follow=True).text
    assert "The minutes are confirmed." in done
    assert "Write this entry" not in done


def test_queries_do_not_grow(client, minute, meeting, django_assert_max_num_queries):
    approve(minute)
    for number in range(2, 12):
        item = AgendaItemFactory(meeting=meeting, number=number, published=True)
        MinuteFactory(minutes=minute.minutes, item=item)
    client.get(page_of(meeting))
    with django_assert_max_num_queries(4):
        client.get(page_of(meeting))


@pytest.mark.parametrize("path", ["/meetings/2026/02/31/cabinet/minutes/", "/meetings/2026/02/28/nobody/minutes/"])
def test_no_such_minutes_are_not_found(client, path):
    assert client.get(path).status_code == 404
