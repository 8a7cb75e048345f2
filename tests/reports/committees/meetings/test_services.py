"""Meetings planned, changed and cancelled."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from reports.committees import services
from reports.committees.models import BusyDay, Meeting
from tests.factories.bodies import BodyFactory
from tests.factories.committees import MeetingFactory
from tests.factories.members import AppointmentFactory
from tests.reports.committees.meetings.prepared import AT, ON, committee, officer, planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def events(type_):
    return Event.objects.filter(type=type_).count()


def test_a_meeting_begins_with_the_standing_items_and_is_on_the_record():
    meeting = planned()
    assert meeting.first_on == ON
    assert meeting.is_public
    assert meeting.items.count() > 3
    details = Event.objects.get(type="meeting-planned").details
    assert details == {"body": meeting.body.slug, "on": "2027-02-03", "is_public": True}


def test_the_same_press_twice_plans_once():
    body = committee()
    assert planned(body=body) == planned(body=body)
    assert (Meeting.objects.count(), events("meeting-planned")) == (1, 1)


def test_a_body_meets_once_a_day():
    body = committee()
    planned(body=body)
    with pytest.raises(ValidationError, match="already"):
        planned(body=body, begins_at=time(18))


def test_informal_bodies_meet_in_private_unless_somebody_opens_it():
    assert not planned(body=BodyFactory(regime="informal")).is_public
    assert planned(body=BodyFactory(regime="informal"), is_public=True).is_public


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"meets_on": AT.date() - timedelta(days=1)}, "meets_on"),
        ({"ends_at": time(14)}, "ends_at"),
        ({"convened_on": date(2027, 1, 1)}, "convened_on"),
        ({"place": ""}, "place"),
        ({"joining": "Write to the mother of 943 476 5919"}, "joining"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(fields, where):
    with pytest.raises(ValidationError) as refused:
        planned(**fields)
    assert where in refused.value.message_dict
    assert not Meeting.objects.exists()


def test_partners_and_ended_bodies_have_no_meetings():
    with pytest.raises(ValidationError, match="partner"):
        planned(body=BodyFactory(kind="partner"))
    with pytest.raises(ValidationError, match="not in being"):
        planned(body=committee(ends_on=ON - timedelta(days=1)))


@pytest.mark.parametrize("role", ["councillor", "director-of-childrens-services", "performance-officer"])
def test_others_plan_nothing(role):
    who = AppointmentFactory(role__slug=role).person
    with pytest.raises(NotAllowed):
        planned(by=who)
    with pytest.raises(NotAllowed):
        services.cancel_meeting(meeting=MeetingFactory(), because="Snow.", by=who, at=AT)
    with pytest.raises(NotAllowed):
        services.add_busy_day(name="Half-term", starts_on=ON, ends_on=ON, by=who, at=AT)


def test_a_series_is_planned_whole_or_not_at_all():
    body = committee()
    days = [ON, ON + timedelta(days=28)]
    given = {"body": body, "begins_at": time(14), "place": "Chamber", "by": officer(), "at": AT}
    with pytest.raises(ValidationError) as refused:
        services.plan_series(days=[*days, date(2020, 1, 1)], **given)
    assert "1 January 2020" in str(refused.value.message_dict["days"])
    assert not Meeting.objects.exists()
    services.plan_series(days=days, **given)
    services.plan_series(days=days, **given)
    assert [meeting.meets_on for meeting in Meeting.objects.order_by("meets_on")] == days


def test_a_moved_meeting_keeps_its_hour_across_the_clock_change_and_tells_its_members():
    meeting = planned(meets_on=date(2027, 3, 26))
    seat = AppointmentFactory(body=meeting.body, place="member")
    AppointmentFactory(body=committee(), place="member")
    before = meeting.starts_at.utcoffset()
    moved = services.change_meeting(meeting=meeting, version=1, by=officer(), at=AT, meets_on=date(2027, 3, 31))
    assert (moved.starts_at.hour, moved.begins_at) == (14, time(14))
    assert moved.starts_at.utcoffset() - before == timedelta(hours=1)
    assert (moved.sequence, moved.version, moved.first_on) == (1, 2, date(2027, 3, 26))
    notice = Notice.objects.get()
    assert (notice.person_id, notice.path) == (seat.person.public_id, moved.get_absolute_url())
    assert events("meeting-moved") == 1


def test_another_room_is_a_change_that_calendars_see_and_nobody_is_told_of():
    meeting = planned()
    AppointmentFactory(body=meeting.body, place="member")
    services.change_meeting(meeting=meeting, version=1, by=None, at=AT, place="Library")
    services.change_meeting(meeting=meeting, version=1, by=None, at=AT, place="Library")
    meeting.refresh_from_db()
    assert (meeting.sequence, Notice.objects.count(), events("meeting-changed")) == (1, 0, 1)


def test_a_stale_page_changes_nothing():
    meeting = planned()
    services.change_meeting(meeting=meeting, version=1, by=None, at=AT, place="Library")
    with pytest.raises(Stale):
        services.change_meeting(meeting=meeting, version=1, by=None, at=AT, place="Museum")


def test_it_does_not_move_onto_another_meeting_of_its_body():
    meeting = planned()
    other = planned(body=meeting.body, meets_on=ON + timedelta(days=7))
    with pytest.raises(ValidationError, match="already"):
        services.change_meeting(meeting=meeting, version=1, by=None, at=AT, meets_on=other.meets_on)


def test_what_was_held_stays():
    meeting = MeetingFactory(held=True)
    with pytest.raises(NotAllowed, match="held"):
        services.change_meeting(meeting=meeting, version=1, by=None, at=AT, place="Library")
    with pytest.raises(NotAllowed, match="held"):
        services.cancel_meeting(meeting=meeting, because="Snow.", by=None, at=AT)


def test_a_cancelled_meeting_says_why_once():
    meeting = planned()
    AppointmentFactory(body=meeting.body, place="chair")
    with pytest.raises(ValidationError, match="Say why"):
        services.cancel_meeting(meeting=meeting, because=" ", by=None, at=AT)
    for _ in range(2):
        services.cancel_meeting(meeting=meeting, because="Snow.", by=officer(), at=AT)
    meeting.refresh_from_db()
    assert (meeting.status, meeting.cancelled_because, meeting.sequence) == ("cancelled", "Snow.", 1)
    assert (Notice.objects.count(), events("meeting-cancelled")) == (1, 1)
    with pytest.raises(NotAllowed, match="cancelled"):
        services.change_meeting(meeting=meeting, version=2, by=None, at=AT, place="Library")


def test_busy_days_are_listed_once_and_taken_off_once():
    given = {"name": "Half-term", "starts_on": ON, "by": officer(), "at": AT}
    busy = services.add_busy_day(ends_on=ON + timedelta(days=4), **given)
    assert services.add_busy_day(ends_on=ON + timedelta(days=4), **given) == busy
    with pytest.raises(ValidationError, match="before the first"):
        services.add_busy_day(ends_on=ON - timedelta(days=1), **given)
    for _ in range(2):
        services.remove_busy_day(busy=busy, by=None, at=AT)
    assert not BusyDay.objects.exists()
    assert (events("busy-day-added"), events("busy-day-removed")) == (1, 1)
