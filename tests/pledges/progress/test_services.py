"""Saying how a promise stands, and correcting what was said."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from corpparent.models import Event
from corpparent.periods import Period
from corpparent.references import Reference
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from pledges.models import Progress
from pledges.services import EvidenceGiven, record_progress
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import ActionFactory, CommitmentFactory, PledgeFactory, PromiseFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
Q2 = Period.parse("2026-27-Q2")
COUNT = EvidenceGiven("Count of visits before a move", date(2026, 9, 28), "https://example.org/count")


@pytest.fixture
def manager():
    return AppointmentFactory(role__slug="childrens-services-manager").person


@pytest.fixture
def participation():
    return AppointmentFactory(role__slug="participation-officer").person


@pytest.fixture
def promise():
    return PromiseFactory(pledge=PledgeFactory(live=True))


def say(of, by, voice="officers", rating="partly", **fields):
    given = {"period": Q2, "words": "Half of the moves had a visit first.", "at": AT} | fields
    return record_progress(of=of, by=by, voice=voice, rating=rating, **given)


def hear(of, by, rating="not-kept", **fields):
    given = {"heard_how": "Children’s council, eight of them", "words": "Nobody asked us first."} | fields
    return say(of, by, "young-people", rating, **given)


def events():
    return list(Event.objects.order_by("number").values_list("type", flat=True))


def test_record_progress_keeps_what_was_said_with_its_evidence(promise, manager):
    made = say(promise, manager, rating="kept", evidence=[COUNT])
    assert (made.promise, made.period, made.starts_on, made.ends_on) == (
        promise,
        "2026-27-Q2",
        date(2026, 7, 1),
        date(2026, 9, 30),
    )
    (shown,) = made.evidence.all()
    assert (shown.title, shown.dated_on, shown.link) == (COUNT.title, COUNT.dated_on, COUNT.link)
    event = Event.objects.get()
    assert (event.type, event.details) == (
        "progress-recorded",
        {"voice": "officers", "period": "2026-27-Q2", "rating": "kept"},
    )
    assert "moves" not in str(list(Event.objects.values()))


def test_record_progress_in_two_voices_by_two_people(promise, manager, participation):
    say(promise, manager, rating="kept", evidence=[COUNT])
    hear(promise, participation)
    assert set(Progress.objects.values_list("voice", "rating")) == {("officers", "kept"), ("young-people", "not-kept")}
    assert events() == ["progress-recorded", "progress-recorded"]


def test_record_progress_of_a_partners_commitment(manager):
    commitment = CommitmentFactory(pledge=PledgeFactory(live=True))
    assert say(commitment, manager).commitment == commitment


def test_record_progress_with_evidence_in_the_portal(promise, manager):
    action = ActionFactory(promise=promise)
    given = EvidenceGiven(action.title, date(2026, 9, 28), of=Reference("action", action.public_id, action.title))
    (shown,) = say(promise, manager, rating="kept", evidence=[given]).evidence.all()
    assert (shown.kind, shown.subject_id) == ("action", action.public_id)


def test_record_progress_kept_without_evidence_is_refused(promise, manager):
    with pytest.raises(NotAllowed, match="“Kept” needs evidence"):
        say(promise, manager, rating="kept")
    assert not Progress.objects.exists()
    assert events() == []


def test_record_progress_of_a_quarter_not_yet_begun_is_refused(promise, manager):
    with pytest.raises(NotAllowed, match=r"January to March 2027 has not begun yet\."):
        say(promise, manager, period=Period.parse("2026-27-Q4"))


def test_record_progress_by_both_voices_in_one_person_is_refused(promise, participation):
    hear(promise, participation)
    AppointmentFactory(person=participation, role__slug="performance-officer")
    with pytest.raises(NotAllowed, match="You write down what young people say"):
        say(promise, participation)


def test_record_progress_again_wants_a_reason(promise, manager):
    say(promise, manager)
    with pytest.raises(NotAllowed) as refusal:
        say(promise, manager, rating="not-kept")
    assert str(refusal.value) == (
        "Something was said of this on 5 October 2026. Say why it changes: both stay in sight."
    )


def test_record_progress_again_with_a_reason_corrects_and_keeps_the_first(promise, manager):
    first = say(promise, manager, rating="kept", evidence=[COUNT])
    second = say(promise, manager, because="One home was counted twice.")
    assert (second.corrects, second.corrected_because) == (first, "One home was counted twice.")
    assert list(Progress.objects.current()) == [second]
    assert list(first.evidence.values_list("title", flat=True)) == [COUNT.title]
    assert events() == ["progress-recorded", "progress-corrected"]


def test_a_correction_is_corrected_in_turn(promise, manager):
    say(promise, manager)
    second = say(promise, manager, rating="not-kept", because="One home was counted twice.")
    third = say(promise, manager, rating="kept", evidence=[COUNT], because="It was another home.")
    assert third.corrects == second
    assert list(Progress.objects.current()) == [third]


def test_the_same_again_is_said_once(promise, manager):
    first = say(promise, manager, rating="kept", evidence=[COUNT], seen=0)
    assert say(promise, manager, rating="kept", evidence=[COUNT], seen=0) == first
    assert events() == ["progress-recorded"]


def test_a_form_opened_before_somebody_else_spoke_is_stale(promise, manager):
    say(promise, manager)
    other = AppointmentFactory(role__slug="performance-officer").person
    with pytest.raises(Stale) as stale:
        say(promise, other, rating="not-kept", because="It was worse.", seen=0)
    assert stale.value.version == 1
    assert say(promise, other, rating="not-kept", because="It was worse.", seen=1).rating == "not-kept"


def test_what_was_said_cannot_be_changed_in_the_database(promise, manager):
    made = say(promise, manager, evidence=[COUNT])
    for change in (
        lambda: Progress.objects.filter(pk=made.pk).update(rating="kept"),
        lambda: Progress.objects.filter(pk=made.pk).delete(),
        lambda: made.evidence.update(title="Another"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize("fields", [{"words": ""}, {"words": "w" * 501}, {"rating": "green"}])
def test_record_progress_without_words_or_with_a_strange_rating_is_refused(promise, manager, fields):
    with pytest.raises(ValidationError):
        say(promise, manager, **fields)
    assert not Progress.objects.exists()
