"""What happens to a paper: added, changed while a draft, replaced and withdrawn once published."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.documents import Document
from corpparent.models import Event, StoredFile
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.roles import COUNCILLOR, DEMOCRATIC_SERVICES_OFFICER
from reports.committees import services
from reports.committees.events import PAPER_ADDED
from reports.committees.models import Paper
from reports.committees.services.papers import NOT_YET_DUE, OPENING
from tests.factories.committees import (
    AgendaItemFactory,
    BackgroundPaperFactory,
    ClearanceFactory,
    PaperFactory,
    PaperTextFactory,
)
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
OPEN = {"access": "open", "title": "Scorecard"}
EXEMPT = {
    "access": "exempt",
    "title": "Tender of Juniper House",
    "public_title": "Exempt appendix",
    "paragraphs": [3],
    "interest": "A tender is open.",
    "review_on": date(2027, 11, 20),
}


@pytest.fixture
def officer(council):
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person


def document(*texts):
    texts = texts or ("How our children are doing",)
    return Document(b"%PDF-1.7 " + repr(texts).encode(), len(texts), list(texts), [])


def add(officer, item=None, **given):
    given = {"restriction": OPEN, "document": document()} | given
    return services.add_paper(item=item or AgendaItemFactory(), by=officer, at=NOW, **given)


def test_added_with_file_and_text_and_one_event(officer):
    paper = add(officer, document=document("First page", ""))
    assert (paper.pages, paper.size, paper.due_at) == (2, len(document("First page", "").content), None)
    assert list(paper.texts.values_list("page", "text")) == [(1, "First page"), (2, "")]
    assert paper.file.path.read_bytes().startswith(b"%PDF")
    event = Event.objects.get(type=PAPER_ADDED)
    assert (event.subject_id, event.details) == (paper.public_id, {"pages": 2, "access": "open"})


def test_of_an_exempt_paper_no_text_is_kept_and_no_title_is_recorded(officer):
    paper = add(officer, restriction=EXEMPT)
    assert (paper.texts.count(), paper.reference.label) == (0, "Exempt appendix")
    assert "Juniper" not in str(Event.objects.values("details", "private"))


def test_sent_twice_is_added_once(officer):
    item = AgendaItemFactory()
    assert add(officer, item).pk == add(officer, item).pk
    assert Event.objects.filter(type=PAPER_ADDED).count() == 1


def test_papers_of_an_item_keep_their_order(officer):
    item = AgendaItemFactory()
    first = add(officer, item)
    second = add(officer, item, restriction=OPEN | {"title": "Second"})
    services.move_paper(paper=second, is_up=True, version=second.version, by=officer, at=NOW)
    assert list(item.papers.values_list("title", flat=True)) == ["Second", first.title]


@pytest.mark.parametrize("due_at", [None, NOW - timedelta(days=1), datetime(2026, 12, 3, tzinfo=UTC)])
def test_to_follow_only_with_an_hour_before_the_meeting(officer, due_at):
    with pytest.raises(ValidationError) as problem:
        add(officer, document=None, due_at=due_at)
    assert problem.value.message_dict == {"due_on": [NOT_YET_DUE]}


def test_to_follow_gets_its_file(officer):
    paper = add(officer, document=None, due_at=NOW + timedelta(days=3))
    ClearanceFactory(paper=paper, cleared_at=NOW)
    paper = services.give_file(paper=paper, document=document(), version=paper.version, by=officer, at=NOW)
    assert (paper.is_to_follow, paper.due_at, paper.texts.count()) == (False, None, 1)
    assert paper.clearances.get().cleared_at is None


def test_another_file_of_a_draft_removes_the_first(officer, django_capture_on_commit_callbacks):
    paper = add(officer)
    before = paper.file
    with django_capture_on_commit_callbacks(execute=True):
        services.give_file(paper=paper, document=document("Other"), version=paper.version, by=officer, at=NOW)
    assert not StoredFile.objects.filter(pk=before.pk).exists()
    assert not before.path.exists()


def test_only_keepers_add(council):
    who = AppointmentFactory(role__slug=COUNCILLOR).person
    with pytest.raises(NotAllowed, match="Papers are kept by democratic services officers and administrators"):
        add(who)


def test_identifier_in_the_summary_is_refused_at_its_field(officer):
    with pytest.raises(ValidationError) as problem:
        add(officer, summary="NHS number 999 123 4560 of a child")
    assert list(problem.value.message_dict) == ["summary"]


def test_draft_becomes_exempt_at_once_and_loses_its_text(officer):
    paper = add(officer)
    BackgroundPaperFactory(paper=paper)
    paper = services.change_paper(paper=paper, version=paper.version, restriction=EXEMPT, by=officer, at=NOW)
    assert (paper.access, paper.texts.count(), paper.background.count()) == ("exempt", 0, 0)


def test_draft_does_not_become_open_by_one_hand(officer):
    paper = add(officer, restriction=EXEMPT)
    with pytest.raises(ValidationError) as problem:
        services.change_paper(paper=paper, version=paper.version, restriction=OPEN, by=officer, at=NOW)
    assert problem.value.message_dict == {"access": [OPENING]}
    assert Paper.objects.get().access == "exempt"


def test_changed_meanwhile_is_said(officer):
    paper = add(officer)
    services.change_paper(paper=paper, version=paper.version, restriction=OPEN, by=officer, at=NOW)
    with pytest.raises(Stale):
        services.change_paper(paper=paper, version=paper.version, restriction=OPEN, by=officer, at=NOW)


def test_published_stays_as_it_was_read(officer):
    paper = PaperFactory(published=True)
    with pytest.raises(NotAllowed, match="stays as it was read"):
        services.change_paper(paper=paper, version=1, restriction=OPEN, by=officer, at=NOW)


def test_replacement_is_the_next_edition_and_waits(officer):
    paper = PaperFactory(published=True, names_explained="Officers.")
    newer = services.replace_paper(
        paper=paper, document=document("New"), because="A figure was wrong.", version=1, by=officer, at=NOW
    )
    assert (newer.edition, newer.replaces, newer.published_at, newer.names_explained) == (2, paper, None, "")
    assert newer.public_id != paper.public_id
    paper.refresh_from_db()
    assert (paper.replaced_at, paper.pages) == (None, 4)
    with pytest.raises(NotAllowed, match="A newer version waits already"):
        services.replace_paper(paper=paper, document=document("N"), because="Again.", version=1, by=officer, at=NOW)


def test_replacement_wants_a_reason(officer):
    paper = PaperFactory(published=True)
    with pytest.raises(ValidationError) as problem:
        services.replace_paper(paper=paper, document=document("N"), because=" ", version=1, by=officer, at=NOW)
    assert list(problem.value.message_dict) == ["because"]


def test_withdrawn_twice_is_withdrawn_once(officer):
    paper = PaperFactory(published=True)
    for _ in range(2):
        paper = services.withdraw_paper(paper=paper, because="Sent in error.", version=1, by=officer, at=NOW)
    assert paper.withdrawn_because == "Sent in error."
    assert Event.objects.filter(subject_id=paper.public_id).count() == 1


def test_split_puts_an_open_part_before(officer):
    paper = add(officer, restriction=EXEMPT)
    first = services.split_paper(
        paper=paper, title="Homes: what is planned", document=document(), version=paper.version, by=officer, at=NOW
    )
    paper.refresh_from_db()
    assert (paper.part_of, first.access, first.position < paper.position) == (first, "open", True)


def test_removed_with_all_that_hangs_on_it(officer):
    paper = add(officer)
    PaperTextFactory(paper=paper, page=9)
    ClearanceFactory(paper=paper)
    BackgroundPaperFactory(paper=paper)
    services.remove_paper(paper=paper, version=paper.version, by=officer, at=NOW)
    assert (Paper.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_meeting_that_was_held_takes_no_papers(officer):
    with pytest.raises(NotAllowed, match="The meeting was held"):
        add(officer, AgendaItemFactory(meeting__held=True))


def test_background_is_listed_once_and_for_open_papers_only(officer):
    paper = PaperFactory()
    given = {"title": "Sufficiency strategy", "where": "The library", "version": 1, "by": officer, "at": NOW}
    for _ in range(2):
        services.add_background(paper=paper, **given)
    assert paper.background.count() == 1
    with pytest.raises(NotAllowed, match="for open papers only"):
        services.add_background(paper=PaperFactory(exempt=True), **given)
