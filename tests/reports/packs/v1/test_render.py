import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from corpparent.themes import THEMES
from reports.packs.v1 import render
from tests.factories.packs import NAMES, figure, frozen, imprint, indicator

HOSTILE = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"
MEMBERS = {"edition": "Members’ edition", "audience": "exempt"}


def twin(facts=None, **changes):
    """The pages of the twin by slug."""
    return {page.slug: page for page in render.pages(facts or frozen(), imprint(**changes))}


def everything(facts, **changes):
    """Whatever is shown, on the screen and on paper."""
    return "".join(page.html for page in twin(facts, **changes).values()) + render.paper(facts, imprint(**changes))


def test_twin_has_thirteen_pages_the_summary_first_and_the_notes_last():
    pages = render.pages(frozen(), imprint())
    assert [page.slug for page in pages] == [
        "on-one-page",
        *(theme.slug for theme in THEMES),
        "how-the-numbers-are-protected",
    ]
    assert [page.title for page in pages[1:-1]] == [theme.title for theme in THEMES]


def test_every_page_has_one_heading_and_every_part_its_question_and_prompts():
    for page in render.pages(frozen(), imprint()):
        assert page.html.count("<h1>") == 1
    for theme in THEMES:
        html = twin()[theme.slug].html
        assert "<h1>Would this be good enough for my own child?</h1>" in html
        assert html.count("<li>") >= len(theme.prompts)


class Outline(HTMLParser):
    """Levels of headings, and tags that are never closed or never opened."""

    VOID = {"br", "meta", "link", "img", "input", "hr", "path", "circle", "rect"}

    def __init__(self, html):
        super().__init__()
        self.levels, self.open, self.faults = [], [], []
        self.feed(html)
        self.faults += self.open

    def handle_starttag(self, tag, attrs):
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(tag)


@pytest.mark.parametrize("audience", ["public", "exempt"])
def test_pages_are_whole_html_and_leap_no_level(audience):
    facts = frozen(indicator(), indicator("detail", rank=0), indicator("late", us=[figure(None, symbol="c"), None]))
    for page in render.pages(facts, imprint(audience=audience)):
        outline = Outline(page.html)
        assert outline.faults == []
        assert all(after - before <= 1 for before, after in pairwise(outline.levels))


def test_part_shows_figure_chart_table_and_source():
    html = twin()["health"].html
    assert "68% of our children were seen by a dentist in the last year. That is up from 64% a year before." in html
    assert html.count("<svg") >= 2
    assert "<td" in html
    assert "Better than England" in html
    assert "DfE, Children looked after." in html


def test_commentary_has_its_place_in_the_members_edition_alone():
    said = "No commentary has been written on this figure."
    assert said not in everything(frozen())
    assert everything(frozen(), **MEMBERS).count(said) == 2


def test_members_edition_says_that_it_is_not_for_publication():
    said = "Not for publication: for members and officers"
    assert said in render.paper(frozen(), imprint(**MEMBERS))
    assert said not in render.paper(frozen(), imprint())


@pytest.mark.parametrize(("is_own", "times"), [(True, 0), (False, 2)])
def test_pack_of_another_council_says_so_on_screen_and_on_the_cover(is_own, times):
    assert everything(frozen(is_own=is_own)).count("Published figures, not issued by this council.") == times


def test_invented_council_is_marked_on_the_cover_and_at_the_foot():
    html = render.paper(frozen(is_invented=True), imprint())
    assert "Larchford is an invented council. Every figure and name here is made up." in html
    assert "public edition · invented</p>" in html


def test_imprint_is_short_on_the_cover_and_whole_in_the_notes():
    html = render.paper(frozen(), imprint())
    assert "Facts 7b41 2e90 · record 1042:ab12cd34" in html
    assert imprint().fingerprint in twin()["how-the-numbers-are-protected"].html
    assert imprint().head in twin()["how-the-numbers-are-protected"].html


def test_notes_name_neighbours_sources_and_signs():
    facts = frozen(indicator(us=["64", figure(None, symbol="c")]))
    html = twin(facts)["how-the-numbers-are-protected"].html
    assert "neighbours_2024: Dunmere, Elmstow." in html
    assert "Published figures, health.csv, taken in on 4 November 2024." in html
    assert "<dt>c</dt><dd>hidden, too few children</dd>" in html
    assert "Gathered and frozen on 4 November 2024 at 10:30." in html


def test_notes_without_neighbours_say_so():
    names = {role: name for role, name in NAMES.items() if role != "neighbours"}
    html = everything(frozen(names=names, neighbours={"edition": "", "names": []}))
    assert html.count("No statistical neighbours have been taken in, so none are compared.") == 2


def test_summary_says_when_nothing_can_be_compared():
    html = twin(frozen(indicator(us=[None, "68"])))["on-one-page"].html
    assert "No headline figure can be compared with England." in html
    assert "No headline figure can be compared with a year before." in html
    assert "No headline figure is worse" not in html


def test_what_is_awaited_is_asked_for():
    awaited = {theme.slug: [] for theme in THEMES} | {"education": ["School attendance"]}
    assert "<li>School attendance</li>" in twin(frozen(awaited=awaited))["education"].html


def test_year_is_left_out_where_no_figure_is_of_a_financial_year():
    facts = frozen(indicator(rank=0, periods=["2021", "2022"], ends_on=["2021-06-30", "2022-06-30"]), year="")
    assert "ending March ." not in everything(facts)
    assert "ending March</h2>" not in everything(facts)


@pytest.mark.parametrize(
    "facts",
    [
        frozen(indicator(title=HOSTILE, sentence=HOSTILE, numerator=HOSTILE, denominator=HOSTILE, source=HOSTILE)),
        frozen(indicator(title=HOSTILE, rank=0)),
        frozen(names=dict.fromkeys(NAMES, HOSTILE)),
        frozen(issuer=HOSTILE, is_own=False, is_invented=True, names=dict.fromkeys(NAMES, HOSTILE)),
        frozen(neighbours={"edition": HOSTILE, "names": [HOSTILE]}),
        frozen(sources=[{"title": HOSTILE, "sha256": HOSTILE, "taken_on": HOSTILE}]),
        frozen(awaited={theme.slug: [HOSTILE] for theme in THEMES}),
    ],
    ids=["definition", "detail", "names", "issuer", "neighbours", "sources", "awaited"],
)
def test_hostile_words_are_never_markup(facts):
    html = everything(facts)
    assert "<script" not in html
    assert ESCAPED in html
