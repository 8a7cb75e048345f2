"""The list that is filled in in the room, and the year's table."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from members.roles import DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER
from reports.committees.facts.attending import interests_of
from reports.committees.models import Attendance, Interest, Meeting
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, AttendanceFactory, InterestFactory, MeetingFactory
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def officer(client_of):
    return client_of(DEMOCRATIC_SERVICES_OFFICER)


@pytest.fixture
def meeting():
    body = BodyFactory(name="Corporate Parenting Board", quorum=1)
    return MeetingFactory(body=body, published=True, meets_on=timezone.localdate() - timedelta(days=1))


@pytest.fixture
def people(meeting):
    names = ("Amina Begum", "Peter Hall")
    return [AppointmentFactory(body=meeting.body, place="member", person__name=name).person for name in names]


def page_of(meeting):
    return reverse("committees:attendance-update", args=[meeting.public_id])


def answers(people, *outcomes, **more):
    rows = zip(people, outcomes, strict=True)
    return {"version": "1"} | {f"outcome-{one.public_id}": outcome for one, outcome in rows} | more


def test_written_down_through_the_form(officer, meeting, people):
    assert "Amina Begum" in officer.get(page_of(meeting)).text
    late = {f"came-{people[0].public_id}": "14.20"}
    page = officer.post(page_of(meeting), answers(people, "present", "apologies", **late), follow=True).text
    assert "Attendance is written down." in page
    assert "There was a quorum" in page
    assert f"{Attendance.objects.get(person=people[0]).came_at:%H:%M}" == "14:20"
    assert 'value="14:20"' in page


def test_nothing_typed_is_lost(officer, meeting, people):
    more = {f"came-{people[0].public_id}": "soon", f"left-{people[1].public_id}": "15:00"}
    page = officer.post(page_of(meeting), answers(people, "present", "absent", **more)).text
    assert "“soon” is no hour. Write it like 14:05." in page
    assert 'value="soon"' in page
    assert 'value="15:00"' in page
    assert not Attendance.objects.exists()
    page = officer.post(page_of(meeting), answers(people, "present", "absent", **more | {next(iter(more)): ""})).text
    assert "Peter Hall did not come. Leave the hours empty" in page


def test_second_person_is_told_and_may_save_once_more(officer, meeting, people):
    officer.post(page_of(meeting), answers(people, "present", "apologies"))
    page = officer.post(page_of(meeting), answers(people, "present", "remote")).text
    assert "changed" in page
    given = answers(people, "present", "remote") | {"version": str(Meeting.objects.get().version)}
    assert officer.post(page_of(meeting), given).status_code == 302


def test_somebody_else_is_found_by_name_and_nothing_is_saved(officer, meeting, people):
    guest = AppointmentFactory(person__name="Ines Marlow").person
    given = answers(people, "present", "present", search="marl", find="1")
    page = officer.post(page_of(meeting), given).text
    assert "Now in the list: Ines Marlow" in page
    assert f'name="added" value="{guest.public_id}"' in page
    assert not Attendance.objects.exists()


def test_strangers_in_the_list_are_refused(officer, meeting, people):
    given = answers(people, "present", "present") | {"outcome-00000000-0000-4000-8000-000000000000": "present"}
    assert "Somebody in this list is not known here" in officer.post(page_of(meeting), given).text


def test_before_it_begins_the_page_says_so(officer):
    meeting = MeetingFactory(meets_on=timezone.localdate() + timedelta(days=1))
    answer = officer.get(page_of(meeting))
    assert answer.status_code == 403
    assert "has not begun yet" in answer.text


def test_interest_through_its_form(officer, meeting, people):
    item = AgendaItemFactory(meeting=meeting, title="School moves")
    officer.post(page_of(meeting), answers(people, "present", "apologies"))
    address = reverse("committees:interest-create", args=[meeting.public_id])
    given = {"person": people[0].public_id, "item": item.public_id, "kind": "pecuniary", "what": "Owns the school"}
    page = officer.post(address, given | {"part": "stayed"}).text
    assert "takes no part and leaves" in page
    assert "Owns the school" in page
    page = officer.post(address, given | {"part": "left"}, follow=True).text
    assert "Amina Begum, item 1" in page or f"Amina Begum, item {item.number}" in page
    remove = reverse("committees:interest-remove", args=[Interest.objects.get().public_id])
    assert "None is written down." in officer.post(remove, follow=True).text


def test_an_interest_in_a_closed_item_is_not_read_by_its_title(client_of, meeting):
    InterestFactory(meeting=meeting, what="Zwilling", item=AgendaItemFactory(meeting=meeting, exempt=True))
    anybody = AppointmentFactory(role__slug="councillor").person
    assert interests_of(meeting, anybody.standing_on(timezone.localdate())) == []


def test_table_of_a_year_counts_who_was_expected(client_of, meeting, people, django_assert_max_num_queries):
    AttendanceFactory(meeting=meeting, person=people[0], outcome="present")
    AttendanceFactory(meeting=meeting, person=people[1], outcome="apologies")
    Meeting.objects.update(status="held", held_at=timezone.now())
    client = client_of(LEAD_MEMBER)
    with django_assert_max_num_queries(11):
        page = client.get(reverse("committees:attendance-list")).text
    assert "Amina Begum" in page
    assert "100%" in page
    figures = client.get(reverse("committees:attendance-figures")).content.decode("utf-8-sig").splitlines()
    assert figures[1:] == ["Amina Begum,1,1,0,0,0,100%,0", "Peter Hall,1,0,0,1,0,0%,0"]


def test_table_of_nothing_says_so(client_of):
    assert (
        "No attendance is written down yet." in client_of(LEAD_MEMBER).get(reverse("committees:attendance-list")).text
    )


@pytest.mark.parametrize("query", ["?year=2026", "?year=2199-00", "?body=nobody", "?year=x"])
def test_what_is_no_year_or_body_is_not_found(client_of, query):
    assert client_of(LEAD_MEMBER).get(reverse("committees:attendance-list") + query).status_code == 404


def test_member_of_the_body_does_not_write_it_down(meeting, people):
    assert PersonsClient(people[0]).get(page_of(meeting)).status_code == 403
