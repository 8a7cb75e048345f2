"""What becomes of papers, packs and what readers did with them when their time is over."""

from datetime import UTC, date, datetime

import pytest

from corpparent.models import StoredFile
from corpparent.retention import RULES
from reports.committees.models import AgendaPack, BackgroundPaper, Clearance, Note, Paper, PaperText
from tests.factories.committees import (
    AgendaItemFactory,
    AgendaPackFactory,
    BackgroundPaperFactory,
    ClearanceFactory,
    NoteFactory,
    PaperFactory,
    PaperTextFactory,
)

pytestmark = pytest.mark.django_db

AT = datetime(2032, 12, 3, 9, 0, tzinfo=UTC)
BEFORE = datetime(2026, 12, 3, 0, 0, tzinfo=UTC)  # the day after the meeting of the factories


def wipe(kind, before=BEFORE):
    rule = RULES[kind]
    rule.wipe(rule.find(before), AT)


def stored():
    return StoredFile.write([b"%PDF-1.7"])


def test_file_and_text_of_a_published_paper_go_and_the_paper_stays():
    text = PaperTextFactory(paper__file=stored())
    path = text.paper.file.path
    wipe("paper", datetime(2026, 12, 2, 0, 0, tzinfo=UTC))
    assert Paper.objects.get().file is not None
    wipe("paper")
    paper = Paper.objects.get()
    assert (paper.file, paper.pages, paper.is_to_follow) == (None, 4, False)
    assert not PaperText.objects.exists()
    assert not StoredFile.objects.filter(pk=text.paper.file_id).exists()
    assert path.exists()  # the bytes go once the transaction is committed


def test_pack_keeps_its_hash_without_its_file():
    pack = AgendaPackFactory()
    wipe("agenda-pack")
    assert AgendaPack.objects.get().file is None
    assert AgendaPack.objects.get().sha256 == pack.sha256


def test_draft_goes_with_all_that_hangs_on_it_and_a_published_paper_does_not():
    published = PaperFactory(published=True)
    draft = PaperFactory(item=AgendaItemFactory(meeting=published.item.meeting))
    PaperFactory(item=draft.item, part_of=draft)
    ClearanceFactory(paper=draft)
    BackgroundPaperFactory(paper=draft)
    wipe("draft-paper")
    assert list(Paper.objects.all()) == [published]
    assert not Clearance.objects.exists()
    assert not BackgroundPaper.objects.exists()


def test_file_that_another_edition_still_has_stays():
    first = PaperFactory(published=True, item__meeting__meets_on=date(2026, 1, 7))
    PaperFactory(
        published=True, item__meeting__meets_on=date(2027, 1, 6), file=first.file, pages=first.pages, size=first.size
    )
    wipe("paper")
    assert StoredFile.objects.filter(pk=first.file_id).exists()


def test_background_papers_are_open_for_four_years_at_least():
    rule = RULES["background-paper"]
    assert (rule.months, rule.least) == (48, 48)
    BackgroundPaperFactory(paper__published=True)
    wipe("background-paper")
    assert not BackgroundPaper.objects.exists()


def test_what_the_law_keeps_open_cannot_be_wiped_before_six_years():
    assert {RULES[kind].least for kind in ("paper", "agenda-pack")} == {72}


def test_note_says_nothing_of_itself_to_whoever_wipes_it():
    note = NoteFactory(text="Ask about the second column.")
    assert "second column" not in RULES["note"].label(note)
    wipe("note")
    assert not Note.objects.exists()
