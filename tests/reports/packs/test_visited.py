"""Visits to homes as a pack freezes and shows them: home by home for members, and never for everybody."""

import json
import subprocess
from datetime import date, timedelta

import pytest

from corpparent import paper
from corpparent.periods import Period
from reports.packs.facts import has_news_since, protect
from reports.packs.v1 import render
from reports.packs.v1.visited import Visited
from reports.packs.visited import visited
from tests.factories.packs import NOW, frozen, imprint, indicator
from tests.factories.visits import HomeFactory, PointFactory, ResponseFactory
from tests.pdfua import faults
from tests.visits.summaries import quarter as visits
from visits import services

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SUMMER = visits.QUARTER
YEAR = Period.parse("2026-27")


@pytest.fixture
def summary():
    for number, visit in enumerate(visits.visited_with_points(4)):
        PointFactory(visit=visit, theme="safety", severity="soon")
        ResponseFactory(point=visit.points.first(), reason=visits.WORDS)
        visit.points.update(told_on=date(2026, 9, 1), told_words=visits.WORDS)
        visits.wanted(visit.home, due_on=date(2026, 9, 1 + number))
    PointFactory(visit=visit, theme="education")
    return visits.issued()


def editions(period=SUMMER):
    facts = frozen(indicator()) | {"visited": visited(period)}
    return protect(facts, "exempt"), protect(facts, "public")


def printed(facts, **said):
    return paper.pdf(render.paper(facts, imprint(**said)), assets=[paper.FONTS]).content


def text_of(content):
    found = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def page_of(facts):
    return next(page.html for page in render.pages(facts, imprint()) if page.slug == "visits-to-homes")


def test_home_by_home_for_members_and_no_word_anybody_wrote(summary):
    exempt, _ = editions()
    said = page_of(exempt)
    assert "Four visits were made of eight that were wanted." in said
    assert "Juniper 0 (SC700000)" in said
    assert "Education" in said
    assert "cake" not in json.dumps(exempt)


def test_no_home_for_everybody_nor_what_one_home_made(summary):
    _, public = editions()
    said = page_of(public)
    assert "Four visits were made of eight that were wanted." in said
    assert "Safety" in said
    assert "Health" not in said  # kept back, so that the one point about education is not what is left of the total
    assert "Rows that fewer than three homes stand behind are not shown" in said
    for words in ("Juniper", "SC70", "Education", "cake", *summary.facts["counted"]):
        assert words not in said
        assert words not in json.dumps(public["visited"])


def test_of_two_homes_everybody_reads_that_it_is_withheld():
    visits.visited_with_points(2)
    visits.issued()
    exempt, public = editions()
    assert "Withheld: fewer than three homes stand behind the numbers" in page_of(public)
    assert "Two visits were made" in page_of(exempt)


def test_a_quarter_of_which_none_was_issued_says_so():
    visits.visited_with_points(4)
    for facts in editions():
        assert "No summary of visits was issued for July to September 2026." in page_of(facts)


def test_a_year_holds_its_quarters_and_names_those_that_are_missing(summary):
    found = visited(YEAR)
    assert [one["code"] for one in found["quarters"]] == ["2026-27-Q2"]
    assert found["missing"] == ["2026-27-Q1", "2026-27-Q3", "2026-27-Q4"]
    assert visited(Period.parse("2026-M08")) == {"quarters": [], "missing": []}
    assert [one["code"] for one in visited(Period.parse("2026-M09"))["quarters"]] == ["2026-27-Q2"]


def test_the_edition_that_holds_is_the_one_in_it(summary):
    visits.visited(HomeFactory())
    services.issue_again(summary=summary, because="A report came late.", by=None, at=visits.AT + timedelta(days=1))
    exempt, public = editions()
    assert "Five visits were made" in page_of(exempt)
    assert "Withheld: this was issued again" in page_of(public)


def test_withheld_once_a_worry_was_passed_on(summary, larchford):
    assert not has_news_since(visits.AT, larchford, SUMMER)
    visit = HomeFactory._meta.model.objects.get(alias="Juniper 0").visits.get()
    visit.is_passed_on, visit.passed_on_to, visit.passed_on_at = True, "The front door", visits.AT + timedelta(hours=1)
    visit.save()
    assert "Withheld: what it was counted from" in page_of(editions()[1])
    assert has_news_since(visits.AT, larchford, SUMMER)


def test_a_summary_is_news(larchford):
    assert not has_news_since(NOW, larchford, SUMMER)
    visits.visited_with_points(1)
    visits.issued()
    assert has_news_since(visits.AT - timedelta(days=1), larchford, SUMMER)
    assert not has_news_since(visits.AT - timedelta(days=1), larchford, Period.parse("2026-27-Q1"))


def test_a_pack_frozen_before_there_were_summaries_has_no_such_page():
    assert not Visited({})
    assert "visits-to-homes" not in [page.slug for page in render.pages(frozen(indicator()), imprint())]


def test_paper_of_both_editions_has_no_fault(summary):
    exempt, public = editions(YEAR)
    members = printed(exempt, edition="Members’ edition", audience="exempt")
    everybody = printed(public)
    assert faults(members) == []
    assert faults(everybody) == []
    assert "Juniper 0 (SC700000)" in text_of(members)
    assert "Juniper" not in text_of(everybody)
    assert "What visits to homes found" in text_of(everybody)
