import re

import pytest

from corpparent import assets
from members.models.council import luminance


@pytest.fixture(scope="module")
def stylesheet(tmp_path_factory):
    built = assets.build(tmp_path_factory.mktemp("build"))
    return built.read_text()


def test_build_puts_the_typeface_beside_the_stylesheet(tmp_path):
    assets.build(tmp_path)
    assert (tmp_path / "atkinson-hyperlegible-next.woff2").read_bytes().startswith(b"wOF2")


def test_stylesheet_asks_for_nothing_but_our_typeface(stylesheet):
    assert re.findall(r"url\([^)]*\)", stylesheet) == ['url("../build/atkinson-hyperlegible-next.woff2")']


@pytest.mark.parametrize("word", ["GDS Transport", "crest", "govuk-header", "govuk-footer", "#00703c", "#1d70b8"])
def test_stylesheet_has_nothing_that_belongs_to_gov_uk_alone(stylesheet, word):
    assert word not in stylesheet


def test_stylesheet_takes_every_sheet_of_ours():
    sheets = {path.stem for path in (assets.ROOT / "static" / "css").glob("*.css")}
    assert sheets == set(assets.OURS)


def test_stylesheet_is_whole(stylesheet):
    assert stylesheet.count("{") == stylesheet.count("}")


def test_every_token_used_is_declared(stylesheet):
    used = set(re.findall(r"var\((--[a-z-]+)\)", stylesheet))
    declared = set(re.findall(r"(--[a-z-]+):", stylesheet))
    assert used <= declared


def test_unused_component_goes_and_its_neighbour_stays():
    css = ".govuk-footer{color:red}.govuk-link,.govuk-footer a{color:blue}@media print{.govuk-header{top:0}}"
    assert assets.without_unused(css) == ".govuk-link,.govuk-footer a{color:blue}"


def test_component_with_a_longer_name_is_not_taken_for_an_unused_one():
    assert not assets.is_unused(".govuk-headers")


def test_minified_keeps_what_is_said():
    css = '/* why */\na:hover > b,\nc {\n  content: " (";\n  margin: 0 1px;\n}\n'
    assert assets.minified(css) == 'a:hover>b,c{content: " (";margin: 0 1px;}'


# What is read, on what it is read, and the least contrast (WCAG 2.2: 4.5 for words, 3 for the edge of a box).
PAIRS = [
    *((words, ground, 4.5) for words in ("ink", "soft", "link") for ground in ("white", "mist")),
    *(("white", ground, 4.5) for ground in ("pine", "stop")),
    *((tone, f"{tone}-tint", 4.5) for tone in ("ok", "due", "late", "plum")),
    ("link", "info-tint", 4.5),
    ("ink", "plain-tint", 4.5),
    ("ink", "due-tint", 4.5),
    ("ink", "focus", 4.5),
    ("line-strong", "white", 3),
    ("sun", "pine", 3),
]


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_tokens_can_be_read(front, ground, least):
    tokens = (assets.ROOT / "static" / "css" / "tokens.css").read_text()
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", tokens)) | {"white": "#ffffff", "focus": "#ffdd00"}
    lighter, darker = sorted((luminance(colours[front]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= least
