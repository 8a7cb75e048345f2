"""An e-mail address that was changed opens nothing any more: it may be somebody else's by now."""

import pytest
from django.core import mail
from django.utils import timezone

from corpparent import jobs
from members import services
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

OLD, NEW = "amina@old.example", "amina@larchford.example"


@pytest.fixture
def amina():
    return AppointmentFactory(role__slug="councillor", person__email=OLD).person


def links_mailed(client, address):
    """How many links to a new password leave for `address` when somebody asks for one."""
    before = len(mail.outbox)
    client.post("/account/password/forgotten/", {"email": address})
    jobs.work()
    return sum("/password/new/" in sent.body for sent in mail.outbox[before:])


def move(person, address):
    return services.change_person(person=person, version=person.version, email=address, by=None, at=timezone.now())


def test_address_before_gets_no_link_to_a_new_password(client, amina):
    assert links_mailed(client, OLD) == 1  # allauth remembers the address from now on
    move(amina, NEW)
    assert (links_mailed(client, OLD), links_mailed(client, NEW)) == (0, 1)


def test_sign_in_of_the_address_before_is_over_with_the_next_request(client_of):
    amina = client_of("councillor")
    assert amina.get("/people/").status_code == 200
    move(amina.person, NEW)
    assert amina.get("/people/").url.startswith("/account/sign-in/")


def test_address_that_is_another_persons_now_opens_theirs_alone(client, amina):
    links_mailed(client, OLD)
    move(amina, NEW)
    AppointmentFactory(person__email=OLD)
    assert links_mailed(client, OLD) == 1
