"""Minutes: begun once from what is known, approved by the chair, confirmed at a later meeting, changes in sight."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.models import Body
from members.roles import COMMITTEE_MEMBER, DEMOCRATIC_SERVICES_OFFICER
from reports.committees import services
from reports.committees.models import Meeting, Minute, MinuteChange, Minutes
from reports.committees.waiting import together
from tests.factories.bodies import BodyFactory
from tests.factories.committees import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    InterestFactory,
    MeetingFactory,
    PublicationFactory,
)
from tests.factories.members import AppointmentFactory
from tests.members.duties.deeds import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SINCE = TODAY.date() - timedelta(days=400)


@pytest.fixture
def clerk():
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER, starts_on=SINCE).person


@pytest.fixture
def body():
    return BodyFactory(name="Corporate Parenting Board", regime=Body.Regime.COMMITTEE, starts_on=SINCE)


@pytest.fixture
def chair(body):
    return AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=body, place="chair", starts_on=SINCE).person


@pytest.fixture
def meeting(body):
    meeting = MeetingFactory(body=body, held=True, meets_on=TODAY.date() - timedelta(days=30))
    AgendaItemFactory(meeting=meeting, number=1, kind="apologies", title="Apologies", published=True)
    AgendaItemFactory(meeting=meeting, number=2, kind="interests", title="Interests", published=True)
    AgendaItemFactory(
        meeting=meeting, number=3, title="School moves", published=True, urgent_because="A school closes."
    )
    AgendaItemFactory(meeting=meeting, number=4, title="The tender", published=True, exempt=True)
    return meeting


def texts(minutes):
    return {one.item.number: (one.text, one.exempt_text) for one in minutes.entries.select_related("item")}


def start(meeting, clerk):
    return services.start_minutes(meeting=meeting, by=clerk, at=TODAY)


def write(minute, clerk, text, **more):
    minute.refresh_from_db()
    given = {"version": minute.version, "exempt_text": minute.exempt_text} | more
    return services.write_minute(minute=minute, text=text, by=clerk, at=TODAY, **given)


def fill(minutes, clerk):
    for one in minutes.entries.filter(text=""):
        write(one, clerk, "Noted.")


def approve(minutes, by):
    minutes.refresh_from_db()
    return services.approve_minutes(minutes=minutes, version=minutes.version, by=by, at=TODAY)


def confirm(minutes, at_meeting, clerk, chair, at=TODAY):
    minutes.refresh_from_db()
    given = {"version": minutes.version, "signed_by": chair, "at_meeting": at_meeting}
    return services.confirm_minutes(minutes=minutes, by=clerk, at=at, **given)


def test_begun_with_what_is_known(meeting, clerk):
    items = {item.number: item for item in meeting.items.all()}
    AttendanceFactory(meeting=meeting, outcome="apologies", person__name="Amina Begum")
    InterestFactory(meeting=meeting, person__name="Peter Hall", item=items[3], what="Governor")
    DecisionFactory(item=items[3], number=1, title="That the moves are noted.")
    closed = {"access": "exempt", "public_title": "Award", "paragraphs": [3], "interest": "Bids."}
    closed |= {"review_on": TODAY.date() + timedelta(days=90)}
    DecisionFactory(item=items[4], number=1, title="That Zwilling is awarded.", **closed)
    PublicationFactory(meeting=meeting, late_because="The tender ended late.")
    minutes = start(meeting, clerk)
    said = texts(minutes)
    assert said[1][0].startswith("Apologies were received from Amina Begum.")
    assert "Peter Hall declared an interest (item 3): Governor." in said[2][0]
    assert "urgent, by reason of these special circumstances: A school closes." in said[3][0]
    assert "Decided: That the moves are noted." in said[3][0]
    assert said[4] == ("Considered without the press and public.", "Decided: That Zwilling is awarded.")
    assert "The tender ended late." in " ".join(text for text, _ in said.values())


def test_begun_once_and_only_after_the_meeting_was_held(meeting, clerk, body):
    assert start(meeting, clerk) == start(meeting, clerk)
    assert Event.objects.filter(type="minutes-started").count() == 1
    with pytest.raises(NotAllowed, match="Write down who came first"):
        start(MeetingFactory(body=body, published=True), clerk)


def test_chair_approves_when_each_item_has_words(meeting, clerk, chair):
    minutes = start(meeting, clerk)
    with pytest.raises(ValidationError, match="Nothing is written of item 4"):
        approve(minutes, chair)
    fill(minutes, clerk)
    stranger = AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=meeting.body, place="member").person
    with pytest.raises(NotAllowed, match="The chair of the meeting approves"):
        approve(minutes, stranger)
    titles = [need.title for need in together.needs(chair.standing_on(TODAY.date()))]
    assert "Approve the draft minutes: Corporate Parenting Board" in titles
    for _ in range(2):
        approve(minutes, chair)
    (event,) = Event.objects.filter(type="minutes-approved")
    assert event.details == {"chair": True}


def test_officer_is_told_of_minutes_that_are_late(meeting, clerk):
    found = [need for need in together.needs(clerk.standing_on(TODAY.date())) if need.title.startswith("Write the min")]
    assert [need.tone for need in found] == ["late"]


def test_change_after_approval_keeps_what_was_there_with_its_reason(meeting, clerk, chair):
    minutes = start(meeting, clerk)
    fill(minutes, clerk)
    one = minutes.entries.get(item__number=3)
    write(one, clerk, "Members noted the report.")
    assert not MinuteChange.objects.exists()
    approve(minutes, chair)
    with pytest.raises(ValidationError, match="say why you change it"):
        write(one, clerk, "Members welcomed the report.")
    for _ in range(2):
        write(one, clerk, "Members welcomed the report.", because="The chair asked for it.")
    (change,) = MinuteChange.objects.all()
    assert (change.text_before, change.because) == ("Members noted the report.", "The chair asked for it.")
    assert Event.objects.filter(type="minute-changed").count() == 1


def test_the_second_writer_is_told(meeting, clerk):
    one = start(meeting, clerk).entries.get(item__number=3)
    write(one, clerk, "First.", version=1)
    with pytest.raises(Stale):
        write(one, clerk, "Second.", version=1)
    with pytest.raises(ValidationError):
        write(one, clerk, "His NHS number is 999 123 4560.")


def test_confirmed_at_a_later_meeting_that_has_begun_and_never_changed_again(meeting, clerk, chair, body):
    minutes = start(meeting, clerk)
    fill(minutes, clerk)
    later = MeetingFactory(body=body, meets_on=TODAY.date() - timedelta(days=1))
    with pytest.raises(NotAllowed, match="has not approved the draft"):
        confirm(minutes, later, clerk, chair)
    approve(minutes, chair)
    for wrong, words in (
        (meeting, "Choose a later meeting"),
        (MeetingFactory(meets_on=TODAY.date() - timedelta(days=2)), "Choose a later meeting"),
        (MeetingFactory(body=body, meets_on=TODAY.date() + timedelta(days=1)), "has not begun yet"),
        (MeetingFactory(body=body, meets_on=TODAY.date(), status="cancelled", cancelled_because="Snow"), "cancelled"),
    ):
        with pytest.raises(ValidationError, match=words):
            confirm(minutes, wrong, clerk, chair)
    for _ in range(2):
        confirm(minutes, later, clerk, chair)
    assert Meeting.objects.get(pk=meeting.pk).status == "confirmed"
    assert Minutes.objects.get().signed_by == chair
    with pytest.raises(NotAllowed, match="confirmed and signed"):
        write(Minute.objects.first(), clerk, "Other words.")
    assert Event.objects.filter(type="minutes-confirmed").count() == 1


def test_hours_are_of_a_draft(meeting, clerk, chair):
    minutes = start(meeting, clerk)
    given = {"began_at": meeting.begins_at, "by": clerk, "at": TODAY}
    with pytest.raises(ValidationError, match="ended before it began"):
        services.set_hours(minutes=minutes, version=1, ended_at=meeting.begins_at, **given)
