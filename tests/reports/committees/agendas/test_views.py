"""The officer's workbench through the browser's eyes."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from corpparent.models import Event
from reports.committees.facts.last_days import Days
from reports.committees.models import AgendaItem
from reports.committees.showing.agendas import clock_of
from tests.factories.committees import (
    AgendaItemFactory,
    ClearanceFactory,
    CommitteeSettingsFactory,
    MeetingFactory,
    PaperFactory,
)
from tests.reports.committees.agendas.prepared import committee_meeting, item_called, titles, with_items

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SENT = {"title": "How our children are doing", "kind": "report", "purpose": "note", "access": "open"}
SENT_EXEMPT = SENT | {
    "access": "exempt",
    "title": "A home in Canary Lane",
    "public_title": "A property matter",
    "paragraphs": ["3", "1"],
    "interest": "The price is being negotiated.",
}


@pytest.fixture
def client(client_of):
    return client_of("democratic-services-officer")


def soon(**fields):
    """A meeting to come, whenever the tests run."""
    return {"meets_on": timezone.localdate() + timedelta(days=60)} | fields


def day_fields(name, day):
    return {f"{name}_0": str(day.day), f"{name}_1": str(day.month), f"{name}_2": str(day.year)}


def bench(meeting):
    return reverse("committees:agenda-detail", args=[meeting.public_id])


def url_of(verb, item):
    return reverse(f"committees:agenda-item-{verb}", args=[item.public_id])


def test_the_workbench_shows_items_papers_states_and_the_clock(client):
    meeting = with_items(1, **soon())
    item = item_called(meeting, "A")
    exempt = PaperFactory(item=item, title="Appendix", exempt=True, paragraphs=[1, 2])
    ClearanceFactory(paper=exempt, kind="second", cleared_at=timezone.now())
    PaperFactory(item=item, title="Later", file=None, pages=0, size=0, due_at=timezone.now() + timedelta(days=1))
    page = client.get(bench(meeting)).text
    assert "Publish by " in page
    assert "five clear working days lie between" in page
    assert "Local Government Act 1972, section 100B" in page
    assert "Exempt: paragraphs 1 and 2" in page
    assert "It would tell of one home. Looked at again by 2 December 2027." in page
    assert "Cleared" in page
    assert "To follow by " in page
    assert f"/agenda-items/{item.public_id}/change/" in page


def test_it_lists_what_is_missing_and_says_so_where_nothing_is(client):
    meeting = with_items(2, **soon())
    AgendaItem.objects.filter(meeting=meeting, title="B").update(kind="other")
    assert "Item 1 has no report" in client.get(bench(meeting)).text
    paper = PaperFactory(item=item_called(meeting, "A"), title="Scorecard")
    assert "“Scorecard” needs a clearance (second person)" in client.get(bench(meeting)).text
    ClearanceFactory(paper=paper, kind="second", refused_because="A child is named.")
    assert "is not cleared (second person): A child is named." in client.get(bench(meeting)).text
    paper.clearances.update(refused_because="", cleared_at=timezone.now())
    assert "Nothing is missing." in client.get(bench(meeting)).text


@pytest.mark.parametrize(
    ("due", "words"),
    [(timedelta(hours=-1), "and is not there"), (timedelta(days=61), "is to follow after the meeting has begun")],
)
def test_a_paper_to_follow_needs_a_time_that_is_to_come_and_before_the_meeting(client, due, words):
    meeting = with_items(1, **soon())
    PaperFactory(item=item_called(meeting, "A"), file=None, pages=0, size=0, due_at=timezone.now() + due)
    assert words in client.get(bench(meeting)).text


def test_an_exempt_item_without_the_exclusion_is_said_and_mended_by_a_button(client):
    meeting = with_items(1, **soon())
    AgendaItemFactory(meeting=meeting, number=2, title="C", exempt=True)
    assert "The public cannot hear item 2" in client.get(bench(meeting)).text
    exclude = reverse("committees:agenda-exclude", args=[meeting.public_id])
    page = client.post(exclude, follow=True).text
    assert titles(meeting)[1] == "2 Exclusion of the press and public"
    assert "The public cannot hear" not in page
    PaperFactory(item=item_called(meeting, "A"), exempt=True, paragraphs=[7])
    assert "Renew the words" in client.get(bench(meeting)).text
    assert "Renew the words" not in client.post(exclude, follow=True).text


def test_an_exclusion_that_nothing_needs_is_said(client):
    meeting = with_items(1, **soon())
    AgendaItemFactory(meeting=meeting, number=2, kind="exclusion")
    assert "Item 2 excludes the public, and nothing on the agenda is exempt" in client.get(bench(meeting)).text


def test_the_body_that_leads_on_corporate_parenting_hears_children(client):
    meeting = with_items(1, **soon(body__is_corporate_parenting=True))
    assert "No item gives children and young people a voice" in client.get(bench(meeting)).text
    AgendaItemFactory(meeting=meeting, number=2, kind="voice")
    assert "No item gives children" not in client.get(bench(meeting)).text


def test_a_meeting_without_items_begins_with_the_standing_ones(client):
    meeting = committee_meeting(**soon())
    assert "This agenda has no items yet." in client.get(bench(meeting)).text
    for _ in range(2):
        client.post(reverse("committees:agenda-begin", args=[meeting.public_id]))
    assert len(titles(meeting)) == 7


@pytest.mark.parametrize("role", ["lead-member", "committee-member", "performance-officer"])
def test_it_is_for_those_who_prepare_agendas(client_of, role):
    answer = client_of(role).get(bench(with_items(1)))
    assert answer.status_code == 403
    assert "democratic services officers" in answer.text


def test_an_item_is_added_through_the_form_once(client):
    meeting = with_items(2, **soon())
    url = reverse("committees:agenda-item-create", args=[meeting.public_id])
    sent = SENT_EXEMPT | {"before": str(item_called(meeting, "B").public_id)}
    sent |= day_fields("review_on", timezone.localdate() + timedelta(days=365))
    for _ in range(2):
        assert client.post(url, sent).status_code == 302
    assert titles(meeting) == ["1 A", "2 A home in Canary Lane", "3 B"]
    item = item_called(meeting, "A home in Canary Lane")
    assert (item.access, item.paragraphs, item.public_title) == ("exempt", [1, 3], "A property matter")
    assert Event.objects.filter(type="agenda-item-added").count() == 1


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(client):
    meeting = with_items(1, **soon())
    url = reverse("committees:agenda-item-create", args=[meeting.public_id])
    page = client.post(url, SENT_EXEMPT | {"public_title": "", "paragraphs": []}).text
    assert "Say what the public reads instead of the title." in page
    assert "Choose the paragraphs of Schedule 12A" in page
    assert "Say by when somebody looks again" in page
    assert "A home in Canary Lane" in page
    assert titles(meeting) == ["1 A"]


def test_a_confidential_item_asks_for_its_source(client):
    meeting = with_items(0, **soon())
    url = reverse("committees:agenda-item-create", args=[meeting.public_id])
    sent = SENT | {"access": "confidential", "public_title": "A confidential matter"}
    assert "which law or court order forbids" in client.post(url, sent).text
    client.post(url, sent | {"source": "An order of the family court"})
    item = AgendaItem.objects.get(meeting=meeting)
    assert item.interest == "An order of the family court"
    assert 'value="An order of the family court"' in client.get(url_of("update", item)).text


def test_an_item_is_changed_and_whoever_saves_second_is_told(client):
    item = item_called(with_items(1, **soon()), "A")
    url = url_of("update", item)
    assert client.post(url, SENT | {"version": "1"}).status_code == 302
    page = client.post(url, SENT | {"title": "Mine", "version": "1"}).text
    assert "Somebody else changed this" in page
    assert 'value="Mine"' in page
    item.refresh_from_db()
    assert item.title == "How our children are doing"


def test_an_item_is_moved_by_number_and_by_one(client):
    meeting = with_items(3, **soon())
    item = item_called(meeting, "A")
    page = client.get(url_of("move", item)).text
    assert "One down, to number 2" in page
    assert "One up" not in page
    client.post(url_of("move", item), {"to": "3", "seen": "1"})
    assert titles(meeting) == ["1 B", "2 C", "3 A"]
    assert "Enter a number from 1 to 3." in client.post(url_of("move", item), {"to": "9", "seen": "3"}).text


def test_a_draft_is_removed_after_a_question(client):
    meeting = with_items(2, **soon())
    url = url_of("remove", item_called(meeting, "A"))
    assert "Remove this item?" in client.get(url).text
    client.post(url)
    assert titles(meeting) == ["1 B"]


def test_after_publication_moving_is_refused_with_a_sentence_and_withdrawing_offered(client):
    meeting = with_items(2, published=True, **soon())
    item = item_called(meeting, "A")
    for verb in ("move", "update", "remove"):
        answer = client.get(url_of(verb, item))
        assert answer.status_code == 403
        assert "Withdraw" in answer.text or "withdraw" in answer.text
    page = client.get(bench(meeting)).text
    assert f"/agenda-items/{item.public_id}/withdraw/" in page
    assert f"/agenda-items/{item.public_id}/move/" not in page
    page = client.post(url_of("withdraw", item), {"because": "The report is not ready."}, follow=True).text
    assert "Withdrawn: The report is not ready." in page
    assert titles(meeting) == ["1 A", "2 B"]


def test_within_the_clear_days_the_form_asks_what_makes_it_urgent(client):
    meeting = with_items(1, published=True, meets_on=timezone.localdate() + timedelta(days=1))
    url = reverse("committees:agenda-item-create", args=[meeting.public_id])
    assert "Which special circumstances make it urgent?" in client.get(url).text
    assert "Say which special circumstances" in client.post(url, SENT).text
    page = client.post(url, SENT | {"urgent_because": "A home closes on Friday."}, follow=True).text
    assert "Urgent: A home closes on Friday." in page


def test_the_agenda_of_a_cancelled_meeting_can_be_read_and_not_changed(client):
    meeting = with_items(1, status="cancelled", cancelled_because="Snow", **soon())
    page = client.get(bench(meeting)).text
    assert "The meeting is cancelled: its agenda stays as it is." in page
    assert "Add an item" not in page
    assert client.get(url_of("update", item_called(meeting, "A"))).status_code == 403


def test_it_costs_the_same_for_two_items_and_for_two_hundred(client, django_assert_num_queries):
    few, many = with_items(0, **soon()), with_items(0, **soon())
    for meeting, number in ((few, 2), (many, 200)):
        for place in range(1, number + 1):
            item = AgendaItemFactory(meeting=meeting, number=place)
            ClearanceFactory(paper=PaperFactory(item=item, exempt=bool(place % 2)))
    client.get(bench(few))
    with CaptureQueriesContext(connection) as asked:
        client.get(bench(few))
    with django_assert_num_queries(len(asked)):
        page = client.get(bench(many)).text
    assert page.count('class="app-agenda__item"') == 200
    assert len(asked) < 20


@pytest.mark.parametrize(
    ("meets_on", "today", "heading", "said"),
    [
        (date(2026, 12, 2), date(2026, 11, 23), "Publish by Tuesday 24 November", "One working day left."),
        (date(2026, 12, 2), date(2026, 11, 24), "Publish by Tuesday 24 November", "Publish today."),
        (date(2026, 12, 2), date(2026, 11, 25), "It had to be published by Tuesday 24 November", "It is late"),
        (date(2027, 1, 2), date(2026, 12, 21), "Publish by Tuesday 22 December", "five clear working days lie between"),
        (date(2027, 4, 7), date(2027, 3, 1), "Publish by Tuesday 30 March", "five clear working days lie between"),
    ],
)
def test_the_clock_is_a_sentence(meets_on, today, heading, said):
    clock = clock_of(committee_meeting(meets_on=meets_on), Days.current(), today)
    assert clock.heading == heading
    assert said in clock.said


def test_the_clock_of_an_informal_body_is_the_councils_own():
    CommitteeSettingsFactory(informal_days=1)
    meeting = MeetingFactory(body__regime="informal")
    clock = clock_of(meeting, Days.current(), date(2026, 11, 23))
    assert clock.heading == "Publish by Monday 30 November"
    assert "one clear working day lies between" in clock.said
    assert clock.law.startswith("No law says when")
