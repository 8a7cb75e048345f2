"""Papers that the portal writes itself: what they say in public and what to members, and how they are added."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from corpparent.models import StoredFile
from members.roles import DEMOCRATIC_SERVICES_OFFICER
from reports.committees import services, sources
from reports.committees.models import Minutes, Paper, WrittenPaper
from reports.committees.sources import NothingToShow
from reports.packs.models import Edition
from tests import pdfua
from tests.documents import pdf_of
from tests.factories.committees import AgendaItemFactory, MinuteFactory
from tests.factories.packs import EditionFactory
from tests.factories.pledges import ActionFactory, ProgressFactory
from tests.factories.visits import VisitFactory, VisitSummaryFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def officer(council, client_of):
    return client_of(DEMOCRATIC_SERVICES_OFFICER)


def text(wanted, item=None, *, is_public):
    document, _ = sources.made(wanted, item or AgendaItemFactory(), is_public=is_public, at=NOW)
    return " ".join(" ".join(document.texts).split())


def test_tracker_in_public_holds_open_actions_and_nobody(council):
    item = AgendaItemFactory()
    body = item.meeting.body
    shown = ActionFactory(body=body, access="open", title="Ask the bus company", owner__name="Ines Marlow")
    ActionFactory(body=body, access="members", title="Private canary")
    ActionFactory(body=body, access="exempt", title="Exempt canary")
    ActionFactory(access="open", title="Of another body")
    said = text("actions:body", item, is_public=True)
    assert "One action" in said
    assert "Ask the bus company" in said
    assert [words for words in ("canary", "another body", "Marlow", "Not for publication") if words in said] == []
    private = text("actions:body", item, is_public=False)
    assert [words for words in ("canary", shown.owner.name, "Not for publication") if words not in private] == []


def test_tracker_of_nothing_says_so(council):
    assert "No actions are open" in text("actions:body", is_public=True)


def test_summary_of_visits_names_homes_for_members_alone(council):
    VisitFactory(sent=True, home__alias="Juniper", visited_on=date(2026, 8, 3))
    VisitSummaryFactory()
    assert "Juniper" in text("visits:2026-27-Q2", is_public=False)
    public = text("visits:2026-27-Q2", is_public=True)
    assert "July to September 2026" in public
    assert "Juniper" not in public


def test_quarter_without_summary_has_no_paper(council):
    with pytest.raises(NothingToShow, match="This quarter has no summary"):
        sources.made("visits:1999-00-Q1", AgendaItemFactory(), is_public=True, at=NOW)


def test_progress_on_the_pledge_stands_with_both_voices(council):
    promise = ProgressFactory(promise__pledge__live=True).promise
    ProgressFactory(promise=promise, voice="young-people", words="Not in the holidays.")
    said = text("pledge:children-in-care", is_public=True)
    assert [words for words in (promise.wording, "Half of the moves", "Not in the holidays") if words not in said] == []


def test_pack_is_taken_as_it_was_published(council):
    content = pdf_of("Quality pack")
    edition = EditionFactory(is_published=True, pack__is_own=True, file=StoredFile.write([content]))
    wanted = f"pack:{edition.pack.public_id}"
    document, said = sources.made(wanted, AgendaItemFactory(), is_public=True, at=NOW)
    assert document.content == content
    assert said == {"page": f"/packs/{edition.pack.public_id}/"}
    with pytest.raises(NothingToShow, match="not published"):
        sources.made(wanted, AgendaItemFactory(), is_public=False, at=NOW)
    EditionFactory(pack=edition.pack, audience=Edition.Audience.EXEMPT)
    with pytest.raises(NothingToShow, match="not published"):
        sources.made(wanted, AgendaItemFactory(), is_public=False, at=NOW)


def test_minutes_come_back_to_be_confirmed(council):
    minute = MinuteFactory(minutes__approved=True, text="Members noted.", exempt_text="Canary was chosen.")
    earlier = minute.minutes.meeting
    item = AgendaItemFactory(meeting__body=earlier.body, meeting__meets_on=earlier.meets_on + timedelta(days=90))
    wanted = f"minutes:{minute.minutes.public_id}"
    public, private = (text(wanted, item, is_public=is_public) for is_public in (True, False))
    assert "Members noted." in public
    assert "Canary" not in public
    assert "Canary was chosen." in private
    type(earlier).objects.filter(pk=earlier.pk).update(is_public=False)
    with pytest.raises(NothingToShow, match="not open to the public"):
        text(wanted, item, is_public=True)
    Minutes.objects.update(status="draft", approved_at=None)
    with pytest.raises(NothingToShow, match="has not approved them"):
        text(wanted, item, is_public=False)


def test_own_paper_is_tagged_as_the_law_asks(council):
    item = AgendaItemFactory()
    ActionFactory(body=item.meeting.body, access="open")
    document, _ = sources.made("actions:body", item, is_public=True, at=NOW)
    assert pdfua.faults(document.content) == []


def test_added_through_its_form(officer):
    item = AgendaItemFactory()
    address = reverse("committees:paper-make", args=[item.public_id])
    assert f"Action tracker of {item.meeting.body.name}" in officer.get(address).content.decode()
    officer.post(address, {"wanted": "actions:body", "title": "Actions outstanding", "access": "open"})
    paper = Paper.objects.get()
    assert (paper.origin, paper.pages, paper.texts.count()) == ("actions", 1, 1)


def own_paper(officer, access="open", **given):
    item = AgendaItemFactory()
    ActionFactory(body=item.meeting.body, access="open", title="Ask the bus company")
    address = reverse("committees:paper-make", args=[item.public_id])
    officer.post(address, {"wanted": "actions:body", "title": "Actions outstanding", "access": access} | given)
    return Paper.objects.get()


def test_open_paper_of_our_own_is_read_on_its_page(officer, client):
    paper = own_paper(officer)
    Paper.objects.update(published_at=NOW)
    page = client.get(paper.get_absolute_url()).content.decode()
    assert "Ask the bus company" in page
    assert '<th scope="col">What must be done' in page


def test_closed_paper_of_our_own_stands_nowhere_but_in_its_file(officer):
    restriction = {
        "access": "exempt",
        "public_title": "Exempt report",
        "paragraphs": [2],
        "interest": "It names homes.",
    }
    paper = own_paper(officer, **restriction, review_on_0="2", review_on_1="6", review_on_2="2027")
    assert paper.access == "exempt"
    assert not WrittenPaper.objects.exists()


def test_paper_that_is_closed_later_leaves_its_page(officer):
    paper = own_paper(officer)
    Paper.objects.update(published_at=NOW)
    restriction = {"access": "exempt", "public_title": "Exempt", "paragraphs": [2], "interest": "It names homes."}
    restriction |= {"review_on": date(2027, 6, 2)}
    services.close_paper(paper=paper, restriction=restriction, version=paper.version, by=paper.added_by, at=NOW)
    assert not WrittenPaper.objects.exists()


@pytest.mark.parametrize("wanted", ["", "actions", "home:x", "visits:../..", "pack:\0"])
def test_what_is_not_offered_is_refused_at_its_field(officer, wanted):
    address = reverse("committees:paper-make", args=[AgendaItemFactory().public_id])
    answer = officer.post(address, {"wanted": wanted, "title": "A", "access": "open"})
    assert "Choose one from the list." in answer.content.decode()
