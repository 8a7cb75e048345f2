"""Pages of exempt papers: opened by two persons, closed at once, looked at again."""

import pytest
from django.urls import reverse

from corpparent.models import StoredFile
from members.roles import ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER
from reports.committees.models import Paper
from tests.documents import pdf_of
from tests.factories.committees import ClearanceFactory, FetchFactory, PaperFactory
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(council, client_of):
    return client_of(DEMOCRATIC_SERVICES_OFFICER)


def address(name, *things):
    return reverse(f"committees:{name}", args=[thing.public_id for thing in things])


def page(client, name, *things):
    answer = client.get(address(name, *things))
    assert answer.status_code == 200
    return answer.content.decode()


def test_opened_by_two_and_then_found_by_everybody(officer, client_of, client):
    file = StoredFile.write([pdf_of("Juniper has room for two more")])
    paper = PaperFactory(exempt=True, published=True, title="Homes", file=file, pages=1)
    officer.post(address("opening-ask", paper), {"version": 1})
    assert "You asked to open it. A second person confirms." in page(officer, "paper-opening", paper)
    other = client_of(ADMINISTRATOR)
    assert "Open it to everybody" in page(other, "paper-opening", paper)
    other.post(address("opening-confirm", paper), {"version": 1})
    found = client.get(reverse("committees:paper-list"), {"search": "juniper room"}).content.decode()
    assert "Homes" in found
    assert "<mark>Juniper</mark>" in found


def test_closed_at_once_and_what_was_fetched_is_listed(officer, client):
    paper = PaperFactory(published=True)
    FetchFactory(file=paper.file, times=3)
    fields = {"access": "exempt", "public_title": "Exempt", "paragraphs": ["2"], "interest": "One home.", "version": 1}
    fields |= {"review_on_0": 2, "review_on_1": 12, "review_on_2": 2027}
    answer = officer.post(address("paper-close", paper), fields, follow=True)
    said = answer.content.decode()
    assert "three times" in said
    assert "The public" in said
    assert client.get(paper.get_absolute_url()).status_code == 404


def test_looked_at_again(officer):
    paper = PaperFactory(exempt=True, published=True, title="Homes")
    assert "Homes" in page(officer, "review-list")
    fields = {"interest": "The tender is open.", "version": 1}
    fields |= {"review_on_0": 2, "review_on_1": 6, "review_on_2": 2028}
    officer.post(address("paper-review", paper), fields)
    assert Paper.objects.get().interest == "The tender is open."


def test_cleared_and_refused_on_its_page(council, client_of):
    clearance = ClearanceFactory(asked_of=client_of("councillor").person, paper__title="Scorecard")
    client = PersonsClient(clearance.asked_of)
    assert "It may be published" in page(client, "clearance-detail", clearance)
    client.post(address("clearance-detail", clearance), {"because": "No cost is named."})
    assert "No cost is named." in page(client, "clearance-detail", clearance)
    client.post(address("clearance-give", clearance), {"version": 1})
    assert "Cleared on" in page(client, "clearance-detail", clearance)
