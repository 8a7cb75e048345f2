"""The exclusion of the public is proposed where it belongs, and its words follow the agenda (R6)."""

import pytest

from corpparent.models import Event
from corpparent.rules import NotAllowed
from reports.committees import services
from reports.committees.facts.agendas import words_of_exclusion
from reports.committees.models import AgendaItem
from tests.factories.committees import NOW, AgendaItemFactory, PaperFactory
from tests.reports.committees.agendas.prepared import AT, EXEMPT, OPEN, item_called, titles, with_items

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

TITLE = "Exclusion of the press and public"


def propose(meeting):
    return services.propose_exclusion(meeting=meeting, by=None, at=AT)


def note_of(meeting):
    return AgendaItem.objects.get(meeting=meeting, kind="exclusion").note


@pytest.fixture
def meeting():
    """A and B are open, C is exempt, D is open."""
    meeting = with_items(2)
    AgendaItemFactory(meeting=meeting, number=3, title="C", exempt=True)
    AgendaItemFactory(meeting=meeting, number=4, title="D")
    return meeting


def test_it_stands_before_the_first_exempt_item_and_names_it(meeting):
    for _ in range(2):
        propose(meeting)
    assert titles(meeting) == ["1 A", "2 B", f"3 {TITLE}", "4 C", "5 D"]
    assert "excluded for item 4 (paragraph 2 of part 1 of Schedule 12A" in note_of(meeting)
    assert Event.objects.filter(type="exclusion-proposed").count() == 1


def test_an_exempt_paper_of_an_open_item_is_named_too_and_does_not_shut_out_the_public_earlier(meeting):
    PaperFactory(item=item_called(meeting, "A"), exempt=True, paragraphs=[1, 3])
    PaperFactory(item=item_called(meeting, "B"), exempt=True, withdrawn_because="Wrong file.")
    propose(meeting)
    assert titles(meeting)[2] == f"3 {TITLE}"
    assert "item 1 (paragraphs 1 and 3), item 4 (paragraph 2" in note_of(meeting)


def test_with_exempt_papers_alone_it_stands_before_the_first_of_their_items():
    meeting = with_items(3)
    PaperFactory(item=item_called(meeting, "B"), exempt=True)
    propose(meeting)
    assert titles(meeting) == ["1 A", f"2 {TITLE}", "3 B", "4 C"]


def test_its_words_follow_every_change_of_the_agenda(meeting):
    propose(meeting)
    services.add_item(meeting=meeting, by=None, at=AT, **EXEMPT)
    assert "item 4 (paragraph 2), item 6 (paragraph 3" in note_of(meeting)
    services.move_item(item=item_called(meeting, "D"), to=1, seen=5, by=None, at=AT)
    assert "item 5 (paragraph 2), item 6 (paragraph 3" in note_of(meeting)
    services.change_item(item=item_called(meeting, "C"), version=1, by=None, at=AT, **(OPEN | {"title": "C"}))
    assert "excluded for item 6 (paragraph 3" in note_of(meeting)
    services.remove_item(item=item_called(meeting, "D"), by=None, at=AT)
    assert "excluded for item 5 (paragraph 3" in note_of(meeting)
    assert note_of(meeting) == words_of_exclusion(meeting)


def test_words_that_an_officer_wrote_stay_until_they_are_renewed(meeting):
    propose(meeting)
    AgendaItem.objects.filter(kind="exclusion").update(note="As the chair asks.")
    services.move_item(item=item_called(meeting, "A"), to=2, seen=1, by=None, at=AT)
    assert note_of(meeting) == "As the chair asks."
    propose(meeting)
    assert "excluded for item 4" in note_of(meeting)


def test_where_nothing_is_exempt_the_public_stays():
    with pytest.raises(NotAllowed, match="the public stays"):
        propose(with_items(2))


def test_after_publication_a_further_one_is_added_before_what_is_new(meeting):
    propose(meeting)
    meeting.items.update(published_at=NOW)
    type(meeting).objects.filter(pk=meeting.pk).update(published_at=NOW, status="published")
    assert propose(meeting).number == 3
    services.add_item(meeting=meeting, by=None, at=AT, **EXEMPT)
    for _ in range(2):
        propose(meeting)
    assert titles(meeting)[5:] == [f"6 {TITLE}", "7 A home in Canary Lane"]
    assert "item 4 (paragraph 2), item 7 (paragraph 3" in AgendaItem.objects.get(meeting=meeting, number=6).note


def test_no_exempt_word_is_in_the_resolution(meeting):
    AgendaItem.objects.filter(title="C").update(title="Canary", interest="Canary", note="Canary")
    propose(meeting)
    assert "Canary" not in note_of(meeting)
