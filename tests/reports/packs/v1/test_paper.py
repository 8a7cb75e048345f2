"""The paper of an edition: what a machine can see of its accessibility, and what a person reads in it."""

import re
import subprocess
from io import BytesIO

import pytest
from pikepdf import Name, Pdf, parse_content_stream

from corpparent import paper
from corpparent.themes import THEMES
from reports.packs.v1 import render
from tests.factories.packs import figure, frozen, imprint, indicator
from tests.pdfua import faults

ALL = ["63", "64", "66", "67"], (2020, 2021, 2022, 2023)
FACTS = frozen(
    indicator(us=["61", None, figure(None, symbol="c"), "68"], england=ALL[0], neighbours=ALL[0], years=ALL[1]),
    indicator("stability", title="Children who lived in three homes", theme="settled-home", rank=1, polarity="low"),
    indicator("hidden", title="Children found", theme="safety", us=["5", figure(None, symbol="c")], england=["4", "3"]),
    indicator("many", title="Children in our care", theme="council-as-parent", unit="count", us=["1200", "1312"]),
    *(indicator(f"detail-{n}", title=f"Detail {n}", rank=0) for n in range(40)),
    is_invented=True,
)


def printed(**changes):
    return paper.pdf(render.paper(FACTS, imprint(**changes)), assets=[paper.FONTS])


@pytest.fixture(scope="module")
def pack():
    return printed()


@pytest.fixture(scope="module")
def file(pack):
    with Pdf.open(BytesIO(pack.content)) as file:
        yield file


@pytest.fixture(scope="module")
def text(pack):
    found = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pack.content, capture_output=True, check=True)
    return found.stdout.decode()


def test_public_edition_has_no_fault(pack):
    assert faults(pack.content) == []


def test_members_edition_has_no_fault():
    assert faults(printed(edition="Members’ edition", audience="exempt").content) == []


def test_paper_says_its_language_title_author_and_date(file):
    assert str(file.Root.Lang) == "en-GB"
    with file.open_metadata() as meta:
        assert meta["dc:title"] == "Good enough for my own child? Larchford, April 2022 to March 2023, Public edition"
        assert meta["dc:creator"] == ["Larchford Council"]
        assert meta["xmp:CreateDate"].startswith("2024-11-04")


def test_bookmarks_are_the_parts(file):
    with file.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == [
        "Cover",
        "What you need to know",
        "Contents",
        *(f"{number}. {theme.title}" for number, theme in enumerate(THEMES, start=1)),
        "How the numbers are protected",
        "What the figures mean",
    ]


def test_every_page_but_the_cover_has_its_number_and_head(pack, text):
    pages = text.split("\f")[: pack.pages]
    assert len(pages) == pack.pages
    for number, page in enumerate(pages[1:], start=2):
        assert re.search(rf"invented +{number} of {pack.pages}$", page.rstrip()), page
    assert any(page.lstrip().startswith("2. Safety") for page in pages)


def marked_as_artifact(page):
    """How many pieces of text a page draws as artifacts, and how many in the structure."""
    marks, counts = [], {True: 0, False: 0}
    for operands, operator in parse_content_stream(page):
        if str(operator) in ("BMC", "BDC"):
            marks.append(operands[0] == Name.Artifact)
        elif str(operator) == "EMC":
            marks.pop()
        elif str(operator) in ("Tj", "TJ"):
            counts[any(marks)] += 1
    return counts[True], counts[False]


def test_running_heads_and_feet_are_artifacts(file):
    for page in list(file.pages)[1:]:
        artifacts, real = marked_as_artifact(page)
        assert artifacts >= 2
        assert real > 0


def elements(file, role):
    return [thing for thing in file.objects if hasattr(thing, "get") and thing.get("/S") == Name(f"/{role}")]


def test_every_chart_carries_its_sentence(file):
    alternatives = {str(one.get("/Alt", "")) for one in elements(file, "Figure")}
    pack = render.Pack(FACTS)
    charts = [one for part in pack.parts for one in part.headlines if one.chart.svg]
    assert len(charts) == 4
    for one in charts:
        assert one.headline in next(said for said in alternatives if said.startswith(f"{one.title}."))


def test_tables_have_heads_for_rows_and_columns(file):
    scopes = {str(head.get("/A", {}).get("/Scope", "")) for head in elements(file, "TH") if "/A" in head}
    assert {"/Row", "/Column"} <= scopes


def test_text_holds_the_values(text):
    words = re.sub(r"\s+", " ", text)
    assert "Larchford 61% – c 68%" in words
    assert "England 63% 64% 66% 67%" in words
    assert "Larchford 1,200 1,312" in words
    assert "Detail 39 68% 66%" in words
    assert "There is no number to show: hidden, too few children." in words
    assert "Facts 7b41 2e90 · record 1042:ab12cd34" in words
    assert "Larchford is an invented council." in words


def test_same_facts_give_the_same_bytes(pack):
    assert printed().content == pack.content


def test_another_head_of_the_record_gives_another_file(pack):
    assert printed(head="1043:ff12cd34" + "0" * 56).sha256 != pack.sha256
