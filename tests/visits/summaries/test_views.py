"""The list, one summary in both editions, issuing, and “I have read this”."""

import pytest
from django.urls import reverse
from django.utils import timezone

from corpparent.models import Event
from corpparent.periods import quarter_around
from tests.factories.visits import HomeFactory, PointFactory, SummaryReaderFactory, VisitSummaryFactory
from tests.plugins.people import PersonsClient
from tests.visits.summaries.quarter import WORDS, homes, visited
from visits.models import SummaryReader, VisitSummary
from visits.personal_data import summaries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

LIST = reverse("visits:summary-list")
NEW = reverse("visits:summary-create")


def quarter():
    """The last that has ended."""
    return quarter_around(timezone.localdate()).before()


def address(summary, deed="detail"):
    return reverse(f"visits:summary-{deed}", args=[summary.public_id])


@pytest.fixture
def officer(client_of):
    return client_of("democratic-services-officer")


@pytest.fixture
def made():
    """Three homes visited in the last quarter, with a point each."""
    found = [visited(home, quarter().starts_on, answer_by=quarter().ends_on) for home in homes(3)]
    for visit in found:
        PointFactory(visit=visit, theme="health", title=WORDS, saw=WORDS)
    return found


@pytest.fixture
def summary(made, officer):
    officer.post(NEW, {"quarter": quarter().code})
    return VisitSummary.objects.get()


def test_nothing_yet(client_of, officer):
    page = client_of("councillor").get(LIST).text
    assert "No summary was issued yet." in page
    assert NEW not in page
    assert NEW in officer.get(LIST).text


def test_issued_on_the_page_and_twice_is_once(officer, made):
    for _ in range(2):
        answer = officer.post(NEW, {"quarter": quarter().code}, follow=True)
        assert "The summary is issued." in answer.text
    assert VisitSummary.objects.count() == 1
    assert f"{quarter().label} (issued)" in officer.get(NEW).text


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Choose a quarter"),
        ({"quarter": "1999-00-Q1"}, "Choose a quarter"),
        ({"quarter": "\x00"}, "Choose a quarter"),
    ],
)
def test_no_such_quarter(officer, made, given, says):
    page = officer.post(NEW, given).text
    assert says in page
    assert "<title>Error: " in page


def test_a_quarter_in_which_nothing_was(officer):
    page = officer.post(NEW, {"quarter": quarter().code}).text
    assert "There is nothing to say." in page


def test_home_by_home_for_those_who_see_reports(officer, summary, made):
    page = officer.get(address(summary)).text
    for words in (
        "Exempt",
        "Juniper 0 (SC700000)",
        "Health",
        WORDS,
        "Nobody was asked to read it yet.",
    ):
        assert words in page
    assert made[0].home.address not in page
    everybody = officer.get(address(summary), {"edition": "public"}).text
    assert "Juniper" not in everybody
    assert "Home by home, exempt" in everybody


@pytest.mark.parametrize(
    "role", ["councillor", "home-manager", "responsible-individual", "administrator", "partner-governor"]
)
def test_without_homes_for_everybody_else(client_of, summary, role):
    for query in ({}, {"edition": "exempt"}):
        page = client_of(role).get(address(summary), query).text
        assert "Three visits were made of three that were wanted." in page
        assert "A visit on which a worry about a child was passed on is never counted here." in page
        for words in ("Juniper", "SC700000", "cake", "home by home"):
            assert words not in page


def test_withheld_says_so_and_why(client_of, officer):
    visited(HomeFactory(alias="Juniper"), quarter().starts_on)
    officer.post(NEW, {"quarter": quarter().code})
    page = client_of("councillor").get(address(VisitSummary.objects.get())).text
    assert "Withheld: fewer than three homes stand behind the numbers" in page
    assert "Juniper" not in page


def test_i_have_read_this(client_of, summary):
    client = client_of("councillor")
    assert "I have read this" in client.get(address(summary)).text
    for _ in range(2):
        assert "It is on the record that you read it." in client.post(address(summary, "read"), follow=True).text
    page = client.get(address(summary)).text
    assert "You read it on" in page
    assert "I have read this" not in page
    assert "You read it on" in client.get(LIST).text
    assert Event.objects.filter(type="visits-summary-read").count() == 1


def test_officers_of_the_portal_have_no_such_button(officer, summary):
    assert "I have read this" not in officer.get(address(summary)).text
    assert "Only corporate parents" in officer.post(address(summary, "read")).text


def test_issued_again_with_a_reason(officer, client_of, summary):
    form = address(summary, "renew")
    assert "Nothing is different" in officer.post(form, {"because": "A report came late."}).text
    visited(HomeFactory(), quarter().ends_on)
    assert "Say why it is issued again." in officer.post(form, {"because": " "}).text
    page = officer.post(form, {"because": "A report came late."}, follow=True).text
    assert "It is issued again." in page
    assert "Issued again: A report came late." in page
    before = client_of("councillor").get(address(summary)).text
    assert "This does not hold any more." in before
    assert "I have read this" not in before
    assert address(summary) not in officer.get(LIST).text
    newer = client_of("councillor").get(address(VisitSummary.objects.get(number=2))).text
    assert "Withheld: this was issued again" in newer
    assert "A report came late." not in newer


def test_what_waits_for_me(client_of, summary):
    client = client_of("councillor")
    assert "Read the summary of visits" not in client.get("/").text
    SummaryReaderFactory(summary=summary, person=client.person, asked_at=timezone.now())
    page = client.get("/").text
    assert "Read the summary of visits" in page
    assert address(summary) in page
    assert "Waiting for you" in client.get(LIST).text
    client.post(address(summary, "read"))
    assert "Read the summary of visits" not in client.get("/").text


def test_linked_from_the_overview_and_beside_the_others(client_of):
    assert LIST in client_of("lead-member").get(reverse("visits:coverage-detail")).text
    assert LIST in client_of("councillor").get(reverse("visits:visit-list")).text


def test_a_copy_of_ones_own(client_of, summary):
    client = client_of("councillor")
    client.post(address(summary, "read"))
    assert summaries.asked(client.person)[0]["Summary"] == str(summary)
    assert summaries.issued(summary.issued_by)[0]["Summary"] == str(summary)


def test_queries_do_not_grow(client_of, summary, django_assert_max_num_queries):
    client = client_of("lead-member")
    for number in range(1, 5):
        VisitSummaryFactory(quarter=f"202{number}-2{number + 1}-Q1")
    for _ in range(9):
        SummaryReaderFactory(summary=summary)
    for path in (LIST, address(summary)):
        client.get(path)
        with django_assert_max_num_queries(13):
            client.get(path)
    assert SummaryReader.objects.count() == 9
    assert "None of nine people" in PersonsClient(client.person).get(address(summary)).text
