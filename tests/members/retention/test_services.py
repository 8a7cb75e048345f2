from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent import jobs, record
from corpparent.jobs import JobLost, Running
from corpparent.models import Event, Job, LegalHold, Notice, RetentionPeriod
from corpparent.retention import RULES
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members import services
from members.services import retention as module
from tests.factories.corpparent import EventFactory, LegalHoldFactory, NoticeFactory, RetentionPeriodFactory
from tests.factories.members import AppointmentFactory
from tests.members.retention.keepers import AT, LONG_AGO, wipe

pytestmark = pytest.mark.django_db

REFUSED = "Only the council's administrator can say how long things are kept, and wipe them."


@pytest.fixture(autouse=True)
def installed(council):
    """A council whose retention is asked for."""


@pytest.fixture
def by():
    return AppointmentFactory(role__slug="administrator").person


def types():
    return list(Event.objects.values_list("type", flat=True))


def old_notices(count):
    return NoticeFactory.create_batch(count, status="sent", ended_at=LONG_AGO)


def set_period(by, months, version=0, kind="notice"):
    return services.set_period(kind=kind, months=months, version=version, by=by, at=AT)


def test_set_period(by):
    period = set_period(by, 12)
    assert (period.kind, period.months, period.version) == ("notice", 12, 1)
    assert (types(), Event.objects.get().details) == (["retention-set"], {"kind": "notice", "months": 12})
    assert set_period(by, 18, version=1).version == 2


def test_set_period_to_the_same_is_no_event(by):
    RetentionPeriodFactory(months=12)
    set_period(by, 12, version=1)
    assert types() == []


@pytest.mark.parametrize(
    ("kind", "months"), [("notice", 0), ("notice", 1201), ("event", 71), ("evidence-file", 83), ("check", 7)]
)
def test_set_period_out_of_bounds(by, kind, months):
    with pytest.raises(ValidationError, match="Enter a number of months from"):
        set_period(by, months, kind=kind)


def test_set_period_when_somebody_else_did(by):
    RetentionPeriodFactory(months=9)
    with pytest.raises(Stale):
        set_period(by, 12, version=0)
    assert RetentionPeriod.objects.get().months == 9


def place(by, person, reason="The inquiry of 2026 asked for everything."):
    return services.place_hold(subject=person.reference, reason=reason, by=by, at=AT)


def lift(by, hold, because="The inquiry has closed."):
    return services.lift_hold(hold=hold, because=because, by=by, at=AT)


def test_hold_is_placed_once_and_lifted_once(by):
    person = AppointmentFactory().person
    hold = place(by, person)
    assert place(by, person) == hold
    assert (hold.label, hold.placed_by_id) == (person.name, by.public_id)
    assert lift(by, hold).lifted_because == "The inquiry has closed."
    with pytest.raises(NotAllowed, match=r"This hold was lifted already\."):
        lift(by, hold)
    assert types() == ["hold-placed", "hold-lifted"]
    assert place(by, person) != hold


@pytest.mark.parametrize("reason", ["", "x" * 301, "About the child born on 3 May 2012"])
def test_hold_with_a_reason_that_cannot_stand(by, reason):
    with pytest.raises(ValidationError) as problem:
        place(by, AppointmentFactory().person, reason)
    assert list(problem.value.message_dict) == ["reason"]
    assert not LegalHold.objects.exists()


def test_portal_itself_places_a_hold_and_lifts_it():
    hold = place(None, AppointmentFactory().person)
    assert (hold.placed_by_id, lift(None, hold).lifted_at) == (None, AT)


@pytest.mark.parametrize("because", ["", " ", "x" * 301, "The child born on 3 May 2012 has her papers"])
def test_hold_is_not_lifted_for_a_reason_that_cannot_stand(by, because):
    hold = LegalHoldFactory()
    with pytest.raises(ValidationError) as problem:
        lift(by, hold, because)
    assert list(problem.value.message_dict) == ["because"]
    hold.refresh_from_db()
    assert (hold.lifted_at, types()) == (None, [])


@pytest.mark.parametrize(
    "deed",
    [
        lambda by: set_period(by, 12),
        lambda by: place(by, by),
        lambda by: lift(by, LegalHoldFactory()),
        lambda by: services.ask_to_wipe(by=by, at=AT),
    ],
)
def test_others_may_not(deed):
    with pytest.raises(NotAllowed) as refusal:
        deed(AppointmentFactory(role__slug="lead-member").person)
    assert str(refusal.value) == REFUSED
    assert types() == []


def test_ask_twice_is_one_job_and_one_event(by):
    assert services.ask_to_wipe(by=by, at=AT) == services.ask_to_wipe(by=by, at=AT)
    assert Job.objects.count() == 1
    assert types() == ["retention-asked-for"]


def test_wiped_in_batches_each_with_its_event(by, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 2)
    old_notices(5)
    waiting = NoticeFactory()
    job = wipe(by)
    assert (job.status, job.message) == ("done", "5 rows were wiped.")
    assert list(Notice.objects.all()) == [waiting]
    applied = Event.objects.filter(type="retention-applied")
    assert [event.details for event in applied] == [{"kind": "notice", "rows": rows} for rows in (2, 2, 1)]
    assert {event.actor_id for event in applied} == {by.public_id}


def test_what_came_due_after_it_was_asked_for_stays():
    job = services.ask_to_wipe(by=None, at=LONG_AGO)
    old_notices(1)
    assert jobs.run_here(job).message == "Nothing was due."
    assert Notice.objects.count() == 1


def test_names_in_the_record_are_blanked_and_it_stays_whole(by):
    EventFactory.create_batch(3, at=LONG_AGO, by=by)
    held = EventFactory(at=LONG_AGO)
    LegalHoldFactory(subject_id=held.subject_id)
    wipe(by)
    blanked = Event.objects.filter(private__isnull=True)
    assert [event.number for event in blanked] == [1, 2, 3]
    assert record.verify().fault == ""
    details = Event.objects.get(type="retention-applied").details
    assert details == {"kind": "event", "rows": 3}


def test_hold_placed_between_two_batches_is_seen(by, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 1)
    first, second = old_notices(2)
    running = running_job()
    rule = RULES["notice"]
    assert services.retention.wipe_batch(running, rule, 6, None) == [first.pk]
    LegalHoldFactory(subject_id=second.person_id)
    assert services.retention.wipe_batch(running, rule, 6, first.pk) == []


def running_job():
    return Running(jobs.claim(AT + timedelta(days=1), only=services.ask_to_wipe(by=None, at=AT)))


def test_worker_that_lost_the_job_wipes_nothing():
    old_notices(1)
    running = running_job()
    Job.objects.update(attempt=9)
    with pytest.raises(JobLost):
        services.retention.wipe_batch(running, RULES["notice"], 6, None)
    assert Notice.objects.count() == 1


def test_retry_puts_a_failed_notice_back(by):
    person = AppointmentFactory().person
    notice = NoticeFactory(person_id=person.public_id, status="failed", ended_at=AT, attempts=6, problem="Refused.")
    notice = services.retry_notice(notice=notice, by=by, at=AT)
    assert (notice.status, notice.attempts, notice.problem, notice.ended_at) == ("waiting", 0, "", None)
    assert (types(), Event.objects.get().subject_id) == (["notice-retried"], person.public_id)
    with pytest.raises(NotAllowed, match="Only a notice that could not be delivered"):
        services.retry_notice(notice=notice, by=by, at=AT)
