"""Mails about one's sign-in: from a job, with a link that nobody finds in the queue."""

import re

import pytest
from django.core import mail

from corpparent import jobs
from corpparent.models import Job
from tests.factories.members import PASSWORD, AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

ASK = "/account/password/forgotten/"


@pytest.fixture
def amina():
    return AppointmentFactory(person__email="amina@larchford.example").person


def test_page_sends_nothing_itself_and_the_queue_holds_no_link(client, amina):
    client.post(ASK, {"email": "AMINA@larchford.example"})
    assert mail.outbox == []
    assert Job.objects.get().key == f"account/email/password_reset_key:{amina.public_id}"
    jobs.work()
    assert Job.objects.get().status == "done"
    [message] = mail.outbox
    assert (message.subject, message.to) == ("Choose a new password", [amina.email])


def test_link_works_once(client, amina):
    client.post(ASK, {"email": amina.email})
    jobs.work()
    path = re.search(r"http://localhost:8000(/account/password/new/\S+)", mail.outbox[0].body)[1]
    form = client.get(path, follow=True)
    given = {"password1": PASSWORD, "password2": PASSWORD}
    assert client.post(form.redirect_chain[-1][0], given).url == "/account/password/new/done/"
    jobs.work()
    assert len(mail.outbox) == 2  # the second says that it was done
    assert "password1" not in client.get(path, follow=True).content.decode()


def test_asked_twice_while_the_first_waits_is_one_mail(client, amina):
    for _ in range(2):
        client.post(ASK, {"email": amina.email})
    jobs.work()
    assert len(mail.outbox) == 1


def test_address_that_is_nobodys_gets_no_mail_and_the_same_page(client, amina):
    known = client.post(ASK, {"email": amina.email})
    unknown = client.post(ASK, {"email": "stranger@elsewhere.example"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    jobs.work()
    assert [message.to for message in mail.outbox] == [[amina.email]]


def test_account_closed_before_the_mail_leaves(client):
    person = PersonFactory(email="rowan@larchford.example")
    client.post(ASK, {"email": person.email})
    person.is_active = False
    person.save()
    jobs.work()
    assert (mail.outbox, Job.objects.get().message) == ([], "Not sent: the account was closed.")
