"""What in the text of an open paper stands in the way of publishing it, and finding words in published ones."""

import pytest

from members.standing import STRANGER
from reports.committees.facts import paper_search
from reports.committees.facts.papers import check_text, in_the_way
from reports.committees.models import Clearance, Paper
from tests.factories.committees import ClearanceFactory, PaperFactory, PaperTextFactory

pytestmark = pytest.mark.django_db


def cleared(**given):
    paper = PaperFactory(title="Scorecard", **given)
    ClearanceFactory(paper=paper, cleared_at=paper.added_at)
    return paper


def test_identifiers_are_named_by_page_and_never_by_value():
    paper = cleared()
    PaperTextFactory(paper=paper, page=1)
    PaperTextFactory(paper=paper, page=7, text="His NHS number is 999 123 4560.")
    [sentence] = in_the_way(paper)
    assert sentence == "“Scorecard” may tell who a child is: page 7: an NHS number. Take it out of the paper."


def test_likely_name_wants_a_reason():
    paper = cleared()
    PaperTextFactory(paper=paper, page=2, text="We met a boy called Jayden Okafor at the home.")
    assert [one.page for one in check_text(paper)] == [2]
    assert "may name somebody: page 2" in in_the_way(paper)[0]
    paper.names_explained = "He is the council’s ambassador."
    assert in_the_way(paper) == []


def test_paper_whose_text_was_not_read_says_so():
    assert in_the_way(cleared()) == [
        "The text of “Scorecard” could not be read, so the portal cannot check it for identifiers of children."
    ]


def test_exempt_paper_is_not_looked_through():
    paper = cleared(exempt=True)
    PaperTextFactory(paper=paper, text="999 123 4560")
    assert in_the_way(paper) == []


def test_report_that_asks_for_a_decision_is_cleared_by_three():
    paper = PaperFactory(title="Homes", exempt=True, is_decision=True)
    ClearanceFactory(paper=paper, kind=Clearance.Kind.LEGAL)
    ClearanceFactory(paper=paper, kind=Clearance.Kind.FINANCE, refused_because="No cost is named.")
    assert in_the_way(paper) == [
        "“Homes” waits for a clearance (legal).",
        "“Homes” is not cleared (finance): No cost is named.",
        "“Homes” needs a clearance (second person): ask for it.",
    ]


def found(*words, by=STRANGER):
    return paper_search.having(Paper.objects.visible_to(by).published().current(), list(words))


def test_every_word_on_one_page():
    paper = PaperFactory(published=True)
    PaperTextFactory(paper=paper, page=1, text="Health assessments were late.")
    PaperTextFactory(paper=paper, page=2, text="Dental checks\nwere   on time.")
    assert list(found("dental", "TIME")) == [paper]
    assert list(found("dental", "late")) == []
    excerpt = paper_search.excerpts([paper], ["dental", "TIME"])[paper.pk]
    assert excerpt == (2, [("Dental", True), (" checks were on ", False), ("time", True), (".", False)])


@pytest.mark.parametrize("change", [{"published": False}, {"exempt": True, "published": True}])
def test_public_finds_nothing_else(change):
    PaperTextFactory(paper=PaperFactory(title="Canary", **change), text="canary")
    assert list(found("canary")) == []


@pytest.mark.parametrize("word", ["%", "_", "\\", "<b>", "(", "[a-"])
def test_signs_are_taken_as_they_are(word):
    paper = PaperTextFactory(text="Nothing of it.").paper
    assert list(found(word)) == []
    assert paper_search.excerpts([paper], [word]) == {}
