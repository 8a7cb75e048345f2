"""“Something waits for you”: the outbox, and the job that empties it.

`tell` writes one row a person and matter in the transaction of the deed; nothing is sent from a request. The job claims
each notice by a conditional UPDATE that counts the attempt and puts the next one off, so that no attempt is made twice
and a worker that dies in the middle loses nothing: at worst a mail comes again, with the same Message-ID.
"""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from corpparent import jobs
from corpparent.jobs import JobLost, Running
from corpparent.mails import send, trouble_of
from corpparent.models import Job, Notice

SEND = "send-notices"
# How long after the first, second, … failure it is tried again; after the sixth it has failed.
PAUSES = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12)]
ATTEMPTS = len(PAUSES) + 1
# One server that does not answer must not hold a worker once for each notice.
MOST_SERVER_FAILURES = 2


def tell(person_id: UUID, matter: str, path: str, at: datetime, due_at: datetime | None = None) -> None:
    """Let a person know, in the caller's transaction, that something waits at `path`: "/learning/".

    `matter` ("reading-asked:<uuid>") is told a person once: a second time does nothing, whatever became of the first.
    It goes out by a job, after commit and not before `due_at` (`at` where none is given).
    """
    notice = Notice(person_id=person_id, matter=matter, path=path, created_at=at, due_at=due_at or at)
    Notice.objects.bulk_create([notice], ignore_conflicts=True)
    transaction.on_commit(partial(ask_to_send, at), robust=True)


def ask_to_send(at: datetime) -> None:
    """Ask for the job where a notice is due and no job is on its way; swept too, for those put off."""
    # Asked for after commit and not within it: the open job is one row, and deeds must not wait for each other there.
    if Notice.objects.due(at).exists() and not Job.objects.open().filter(kind=SEND, key=SEND).exists():
        council = apps.get_model("members", "Council").glance()
        jobs.ask(kind=SEND, key=SEND, subject=council.reference, by_id=None, at=at)


def send_notices(running: Running) -> None:
    """The job `send-notices`: every notice that is due, one by one, each in transactions of its own."""
    at = timezone.now()
    tried = server_failures = 0
    while server_failures < MOST_SERVER_FAILURES and (notice := claim(at)):
        if not running.mine.exists():
            raise JobLost
        tried += 1
        is_server_down = deliver(notice, timezone.now())
        server_failures = server_failures + 1 if is_server_down else 0
    if server_failures:
        put_off(at)
    with running.finish(f"{tried} tried." if tried != 1 else "One tried."):
        pass


def claim(at: datetime) -> Notice | None:
    """The next notice due at `at`, its attempt counted and the next one put off; None when nothing is due."""
    while notice := Notice.objects.due(at).first():
        mine = Notice.objects.filter(pk=notice.pk, status=Notice.Status.WAITING, attempts=notice.attempts)
        if notice.attempts >= ATTEMPTS:
            mine.update(status=Notice.Status.FAILED, ended_at=at, problem="The last attempt was interrupted.")
            continue
        pause = PAUSES[min(notice.attempts, len(PAUSES) - 1)]
        if mine.update(attempts=notice.attempts + 1, due_at=timezone.now() + pause):
            notice.attempts += 1
            return notice
    return None


def deliver(notice: Notice, at: datetime) -> bool:
    """Send one claimed notice, or drop it where nobody is there any more. Whether the mail server was to blame."""
    address = address_of(notice.person_id, at)
    if not address:
        end(notice, Notice.Status.DROPPED, at)
        return False
    try:
        send(notice, address)
    except Exception as problem:  # every mail backend has errors of its own
        trouble = trouble_of(problem)
        if trouble.is_final or notice.attempts >= ATTEMPTS:
            end(notice, Notice.Status.FAILED, at, trouble.words)
        else:
            note(notice, trouble.words)
        return trouble.is_of_server
    end(notice, Notice.Status.SENT, at)
    return False


def address_of(person_id: UUID, at: datetime) -> str:
    """The e-mail address of somebody who may still come in; "" for others: a notice is then not worth sending."""
    person = get_user_model().objects.filter(public_id=person_id, is_active=True).exclude(email="").first()
    return person.email if person and person.standing_on(timezone.localdate(at)).is_member else ""


def end(notice: Notice, status: Notice.Status, at: datetime, problem: str = "") -> None:
    """The attempt's last word; written only where no other attempt has begun."""
    attempt_of(notice).update(status=status, ended_at=at, problem=problem)


def note(notice: Notice, problem: str) -> None:
    """Why this attempt failed; the next is put off already."""
    attempt_of(notice).update(problem=problem)


def attempt_of(notice: Notice):
    """The row, only while the attempt is the one that this worker counted."""
    return Notice.objects.filter(pk=notice.pk, status=Notice.Status.WAITING, attempts=notice.attempts)


def put_off(at: datetime) -> None:
    """The server is away: what is due waits a minute, and no attempt is counted."""
    Notice.objects.due(at).update(due_at=timezone.now() + PAUSES[0])
