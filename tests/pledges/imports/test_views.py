"""Bringing promises as a table, looking at what was read, and taking it in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pledges.models import PledgeImport
from tests.factories.pledges import PledgeFactory

pytestmark = pytest.mark.django_db

TABLE = b"Promise,Theme,Principle\nWe listen.,Being heard,2\n,Health,1\n"


@pytest.fixture(autouse=True)
def larchford(council):
    return council


@pytest.fixture
def clerk(client_of):
    return client_of("democratic-services-officer")


def text(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def bring(client, pledge, content):
    file = SimpleUploadedFile("promises.csv", content)
    return text(client.post(f"/pledges/{pledge.public_id}/table/", {"file": file}, follow=True))


def test_bring_look_and_take_in(clerk):
    pledge = PledgeFactory()
    page = bring(clerk, pledge, TABLE)
    assert all(said in page for said in ("Add these promises?", "We listen.", "There is no promise.", "Left out"))
    table = PledgeImport.objects.get()
    page = text(clerk.post(f"/tables/{table.public_id}/take/", follow=True))
    assert "One promise was added to the pledge." in page
    assert "Taken in" in text(clerk.get(f"/tables/{table.public_id}/"))


def test_a_pledge_says_that_a_table_waits(clerk):
    pledge = PledgeFactory()
    bring(clerk, pledge, TABLE)
    assert "A table of promises waits to be looked at" in text(clerk.get(f"/pledges/{pledge.public_id}/"))


def test_drop_a_table(clerk):
    bring(clerk, PledgeFactory(), TABLE)
    table = PledgeImport.objects.get()
    assert "Nothing of it was kept." in text(clerk.post(f"/tables/{table.public_id}/drop/", follow=True))
    assert "We listen." not in text(clerk.get(f"/tables/{table.public_id}/"))


def test_nothing_can_be_taken(clerk):
    page = bring(clerk, PledgeFactory(), b"Promise,Theme,Principle\n,Health,1\n")
    assert "No row of this table can be taken in." in page
    assert "Add them to the pledge" not in page


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"a,b\n1,2\n", "so this is no table of promises"), (b"PK\x03\x04", "spreadsheet")]
)
def test_a_file_that_is_none_says_why(clerk, content, sentence):
    assert sentence in bring(clerk, PledgeFactory(), content)


def test_without_a_file(clerk):
    page = text(clerk.post(f"/pledges/{PledgeFactory().public_id}/table/"))
    assert "Choose the CSV file with the promises." in page


def test_the_table_to_fill_in_can_be_brought_back(clerk):
    empty = clerk.get("/pledges/table.csv")
    assert empty["Content-Type"].startswith("text/csv")
    page = bring(clerk, PledgeFactory(), empty.content)
    assert "We will celebrate with you." in page


def test_for_those_who_keep_papers(councillor):
    assert "bring promises as a table" in text(councillor.get("/pledges/table.csv"), 403)
