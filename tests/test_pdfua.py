"""The checks themselves: that they see what is wrong, and nothing where nothing is."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from corpparent.paper import pdf
from tests.pdfua import faults

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "data" / "pdfua"
# Of 23; the one let pass wants the outlines of a Type 1 font compared with its list of letters.
SEEN = 22

HTML = """<!doctype html><html lang="en"><head><title>One</title></head><body><h1>One</h1><h2 id="a">Two</h2>
<p><a href="#a">Two</a></p><svg viewBox="0 0 9 9" width="9"><title>Three</title><path d="M1 1h5v5z"/></svg>
<table><tr><th>Four</th><td>5</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def good():
    return pdf(HTML, assets=[ROOT / "static"]).content


def corpus(folder):
    if not CORPUS.is_dir():
        pytest.skip("the PDF/UA corpus is not on this machine")
    return sorted((CORPUS / folder).glob("*.pdf"))


def first(file, role):
    return next(thing for thing in file.objects if isinstance(thing, Dictionary) and thing.get("/S") == role)


def no_language(file):
    del file.Root.Lang


def no_title(file):
    file.Root.ViewerPreferences.DisplayDocTitle = False


def not_tagged(file):
    file.Root.MarkInfo.Marked = False


def own_role(file):
    first(file, Name.P).S = Name.Paragraph


def heading_left_out(file):
    first(file, Name.H2).S = Name.H3


def figure_without_words(file):
    del first(file, Name.Figure).Alt


def head_without_scope(file):
    del first(file, Name.TH).A.Scope


def rows_of_two_lengths(file):
    first(file, Name.Table).K.append(file.make_indirect(Dictionary(S=Name.TR, K=Array([]))))


def link_without_words(file):
    del file.pages[0].Annots[0].Contents


def link_outside(file):
    del file.pages[0].Annots[0].StructParent


def no_tab_order(file):
    del file.pages[0].Tabs


def painted_outside(file):
    file.pages[0].contents_add(b"0 0 9 9 re f")


def content_lost(file):
    first(file, Name.P).P.K = Array([])


def font_not_embedded(file):
    for thing in file.objects:
        if isinstance(thing, Dictionary) and "/FontDescriptor" in thing:
            for key in {"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.FontDescriptor.keys()):
                del thing.FontDescriptor[key]


def font_not_readable(file):
    for thing in file.objects:
        if isinstance(thing, Dictionary) and "/ToUnicode" in thing:
            del thing.ToUnicode


def test_a_good_file_has_no_fault(good):
    assert faults(good) == []


@pytest.mark.parametrize(
    ("harm", "clause"),
    [
        (no_language, "7.2 The file does not say its language."),
        (no_title, "7.1 The title is not shown in place of the file's name."),
        (not_tagged, "7.1 The file is not marked as tagged."),
        (own_role, "7.1 The role Paragraph stands for no standard one."),
        (heading_left_out, "7.4.2 Heading level 3 comes after level 1."),
        (figure_without_words, "7.3 A figure has no words in its place."),
        (head_without_scope, "7.5 A head cell of a table does not say what it heads."),
        (rows_of_two_lengths, "7.2 The rows of a table differ in length."),
        (link_without_words, "7.18 A Link has no words. (page 1)"),
        (link_outside, "7.18 A Link stands in nothing. (page 1)"),
        (no_tab_order, "7.18.3 The tab key does not follow the structure. (page 1)"),
        (painted_outside, "7.1 Something is painted that is neither in the structure nor an artifact. (page 1)"),
        (content_lost, "7.1 Marked content leads nowhere in the structure. (page 1)"),
    ],
)
def test_each_harm_is_seen(good, harm, clause):
    assert clause in harmed(good, harm)


@pytest.mark.parametrize(("harm", "clause"), [(font_not_embedded, "7.21.4"), (font_not_readable, "7.21.7")])
def test_fonts_are_looked_at(good, harm, clause):
    assert [fault for fault in harmed(good, harm) if fault.startswith(clause)]


def harmed(content, harm):
    with pikepdf.open(BytesIO(content)) as file:
        harm(file)
        changed = BytesIO()
        file.save(changed)
    return faults(changed.getvalue())


def test_no_false_alarm_on_the_corpus():
    assert {path.name: faults(path.read_bytes()) for path in corpus("pass") if faults(path.read_bytes())} == {}


def test_faults_of_the_corpus_are_seen():
    assert sum(bool(faults(path.read_bytes())) for path in corpus("fail")) >= SEEN
