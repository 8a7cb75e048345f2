"""Who came: written down once, corrected in sight, and duty T2 with it."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.models import Body
from members.roles import COMMITTEE_MEMBER, DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER
from reports.committees import services
from reports.committees.facts import attending as facts
from reports.committees.models import Attendance, Interest, Meeting
from reports.committees.rules.attending import Given, quorum_of
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, MeetingFactory
from tests.factories.members import AppointmentFactory
from tests.members.duties.deeds import TODAY, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

THERE, AWAY = Given("present"), Given("apologies")
SINCE = TODAY.date() - timedelta(days=400)


@pytest.fixture
def clerk():
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER, starts_on=SINCE).person


@pytest.fixture
def body():
    return BodyFactory(name="Corporate Parenting Board", regime=Body.Regime.COMMITTEE, quorum=2, starts_on=SINCE)


def member(body, role=COMMITTEE_MEMBER, place="member", **person):
    given = {f"person__{name}": value for name, value in person.items()}
    return AppointmentFactory(role__slug=role, body=body, place=place, starts_on=SINCE, **given).person


@pytest.fixture
def meeting(body):
    return MeetingFactory(body=body, published=True, meets_on=TODAY.date() - timedelta(days=1))


def record(meeting, given, clerk, at=TODAY, version=None):
    version = version or Meeting.objects.get(pk=meeting.pk).version
    return services.record_attendance(meeting=meeting, version=version, given=given, by=clerk, at=at)


def types():
    return list(Event.objects.order_by("number").values_list("type", flat=True))


@pytest.mark.parametrize("role", [COMMITTEE_MEMBER, LEAD_MEMBER, DCS])
def test_t2_is_met_by_whoever_came_and_asked_of_whoever_did_not(body, meeting, clerk, role):
    one, other = member(body, role), member(body)
    assert state(one, "T2") == "not-asked"
    record(meeting, {one: THERE, other: AWAY}, clerk)
    assert (state(one, "T2"), state(other, "T2")) == ("met", "due")
    assert state(other, "T2", 15) == "overdue"


def test_the_next_meeting_of_the_body_makes_up_for_one_that_was_missed(body, meeting, clerk):
    one = member(body)
    record(meeting, {one: AWAY}, clerk)
    elsewhere = MeetingFactory(meets_on=TODAY.date() - timedelta(days=2))
    record(elsewhere, {one: THERE}, clerk)
    assert state(one, "T2") == "due"
    later = MeetingFactory(body=body, meets_on=TODAY.date() - timedelta(days=3))
    record(later, {one: THERE}, clerk)
    assert state(one, "T2") == "met"


def test_a_correction_takes_it_back(body, meeting, clerk):
    one = member(body)
    record(meeting, {one: THERE}, clerk)
    record(meeting, {one: Given("absent")}, clerk)
    assert state(one, "T2") == "due"
    record(meeting, {one: Given("remote")}, clerk)
    assert state(one, "T2") == "met"


def test_the_same_again_writes_nothing(body, meeting, clerk):
    one = member(body)
    assert record(meeting, {one: THERE}, clerk, version=1) == 1
    before = types()
    assert record(meeting, {one: THERE}, clerk, version=1) == 0
    assert types() == before
    assert before.count("meeting-held") == before.count("meeting-attended") == 1
    meeting = Meeting.objects.get(pk=meeting.pk)
    assert (meeting.status, meeting.held_at) == ("held", TODAY)
    with pytest.raises(Stale):
        record(meeting, {one: AWAY}, clerk, version=1)


def test_everybody_who_was_expected_has_an_answer(body, meeting, clerk):
    one = member(body)
    member(body, name="Peter Hall")
    member(body, place="substitute", name="Sue Reserve")
    with pytest.raises(ValidationError, match="Say of Peter Hall whether they came"):
        record(meeting, {one: THERE}, clerk)
    assert Meeting.objects.get(pk=meeting.pk).status == "published"


def test_a_guest_is_not_asked_and_counts_for_coming(body, meeting, clerk):
    one, guest = member(body), AppointmentFactory(role__slug=DCS, starts_on=SINCE).person
    record(meeting, {one: THERE, guest: THERE}, clerk)
    assert Event.objects.filter(type="meeting-held", counts_for_id=guest.public_id).count() == 0
    assert Event.objects.filter(type="meeting-attended").count() == 2


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Given("late"), "Say of Ann Other whether they came"),
        (Given("absent", came_at=time(15)), "did not come. Leave the hours empty"),
        (Given("present", came_at=time(13)), "The meeting began at 14:00"),
        (Given("present", came_at=time(15), left_at=time(14, 30)), "left before they came"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(body, meeting, clerk, given, words):
    with pytest.raises(ValidationError, match=words):
        record(meeting, {member(body, name="Ann Other"): given}, clerk)
    assert not Attendance.objects.exists()


def test_one_stands_in_for_one_who_did_not_come(body, meeting, clerk):
    away, there = member(body, name="Amina Begum"), member(body, name="Peter Hall")
    first, second = member(body, place="substitute", name="Sue"), member(body, place="substitute", name="Tom")
    for given, words in (
        ({first: Given("present", first)}, "for themselves"),
        ({first: Given("present", there)}, "Peter Hall was there"),
        ({first: Given("present", away), second: Given("present", away)}, "for Amina Begum already"),
        ({first: Given("absent", away)}, "stood in for nobody"),
    ):
        with pytest.raises(ValidationError, match=words):
            record(meeting, {away: AWAY, there: THERE} | given, clerk)
    record(meeting, {away: AWAY, there: THERE, first: Given("present", away)}, clerk)
    assert facts.quorum(meeting, facts.of(meeting)).there == 2


def test_quorum_counts_votes_in_the_room_where_the_law_says_how_it_meets(body, meeting, clerk):
    one, remote, adviser = member(body), member(body), member(body, place="adviser")
    record(meeting, {one: THERE, remote: Given("remote"), adviser: THERE}, clerk)
    quorum = facts.quorum(meeting, facts.of(meeting))
    assert (quorum.there, quorum.least, quorum.remotely, quorum.is_met) == (1, 2, 1, False)
    Body.objects.update(regime=Body.Regime.INFORMAL)
    meeting = Meeting.objects.get(pk=meeting.pk)
    assert facts.quorum(meeting, facts.of(meeting)).is_met


@pytest.mark.parametrize(("seats", "least"), [(None, 2), (4, 2), (9, 3), (12, 3), (13, 4)])
def test_quorum_is_a_quarter_where_nothing_is_written_down(seats, least):
    assert quorum_of(Body(seats=seats, quorum=None))[0] == least


def test_only_from_its_hour_on_and_until_the_minutes_are_confirmed(body, meeting, clerk):
    one = member(body)
    with pytest.raises(NotAllowed, match="has not begun"):
        record(meeting, {one: THERE}, clerk, at=meeting.starts_at - timedelta(minutes=1))
    with pytest.raises(NotAllowed):
        record(meeting, {one: THERE}, one)
    for status, words in (("confirmed", "minutes are confirmed"), ("cancelled", "was cancelled")):
        Meeting.objects.update(status=status, held_at=TODAY, cancelled_because="Snow")
        with pytest.raises(NotAllowed, match=words):
            record(meeting, {one: THERE}, clerk)


def declare(meeting, person, clerk, **fields):
    given = {"item": None, "kind": "other", "what": "Governor", "part": "stayed", "dispensation": ""} | fields
    return services.declare_interest(meeting=meeting, person=person, by=clerk, at=TODAY, **given)


def test_interest_is_declared_once_an_item_and_may_be_taken_out(body, meeting, clerk):
    one, item = member(body), AgendaItemFactory(meeting=meeting)
    first = declare(meeting, one, clerk, item=item)
    assert declare(meeting, one, clerk, item=item) == first
    with pytest.raises(ValidationError, match="written down already"):
        declare(meeting, one, clerk, item=item, what="Trustee")
    declare(meeting, one, clerk)
    for _ in range(2):
        services.withdraw_interest(interest=first, by=clerk, at=TODAY)
    assert Interest.objects.count() == 1
    assert types().count("interest-withdrawn") == 1


def test_pecuniary_interest_means_leaving_unless_dispensed(body, meeting, clerk):
    one = member(body)
    with pytest.raises(ValidationError, match="takes no part and leaves"):
        declare(meeting, one, clerk, kind="pecuniary")
    with pytest.raises(ValidationError, match="Say what the interest is"):
        declare(meeting, one, clerk, what=" ")
    declare(meeting, one, clerk, kind="pecuniary", dispensation="Monitoring officer, 2 June 2026")
