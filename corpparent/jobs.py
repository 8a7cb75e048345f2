"""Long work, owned by the database (docs/adr/0004).

`ask` writes a Job row in the caller's transaction and pokes the broker once that is committed. The only message is an
argument-less `work`: a worker claims the next due row by a conditional UPDATE, which is also the fence: every claim
raises `attempt`, and every later write of that worker carries `WHERE attempt = mine`. A worker that was stopped and
resumed finds its attempt gone and can finish nothing. What a dead worker left is claimed again once its lease is over.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, IntegrityError, close_old_connections, connection, transaction
from django.utils import timezone

from corpparent.models import Job
from corpparent.references import Reference

log = logging.getLogger(__name__)

ATTEMPTS = 5
MESSAGE_EXPIRES = 60  # seconds


class JobLost(Exception):
    """Another worker has this job now, or somebody stopped it: put down the tools, write nothing."""


class JobRefused(Exception):
    """The job cannot be done however often it is tried. The message says why, to the person who asked."""


class Running:
    """The job as its function sees it: progress, and the fenced end."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.attempt = job.attempt

    @property
    def mine(self):
        """The row, only while this attempt holds it."""
        return Job.objects.filter(pk=self.job.pk, attempt=self.attempt, status=Job.Status.RUNNING)

    def plan(self, *labels: str) -> None:
        """Name the steps, in order; shown with a circle until each is done."""
        self.job.steps = [{"label": label, "detail": "", "is_done": False} for label in labels]
        self._write(percent=1, steps=self.job.steps)

    def step_done(self, label: str, detail: str = "") -> None:
        """Tick the step `label`. Raises JobLost when the job is no longer this worker's, or was stopped."""
        for step in self.job.steps:
            if step["label"] == label:
                step.update(detail=detail, is_done=True)
        done = sum(step["is_done"] for step in self.job.steps)
        self._write(percent=min(99, 100 * done // len(self.job.steps)), steps=self.job.steps)

    def _write(self, **values: object) -> None:
        if not self.mine.filter(stop_asked_at__isnull=True).update(**values):
            raise JobLost

    @contextmanager
    def finish(self, message: str) -> Iterator[None]:
        """The last transaction: what the job publishes and its own `done` are committed together, or not at all.

        Raises JobLost, and rolls back, when the job is no longer this worker's.
        """
        with transaction.atomic():
            # The fence first: it also locks the row, so nobody can claim it until this is committed.
            self._write(status=Job.Status.DONE, percent=100, message=message, ended_at=timezone.now(), lease_until=None)
            yield


KINDS: dict[str, Callable[[Running], None]] = {}


def register(kind: str, function: Callable[[Running], None]) -> None:
    """Say which function does jobs of `kind`; called in AppConfig.ready."""
    KINDS[kind] = function


def ask(*, kind: str, key: str, subject: Reference, by_id: UUID | None, at: datetime) -> Job:
    """Write the job in the caller's transaction, or join the open one of the same kind and key."""
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind,
                key=key,
                subject_kind=subject.kind,
                subject_id=subject.public_id,
                asked_by_id=by_id,
                asked_at=at,
                due_at=at,
            )
    except IntegrityError:
        # The open job may end between the two statements: then there is room for a new one.
        joined = Job.objects.open().filter(kind=kind, key=key).first()
        return joined or ask(kind=kind, key=key, subject=subject, by_id=by_id, at=at)
    transaction.on_commit(poke)
    return job


def poke() -> None:
    """Wake a worker. A broker that is away loses nothing: beat sweeps every 30 seconds."""
    try:
        current_app.send_task("corpparent.work", expires=MESSAGE_EXPIRES, retry=False)
    except Exception as problem:  # any transport has errors of its own
        log.warning("No worker could be woken (%s); the job waits for the next sweep.", type(problem).__name__)


def stop(*, job: Job, at: datetime) -> None:
    """Stop a job that is open: at once while it waits, at its next step while it runs."""
    Job.objects.filter(pk=job.pk, status=Job.Status.WAITING).update(
        status=Job.Status.STOPPED, ended_at=at, stop_asked_at=at, message="Stopped before it began."
    )
    Job.objects.filter(pk=job.pk, status=Job.Status.RUNNING).update(stop_asked_at=at)


def work() -> int:
    """Do due jobs until none is left; the number tried."""
    tried = 0
    while job := claim(timezone.now()):
        run(job)
        tried += 1
    return tried


def run_here(job: Job) -> Job:
    """Do `job` in this process unless a worker has it already; the row as it is then. For the command line."""
    if claimed := claim(timezone.now(), only=job):
        run(claimed)
    return Job.objects.get(pk=job.pk)


def claim(at: datetime, only: Job | None = None) -> Job | None:
    """Take the next due job, or None. Two workers never get the same attempt: the UPDATE names the one it saw."""
    due = Job.objects.due(at).filter(**({"pk": only.pk} if only else {}))
    while job := due.first():
        taken = Job.objects.filter(pk=job.pk, status=job.status, attempt=job.attempt)
        if job.attempt >= ATTEMPTS or job.stop_asked_at:
            taken.update(**ending(job, at))
            continue
        if taken.update(
            status=Job.Status.RUNNING,
            attempt=job.attempt + 1,
            started_at=at,
            lease_until=at + settings.JOB_LEASE,
        ):
            return Job.objects.get(pk=job.pk)
    return None


def ending(job: Job, at: datetime) -> dict[str, object]:
    """The columns that end a job nobody will try again."""
    if job.stop_asked_at:
        return {"status": Job.Status.STOPPED, "ended_at": at, "lease_until": None, "message": "Stopped."}
    message = f"It was tried {ATTEMPTS} times and failed each time. The server's log has the cause under job {job.pk}."
    return {"status": Job.Status.FAILED, "ended_at": at, "lease_until": None, "message": message}


def run(job: Job) -> None:
    """Run one claimed job under a lease that a thread renews. Nothing escapes: the outcome is in the row."""
    running = Running(job)
    try:
        with renewed_lease(running):
            KINDS[job.kind](running)
    except JobLost:
        log.info("Job %s: attempt %s let go.", job.pk, running.attempt)
        running.mine.filter(stop_asked_at__isnull=False).update(
            status=Job.Status.STOPPED, ended_at=timezone.now(), lease_until=None, message="Stopped."
        )
    except JobRefused as refusal:
        running.mine.update(
            status=Job.Status.FAILED, ended_at=timezone.now(), lease_until=None, message=str(refusal)[:500]
        )
    except Exception:
        log.exception("Job %s: attempt %s failed.", job.pk, running.attempt)
        running.mine.update(**after_failure(job, timezone.now()))


def after_failure(job: Job, at: datetime) -> dict[str, object]:
    """The columns that let a failed attempt be tried again 10, 20, 40 and 80 seconds later, and end the fifth."""
    if job.attempt >= ATTEMPTS:
        return ending(job, at)
    return {"status": Job.Status.WAITING, "due_at": at + timedelta(seconds=5 * 2**job.attempt), "lease_until": None}


@contextmanager
def renewed_lease(running: Running) -> Iterator[None]:
    """Renew the lease from a thread while the body runs; a killed process stops renewing, and that is the point."""
    ended = threading.Event()

    def renew() -> None:
        try:
            while not ended.wait(settings.JOB_LEASE.total_seconds() / 3):
                try:
                    if not running.mine.update(lease_until=timezone.now() + settings.JOB_LEASE):
                        return
                except DatabaseError:
                    # The database may be restarting: try again while the lease lasts.
                    close_old_connections()
        finally:
            connection.close()

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
