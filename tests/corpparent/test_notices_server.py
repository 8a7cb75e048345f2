"""Notices against a real mail server that hangs, refuses, drops or is away."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from corpparent import jobs, notices
from corpparent.models import Job, Notice
from tests.factories.members import AppointmentFactory
from tests.installation import free_port
from tests.smtp import mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def base_url(settings, council):
    settings.BASE_URL = "https://portal.example"


@pytest.fixture
def server(settings):
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 0.2
        yield server


def tell(*names):
    at = timezone.now()
    for name in names:
        person = AppointmentFactory(person__email=f"{name}@larchford.example").person
        notices.tell(person.public_id, "duty-late:U1", "/duties/", at)


def run():
    notices.ask_to_send(timezone.now())
    jobs.work()


def told():
    """(status, attempts, problem) of each, in the order told."""
    rows = Notice.objects.order_by("pk").values_list("status", "attempts", "problem")
    return list(rows)


def minutes_until_next():
    due_at = Notice.objects.get().due_at
    return round((due_at - timezone.now()) / timedelta(minutes=1))


def test_delivered(server):
    tell("robin")
    run()
    (mail,) = server.mails
    assert "Subject: Something waits for you\n" in mail
    assert f"Message-ID: <{Notice.objects.get().public_id}@portal.example>" in mail
    assert mail.endswith(
        "\n\nSomething waits for you in the portal of Larchford Council:\n\n"
        "https://portal.example/duties/\n\nSign in to see what it is.\n"
    )
    assert told() == [("sent", 1, "")]


def test_refused_for_good_fails_at_once_and_others_go_on(server):
    server.answers["gone@"] = "550 5.1.1 gone@larchford.example: no such person"
    tell("gone", "robin")
    run()
    assert told() == [("failed", 1, "The mail server refused the address."), ("sent", 1, "")]


def test_put_off_by_the_server_is_tried_again(server):
    server.answers["grey@"] = "451 Try later"
    tell("grey")
    run()
    assert told() == [("waiting", 1, "The mail server put the address off.")]
    assert minutes_until_next() == 1
    server.answers.clear()
    Notice.objects.update(due_at=timezone.now())
    run()
    assert told() == [("sent", 2, "")]


def test_dropped_in_the_middle_and_others_go_on(server):
    server.answers["odd@"] = "drop"
    tell("odd", "robin")
    run()
    assert told() == [("waiting", 1, "The mail server fell silent or ended the conversation."), ("sent", 1, "")]


def test_pauses_grow_and_the_sixth_failure_is_the_last(server):
    server.manner = "drop"
    tell("robin")
    pauses = []
    for _ in range(5):
        run()
        pauses.append(minutes_until_next())
        Notice.objects.update(due_at=timezone.now())
    assert pauses == [1, 5, 30, 120, 720]
    run()
    assert told() == [("failed", 6, "The mail server fell silent or ended the conversation.")]


def test_hanging_server_is_given_up_for_a_minute(server):
    """Two are tried; the other three wait without an attempt counted, and all come once it is well again."""
    server.manner = "hang"
    tell("a", "b", "c", "d", "e")
    began = time.monotonic()
    run()
    assert time.monotonic() - began < 3
    silent = ("waiting", 1, "The mail server fell silent or ended the conversation.")
    assert told() == [silent, silent, *[("waiting", 0, "")] * 3]
    assert server.conversations == 2
    assert not Notice.objects.due(timezone.now() + timedelta(seconds=50)).exists()
    server.manner = ""
    Notice.objects.update(due_at=timezone.now())
    run()
    assert {status for status, _, _ in told()} == {"sent"}
    assert len(server.mails) == 5


def test_no_server_at_all(settings, server):
    settings.EMAIL_PORT = free_port()
    tell("robin")
    run()
    assert told() == [("waiting", 1, "The mail server could not be reached.")]
    assert Job.objects.get().status == "done"


def test_server_down_slows_no_request(server, django_capture_on_commit_callbacks):
    server.manner = "hang"
    began = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        tell("robin")
    assert time.monotonic() - began < 0.2
    assert server.conversations == 0
