from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Event, Job
from tests.factories.corpparent import NOW, EventFactory, JobFactory, ReferenceFactory
from tests.installation import Installation, free_port, wait_until

pytestmark = pytest.mark.django_db

KIND = "test-kind"


@pytest.fixture
def kind(monkeypatch):
    """Say what jobs of KIND do."""
    return lambda function: monkeypatch.setitem(jobs.KINDS, KIND, function)


def ask(**fields):
    fields = {"kind": KIND, "key": "2022-23", "subject": ReferenceFactory(), "by_id": None, "at": NOW} | fields
    return jobs.ask(**fields)


def finish(running):
    with running.finish("The pack is ready."):
        EventFactory()


def test_ask_writes_a_waiting_job():
    subject = ReferenceFactory()
    job = ask(subject=subject)
    assert (job.status, job.attempt, job.due_at, job.subject_id) == ("waiting", 0, NOW, subject.public_id)


def test_ask_twice_joins_the_open_job():
    assert ask() == ask()
    assert Job.objects.count() == 1


def test_ask_joins_a_running_job():
    job = ask()
    jobs.claim(NOW)
    assert ask() == job


def test_ask_again_after_the_end_is_a_new_job(kind):
    kind(finish)
    first = ask()
    jobs.work()
    assert ask() != first


def test_ask_for_something_else_is_a_job_of_its_own():
    assert ask(key="2023-24") != ask(key="2022-23")


@pytest.mark.parametrize("asked", [1, 2])
def test_ask_wakes_a_worker_once_on_commit(django_capture_on_commit_callbacks, asked):
    with django_capture_on_commit_callbacks() as on_commit:
        for _ in range(asked):
            ask()
    assert on_commit == [jobs.poke]


def test_claim_nothing():
    assert jobs.claim(NOW) is None


def test_claim_takes_the_job_under_a_lease():
    JobFactory()
    job = jobs.claim(NOW)
    assert (job.status, job.attempt, job.started_at) == ("running", 1, NOW)
    assert job.lease_until == NOW + timedelta(seconds=45)


def test_claim_leaves_what_others_hold():
    JobFactory()
    assert jobs.claim(NOW)
    assert jobs.claim(NOW + timedelta(seconds=45)) is None


def test_claim_takes_what_a_dead_worker_left():
    JobFactory()
    jobs.claim(NOW)
    assert jobs.claim(NOW + timedelta(seconds=46)).attempt == 2


def test_claim_the_longest_waiting_first():
    later, sooner = JobFactory(due_at=NOW), JobFactory(due_at=NOW - timedelta(minutes=1))
    assert [jobs.claim(NOW), jobs.claim(NOW)] == [sooner, later]


def test_claim_waits_until_a_job_is_due():
    JobFactory(due_at=NOW + timedelta(seconds=1))
    assert jobs.claim(NOW) is None


def test_claim_ends_a_job_whose_workers_died_five_times():
    job = JobFactory(status=Job.Status.RUNNING, attempt=5, lease_until=NOW)
    assert jobs.claim(NOW + timedelta(seconds=1)) is None
    job.refresh_from_db()
    assert (job.status, job.ended_at) == ("failed", NOW + timedelta(seconds=1))
    assert job.message == (
        f"It was tried 5 times and failed each time. The server's log has the cause under job {job.pk}."
    )


def test_lease_and_sweep_leave_time_within_the_promised_120_seconds(settings):
    sweep = timedelta(seconds=settings.CELERY_BEAT_SCHEDULE["sweep"]["schedule"])
    assert settings.JOB_LEASE.total_seconds() == 45
    assert (settings.JOB_LEASE + sweep).total_seconds() == 75


def test_work_does_every_due_job(kind):
    kind(finish)
    JobFactory.create_batch(3)
    assert jobs.work() == 3
    assert set(Job.objects.values_list("status", "percent", "message")) == {("done", 100, "The pack is ready.")}


def test_progress_moves_with_the_steps(kind):
    seen = []

    def build(running):
        running.plan("Gather", "Draw", "Publish")
        for label in ("Gather", "Draw"):
            running.step_done(label, detail="all of it")
            seen.append(Job.objects.get().percent)
        finish(running)

    kind(build)
    JobFactory()
    jobs.work()
    assert seen == [33, 66]
    assert [step["is_done"] for step in Job.objects.get().steps] == [True, True, False]


def test_finish_publishes_and_ends_together(kind):
    def fail_while_publishing(running):
        with running.finish("Never said."):
            EventFactory()
            raise jobs.JobRefused("The disk is full.")

    kind(fail_while_publishing)
    job = JobFactory()
    jobs.work()
    job.refresh_from_db()
    assert (job.status, job.message) == ("failed", "The disk is full.")
    assert not Event.objects.exists()


def test_fence_a_worker_whose_attempt_is_over_finishes_nothing():
    JobFactory()
    frozen = jobs.Running(jobs.claim(NOW))
    other = jobs.Running(jobs.claim(NOW + timedelta(minutes=1)))
    finish(other)
    with pytest.raises(jobs.JobLost):
        finish(frozen)
    assert Event.objects.count() == 1
    assert Job.objects.get().attempt == 2


def test_fence_stops_progress_too():
    JobFactory()
    frozen = jobs.Running(jobs.claim(NOW))
    frozen.plan("Gather")
    jobs.claim(NOW + timedelta(minutes=1))
    with pytest.raises(jobs.JobLost):
        frozen.step_done("Gather")


def test_lost_job_is_left_to_the_other_worker(kind):
    JobFactory()

    def lose(running):
        Job.objects.update(attempt=2)
        running.plan("Gather")

    kind(lose)
    jobs.run(jobs.claim(NOW))
    assert Job.objects.get().status == "running"


def test_failure_is_tried_again_later(kind, logged_errors):
    kind(lambda running: 1 / 0)
    job = JobFactory()
    jobs.work()
    job.refresh_from_db()
    assert (job.status, job.attempt) == ("waiting", 1)
    assert job.due_at > timezone.now() + timedelta(seconds=9)
    assert logged_errors.pop() == f"corpparent.jobs: Job {job.pk}: attempt 1 failed."


def test_five_failures_end_the_job_with_a_sentence(kind, logged_errors):
    kind(lambda running: 1 / 0)
    job = JobFactory()
    for _ in range(jobs.ATTEMPTS):
        Job.objects.update(due_at=NOW)
        jobs.work()
    job.refresh_from_db()
    assert (job.status, job.attempt) == ("failed", 5)
    assert job.message.startswith("It was tried 5 times and failed each time.")
    assert len(logged_errors) == 5
    logged_errors.clear()


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 10), (2, 20), (3, 40), (4, 80)])
def test_after_failure_waits_longer_each_time(attempt, seconds):
    assert jobs.after_failure(Job(attempt=attempt), NOW)["due_at"] == NOW + timedelta(seconds=seconds)


def test_refused_is_not_tried_again(kind):
    def refuse(running):
        raise jobs.JobRefused("There are no figures for 2031-32.")

    kind(refuse)
    job = JobFactory()
    jobs.work()
    job.refresh_from_db()
    assert (job.status, job.attempt, job.message) == ("failed", 1, "There are no figures for 2031-32.")


def test_unknown_kind_does_not_stop_the_others(kind, logged_errors):
    kind(finish)
    unknown, known = JobFactory(kind="gone"), JobFactory()
    jobs.work()
    assert Job.objects.get(pk=known.pk).status == "done"
    assert Job.objects.get(pk=unknown.pk).status == "waiting"
    logged_errors.pop()


def test_stop_before_it_began():
    job = JobFactory()
    jobs.stop(job=job, at=NOW)
    job.refresh_from_db()
    assert (job.status, job.message) == ("stopped", "Stopped before it began.")


def test_stop_at_the_next_step(kind):
    def build(running):
        running.plan("Gather", "Draw")
        jobs.stop(job=running.job, at=NOW)
        running.step_done("Gather")
        raise AssertionError("It went on.")

    kind(build)
    job = JobFactory()
    jobs.work()
    job.refresh_from_db()
    assert (job.status, job.message, job.percent) == ("stopped", "Stopped.", 1)


def test_stop_a_job_whose_worker_died():
    job = JobFactory()
    jobs.claim(NOW)
    jobs.stop(job=job, at=NOW)
    assert jobs.claim(NOW + timedelta(minutes=1)) is None
    job.refresh_from_db()
    assert job.status == "stopped"


def test_stop_a_job_that_is_done_changes_nothing(kind):
    kind(finish)
    job = JobFactory()
    jobs.work()
    jobs.stop(job=job, at=NOW)
    job.refresh_from_db()
    assert job.status == "done"


@pytest.mark.django_db(transaction=True)
def test_lease_is_renewed_while_the_work_lasts(kind, settings):
    settings.JOB_LEASE = timedelta(seconds=0.3)

    def wait_for_two_renewals(running):
        for _ in range(2):
            lease = Job.objects.get().lease_until
            wait_until(lambda lease=lease: Job.objects.get().lease_until > lease, timeout=20, what="the lease grows")
        finish(running)

    kind(wait_for_two_renewals)
    with transaction.atomic():
        JobFactory()
    assert jobs.work() == 1
    assert Job.objects.get().status == "done"


def test_poke_without_a_broker_warns_and_does_not_keep_a_page_waiting(tmp_path):
    installation = Installation(tmp_path, broker_url=f"redis://127.0.0.1:{free_port()}/0")
    # The second, because a web process has long imported what the first one imports.
    poke = "import time; from corpparent import jobs; jobs.poke(); begun = time.monotonic(); jobs.poke()"
    said = installation.manage("shell", "-v0", "-c", f"{poke}; print(time.monotonic() - begun)")
    assert "No worker could be woken (OperationalError); the job waits for the next sweep." in said.stderr
    assert float(said.stdout) < 2


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"status": "done"}, "job_has_ended_at_when_it_has_ended"),
        ({"ended_at": NOW}, "job_has_ended_at_when_it_has_ended"),
        ({"percent": 101}, "job_percent_is_at_most_100"),
    ],
)
def test_constraints(fields, name):
    with pytest.raises(DatabaseError, match=name), transaction.atomic():
        JobFactory(**fields)


def test_open_jobs_of_a_kind_and_key_are_one():
    JobFactory(key="2022-23")
    with pytest.raises(DatabaseError), transaction.atomic():
        JobFactory(key="2022-23")
