"""A likely name waits for a reason where a report is returned, and where it says which service was told of a worry."""

import pytest
from django.urls import reverse

from tests.factories.members import AppointmentFactory
from tests.factories.visits import VisitFactory
from tests.plugins.people import PersonsClient
from visits.models import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

WHY = "He leads the team at the front door."
REASON = {"names_explained": WHY}


@pytest.fixture
def visit():
    sent = VisitFactory(sent=True)
    AppointmentFactory(person=sent.lead, role__slug="visiting-councillor")
    return sent


@pytest.fixture
def author(visit):
    return PersonsClient(visit.lead)


def asked_why(page, name):
    return "Why this name may stand" in page.text and f"{name}</mark>" in page.text


def detail(client, visit):
    return client.get(reverse("visits:visit-detail", args=[visit.public_id])).text


def test_report_is_returned_once_the_name_is_explained(client_of, author, visit):
    officer = client_of("democratic-services-officer")
    address = reverse("visits:visit-return", args=[visit.public_id])
    given = {"because": "Say what Kevin Smith does."}
    assert asked_why(officer.post(address, given), "Kevin Smith")
    assert Visit.objects.get().status == Visit.Status.SUBMITTED
    assert officer.post(address, given | REASON).status_code == 302
    returned = Visit.objects.get()
    assert (returned.returned_because, returned.returned_names_explained) == ("Say what Kevin Smith does.", WHY)
    assert returned.names_explained == ""  # what its author says of the report's own names
    assert f"Why the names may stand: {WHY}" in detail(author, visit)


def test_worry_is_passed_on_once_the_name_is_explained(author, visit):
    address = reverse("visits:visit-pass-on", args=[visit.public_id])
    given = {"to": "Kevin Smith", "on_0": "4", "on_1": "9", "on_2": "2026", "clock": "16:30"}
    page = author.post(address, given)
    assert asked_why(page, "Kevin Smith")
    assert 'value="16:30"' in page.text
    assert not Visit.objects.get().is_passed_on
    assert author.post(address, given | REASON).status_code == 302
    passed = Visit.objects.get()
    assert (passed.passed_on_to, passed.passed_on_names_explained) == ("Kevin Smith", WHY)
    assert f"Why the names may stand: {WHY}" in detail(author, visit)
