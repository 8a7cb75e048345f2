"""Decisions through the browser: what the public reads, and the second look before it does."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from pledges.models import Action
from reports.committees.models import Decision
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, DecisionFactory
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

LIST, OPEN = "/decisions/", "/decisions/open/"
EXEMPT = {
    "title": "That the home in Canary Lane is bought.",
    "access": "exempt",
    "public_title": "A property matter",
    "paragraphs": [3],
    "interest": "The price is being negotiated.",
    "review_on": date(2028, 1, 1),
}
SENT = {"title": "That the report comes back.", "kind": "decided", "access": "open"}


@pytest.fixture
def keeper(client_of):
    return client_of("democratic-services-officer")


def held(**fields):
    return DecisionFactory(**({"published": True, "item__meeting__held": True} | fields))


def url_of(verb, decision):
    return reverse(f"committees:decision-{verb}", args=[decision.public_id])


def page(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.text


def test_the_public_reads_what_is_open_and_of_the_rest_a_title(client):
    open_one, exempt = held(title="That buses run in July."), held(**EXEMPT, votes="6 for, 2 against")
    private = held(title="That Walton Street closes.", item__meeting__is_public=False)
    draft = held(title="Not yet.", published=False)
    text = page(client, LIST)
    assert "That buses run in July." in text
    assert "A property matter" in text
    assert "Canary" not in text
    assert "6 for" not in text
    assert "Walton Street" not in text
    assert "Not yet." not in text
    assert "Record of a decision" in page(client, url_of("detail", open_one))
    for hidden in (exempt, private, draft):
        assert client.get(url_of("detail", hidden)).status_code == 404


def test_an_exempt_decision_is_for_its_body_and_not_for_other_members(client_of):
    exempt = held(**EXEMPT)
    member = PersonsClient(
        AppointmentFactory(role__slug="councillor", body=exempt.item.meeting.body, place="member").person
    )
    assert "Canary Lane" in page(member, url_of("detail", exempt))
    assert "Canary Lane" in page(member, LIST)
    other = client_of("councillor")
    assert other.get(url_of("detail", exempt)).status_code == 404
    assert "Canary" not in page(other, LIST)
    assert "Canary" not in page(other, OPEN)


def test_an_open_decision_does_not_tell_the_title_of_an_exempt_item(client):
    decision = held(item__exempt=True, item__title="The home in Canary Lane", item__public_title="A property matter")
    text = page(client, url_of("detail", decision))
    assert "A property matter" in text
    assert "Canary" not in text


def test_the_list_is_filtered_by_body_year_and_kind(client):
    one = held(title="One.", item__meeting__body=BodyFactory(slug="panel"), kind="noted")
    held(title="Two.", item__meeting__meets_on=date(2025, 12, 2), kind="recommended", recommended_to="Cabinet")
    for query in ("body=panel", "year=2026", "kind=noted"):
        text = page(client, f"{LIST}?{query}")
        assert "One." in text
        assert "Two." not in text
    assert "No decision fits" in page(client, f"{LIST}?body={one.item.meeting.body.slug}&kind=decided")


def test_it_asks_the_same_queries_for_two_and_for_twenty(client, django_assert_num_queries):
    held()
    page(client, LIST)
    with CaptureQueriesContext(connection) as few:
        page(client, LIST)
    for _ in range(20):
        held()
    with django_assert_num_queries(len(few)):
        page(client, LIST)


def test_an_officer_writes_it_down_looks_again_and_publishes_it(keeper):
    item = AgendaItemFactory(published=True, meeting__held=True)
    answer = keeper.post(reverse("committees:decision-create", args=[item.public_id]), SENT)
    decision = Decision.objects.get()
    assert answer.url == url_of("detail", decision)
    assert "Everybody reads it." in page(keeper, url_of("confirm", decision))
    assert "That the report comes back." in page(
        keeper, reverse("committees:meeting-decisions", args=[item.meeting.public_id])
    )
    keeper.post(url_of("publish", decision), {"version": "1"})
    decision.refresh_from_db()
    assert decision.published_at


def test_a_decision_begins_with_the_access_of_its_item(keeper):
    item = AgendaItemFactory(published=True, meeting__held=True, exempt=True, public_title="A property matter")
    text = page(keeper, reverse("committees:decision-create", args=[item.public_id]))
    assert 'value="A property matter"' in text
    assert 'value="exempt" checked' in text or "checked" in text.split('value="exempt"')[1][:120]


def test_the_form_of_an_executive_body_asks_for_the_record_and_keeps_what_was_typed(keeper):
    item = AgendaItemFactory(published=True, meeting__held=True, meeting__body__regime="executive")
    url = reverse("committees:decision-create", args=[item.public_id])
    text = keeper.post(url, SENT | {"reasons": "Two homes close."}).text
    assert "Say which alternatives were considered and rejected" in text
    assert "Two homes close." in text
    assert not Decision.objects.exists()
    keeper.post(url, SENT | dict.fromkeys(("reasons", "alternatives", "conflicts", "dispensations"), "None"))
    assert Decision.objects.get().dispensations == "None"


def test_it_becomes_an_action_that_links_back_and_leaves_the_list_of_the_open(keeper):
    decision = held(title="That buses run in July.")
    assert "That buses run in July." in page(keeper, OPEN)
    due = timezone.localdate() + timedelta(days=30)
    sent = {
        "title": "Agree with the bus company",
        "why": "The committee decided it.",
        "owner": str(AppointmentFactory().person.public_id),
        "due_on_0": due.day,
        "due_on_1": due.month,
        "due_on_2": due.year,
        "theme": Action._meta.get_field("theme").choices[0][0],
    }
    assert keeper.post(url_of("act", decision), sent).status_code == 302
    assert "Agree with the bus company" in page(keeper, url_of("detail", decision))
    assert url_of("detail", decision) in page(
        keeper, reverse("pledges:action-detail", args=[Action.objects.get().public_id])
    )
    assert "Every decision has its answer." in page(keeper, OPEN)
    assert keeper.get(url_of("act", decision)).status_code == 403


def test_a_reason_stands_beside_a_recommendation_that_was_not_accepted(keeper, client):
    decision = held(kind="recommended", recommended_to="Cabinet")
    keeper.post(url_of("leave", decision), {"because": "The Cabinet did not accept it."})
    assert "Nothing needs to be done: The Cabinet did not accept it." in page(client, url_of("detail", decision))
    assert "Every decision has its answer." in page(keeper, OPEN)


def test_what_is_noted_asks_for_nothing(councillor):
    held(kind="noted")
    assert "Every decision has its answer." in page(councillor, OPEN)


def test_a_member_who_may_read_it_may_not_change_it(councillor):
    decision = held()
    assert councillor.get(url_of("act", decision)).status_code == 403
    assert councillor.post(url_of("publish", decision)).status_code == 403
    assert (
        councillor.get(reverse("committees:meeting-decisions", args=[decision.item.meeting.public_id])).status_code
        == 403
    )
