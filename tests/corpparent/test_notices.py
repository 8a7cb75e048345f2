import uuid
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from corpparent import jobs, notices, sweeping
from corpparent.models import Job, Notice
from tests.factories.corpparent import NOW, NoticeFactory
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def base_url(settings, council):
    settings.BASE_URL = "https://portal.example"


@pytest.fixture
def person():
    return AppointmentFactory(person__email="robin@larchford.example").person


def tell(person, matter="reading-asked:1", path="/learning/", **more):
    notices.tell(person.public_id, matter, path, timezone.now(), **more)


def run(at=None):
    """What the sweep and a worker do."""
    notices.ask_to_send(at or timezone.now())
    jobs.work()


def statuses():
    return list(Notice.objects.order_by("pk").values_list("status", flat=True))


def test_tell_sends_one_plain_mail(person, mailoutbox):
    tell(person)
    run()
    (mail,) = mailoutbox
    notice = Notice.objects.get()
    assert (mail.subject, mail.to) == ("Something waits for you", ["robin@larchford.example"])
    assert mail.body == (
        "Something waits for you in the portal of Larchford Council:\n\nhttps://portal.example/learning/\n\n"
        "Sign in to see what it is.\n"
    )
    assert mail.extra_headers["Message-ID"] == f"<{notice.public_id}@portal.example>"
    assert (notice.status, notice.attempts, notice.problem) == ("sent", 1, "")


def test_tell_50_times_is_one_row_and_one_mail(person, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(50):
            tell(person)
    jobs.work()
    tell(person)
    run()
    assert statuses() == ["sent"]
    assert len(mailoutbox) == 1
    assert Job.objects.count() == 1


def test_tell_asks_for_the_job_after_commit(person, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tell(person)
        assert not Job.objects.exists()
    assert Job.objects.get().status == "waiting"


def test_tell_costs_one_query(person, django_assert_num_queries):
    with django_assert_num_queries(1):
        tell(person)


def test_tell_keeps_what_is_for_later(person, mailoutbox):
    tell(person, due_at=timezone.now() + timedelta(days=1))
    run()
    assert statuses() == ["waiting"]
    assert mailoutbox == []
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    "nobody",
    [
        partial(AppointmentFactory, person__is_active=False),
        partial(AppointmentFactory, person__email=""),
        partial(AppointmentFactory, ends_on=NOW.date()),
    ],
    ids=["closed", "without e-mail", "appointment ended"],
)
def test_nobody_there_any_more(nobody, mailoutbox):
    tell(nobody().person)
    run()
    assert statuses() == ["dropped"]
    assert mailoutbox == []


def test_without_any_appointment_or_person(mailoutbox):
    tell(PersonFactory())
    NoticeFactory(person_id=uuid.uuid4())
    run()
    assert statuses() == ["dropped", "dropped"]
    assert mailoutbox == []


def test_an_attempt_is_made_once(person):
    tell(person)
    at = timezone.now()
    assert notices.claim(at) is not None
    assert notices.claim(at) is None


def test_a_worker_that_died_while_sending(person, mailoutbox):
    tell(person)
    at = timezone.now()
    notices.claim(at)
    Notice.objects.update(due_at=at)
    run()
    assert [notice.attempts for notice in Notice.objects.filter(status="sent")] == [2]
    assert len(mailoutbox) == 1


def test_a_worker_that_died_at_every_attempt():
    notice = NoticeFactory(attempts=6)
    run()
    notice.refresh_from_db()
    assert (notice.status, notice.problem) == ("failed", "The last attempt was interrupted.")


def test_an_overtaken_attempt_writes_nothing(person):
    tell(person)
    at = timezone.now()
    old = notices.claim(at)
    Notice.objects.update(due_at=at)
    notices.claim(at)
    notices.end(old, Notice.Status.FAILED, at, "late")
    assert statuses() == ["waiting"]


def test_swept():
    assert notices.ask_to_send in sweeping.SWEEPERS
