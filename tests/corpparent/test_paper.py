import gc
import subprocess
import sys
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from corpparent.charts import Series, trend
from corpparent.paper import FONTS, NotPrintable, pdf
from tests.pdfua import faults
from tests.pdfua_structure import Tree

ROOT = Path(__file__).parents[2]
STYLE = """
@font-face { font-family: Next; src: url(atkinson-hyperlegible-next-latin-400-normal.woff2) }
@page { size: A4; margin: 22mm 18mm 20mm;
  @top-left { content: string(part); border-bottom: 1px solid #D3DCDA }
  @bottom-right { content: counter(page) " of " counter(pages) } }
body { font-family: Next }
h2 { string-set: part content() }
"""
SENTENCE = "66% of our children stay with the same carer, as many as last year."


def page(body, style=STYLE, head="<title>Quality pack</title>", lang='lang="en-GB"'):
    meta = '<meta name="dcterms.created" content="2026-10-12T09:00:00Z">'
    return f"<!doctype html><html {lang}><head>{head}{meta}<style>{style}</style></head><body>{body}</body></html>"


def printed(body, **more):
    return pdf(page(body, **more), assets=[FONTS])


def words(paper):
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=paper.content, capture_output=True).stdout.decode()


def elements(paper, role):
    """The structure elements of one role, and the file that holds them."""
    file = pikepdf.open(BytesIO(paper.content))
    return [element for element, found, _ in Tree(file).elements if found == role], file


def contents(file):
    return [one.Contents.read_bytes() for one in file.pages]


@pytest.fixture(scope="module")
def pack():
    """A small pack with all that a pack has: heads and feet, a chart, links, lists, a table over three pages."""
    chart = trend(
        sentence=SENTENCE,
        periods=("2022", "2023"),
        series=[Series("Larchford", "us", (Decimal(66), Decimal(66)))],
        unit="",
        decimals=0,
    )
    rows = "".join(f'<tr><th scope="row">Council {i}</th><td>{i}</td></tr>' for i in range(90))
    return printed(
        '<h1>Good enough for my own child?</h1><ol><li><a href="#home">A settled home</a></li></ol>'
        f'<h2 id="home">A settled home</h2><p>See <a href="https://www.example.org/">the guidance</a>.</p>'
        f"<figure>{chart.svg}<figcaption>{chart.note}</figcaption></figure>"
        "<h3>The figures</h3><table><caption>Councils</caption><thead><tr>"
        f'<th scope="col">Council</th><th scope="col">Children</th></tr></thead><tbody>{rows}</tbody></table>'
        "<ul><li>One<ul><li>Two</li></ul></li></ul><dl><dt>c</dt><dd>hidden</dd></dl>"
        '<details open><summary>More</summary><p style="background: #F8EFF6">Said</p></details>'
    )


def test_pack_has_no_fault(pack):
    assert faults(pack.content) == []


def test_paper_tells_its_pages_and_its_digest(pack):
    with pikepdf.open(BytesIO(pack.content)) as file:
        assert pack.pages == len(file.pages) >= 3
    assert pack.sha256 == sha256(pack.content).hexdigest()


def test_same_html_gives_the_same_bytes_in_any_process():
    html = page(f"<h1>One</h1>{SENTENCE}")
    code = (
        "import sys, pathlib; from corpparent.paper import pdf;"
        "print(pdf(sys.argv[1], assets=[pathlib.Path(sys.argv[2])]).sha256)"
    )
    other = subprocess.run(
        [sys.executable, "-c", code, html, str(FONTS)],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )
    assert other.stdout.decode().strip() == pdf(html, assets=[FONTS]).sha256


def test_running_heads_and_page_numbers_are_seen_but_are_artifacts(pack):
    assert f"1 of {pack.pages}" in words(pack)
    _, file = elements(pack, "P")
    for content in contents(file):
        assert b"/Artifact <</Type /Pagination /Subtype /Header>> BDC" in content
        assert b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC" in content


def test_table_over_pages_is_one_table_whose_repeated_heads_are_artifacts(pack):
    (table,), _file = elements(pack, "Table")
    assert [str(part.S) for part in table.K] == ["/Caption", "/THead", "/TBody"]
    body = list(table.K)[-1]
    assert len(body.K) == 90
    assert {row.P.objgen for row in body.K} == {body.objgen}
    assert words(pack).count("Children") > 1  # seen at the head of each page


@pytest.mark.parametrize(("head", "between"), [("Child", ""), ("Home", "<p>And</p>"), ("Home", "")])
def test_tables_of_their_own_stay_apart(head, between):
    table = "<table{}><thead><tr><th>{}</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>{}"
    broken = ' style="break-before: page"' if head == "Child" or between else ""
    paper = printed("<h1>One</h1>" + table.format("", "Home", between) + table.format(broken, head, ""))
    assert len(elements(paper, "Table")[0]) == 2


def test_head_cells_say_what_they_head(pack):
    cells, _file = elements(pack, "TH")
    assert [str(cell.A.Scope) for cell in cells[:3]] == ["/Column", "/Column", "/Row"]
    assert len(cells) == 92
    assert not any("/ID" in cell for cell in cells)


def test_chart_has_its_whole_sentence_and_a_box_on_the_page(pack):
    (figure,), _file = elements(pack, "Figure")
    assert str(figure.Alt) == SENTENCE
    left, bottom, right, top = map(float, figure.A.BBox)
    assert 0 < left < right < 596
    assert 300 < bottom < top < 800  # on the upper half, measured from the foot


def test_bookmarks_follow_the_headings(pack):
    with pikepdf.open(BytesIO(pack.content)) as file, file.open_outline() as outline:
        (first,) = outline.root
        assert first.title == "Good enough for my own child?"
        assert first.children[0].title == "A settled home"


def test_links_say_where_they_lead(pack):
    with pikepdf.open(BytesIO(pack.content)) as file:
        notes = [str(note.Contents) for one in file.pages for note in one.get("/Annots", [])]
    assert notes == ["Go to page 1", "https://www.example.org/"]


def test_link_is_never_inside_a_link():
    paper = printed(
        '<h1 id="a">One</h1><p><a href="#a">One</a></p>',
        style=STYLE + "a::after { content: target-counter('#a', page) }",
    )
    links, _file = elements(paper, "Link")
    assert len(links) == 2
    assert all(link.P.S == Name.P for link in links)
    assert faults(paper.content) == []


def test_picture_without_words_is_decoration():
    tick = '<svg viewBox="0 0 9 9" width="9"><path d="M1 4L4 8L8 1" fill="none" stroke="#000"/></svg>'
    paper = printed(f"<h1>{tick} Met</h1>")
    figures, file = elements(paper, "Figure")
    assert figures == []
    assert b"/Artifact <</Type /Pagination>> BDC" in contents(file)[0]
    assert faults(paper.content) == []


def test_words_that_look_like_a_pdf_are_words():
    text = "/Span <</MCID 0>> BDC EMC"
    assert text in words(printed(f"<h1>One</h1><p>{text.replace('<', '&lt;')}</p>"))


def test_dates_come_from_the_html_alone(pack):
    with pikepdf.open(BytesIO(pack.content)) as file:
        assert str(file.docinfo["/CreationDate"]) == "D:20261012090000Z"
        assert "/ModDate" not in file.docinfo


@pytest.mark.parametrize(
    "url", ["https://example.org/a.png", "http://127.0.0.1:1/a.png", "ftp://example.org/a.png", "//example.org/a.png"]
)
def test_nothing_is_fetched_from_elsewhere(url):
    with pytest.raises(NotPrintable, match=r"A paper may not fetch .*/a\.png: only the portal's own assets"):
        printed(f'<h1>One</h1><img alt="One" src="{url}">')


@pytest.mark.parametrize("where", ["file:///etc/passwd", "../../../../package.json", "%2e%2e/package.json"])
def test_nothing_is_read_outside_the_assets(where):
    with pytest.raises(NotPrintable, match="is outside the portal's assets"):
        printed(f'<h1>One</h1><img alt="One" src="{where}">')


def test_symbolic_link_leads_nowhere(tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.css").write_text("")
    (tmp_path / "inside" / "link.css").symlink_to(tmp_path / "secret.css")
    with pytest.raises(NotPrintable, match=r"secret\.css: it is outside"):
        pdf(
            page("<h1>One</h1>", style="", head='<title>One</title><link rel="stylesheet" href="link.css">'),
            assets=[tmp_path / "inside"],
        )


@pytest.mark.parametrize(
    "css", ["@import 'https://example.org/a.png';", "h1 { background: url(https://example.org/a.png) }"]
)
def test_stylesheets_reach_no_further(css):
    with pytest.raises(NotPrintable, match="may not fetch"):
        printed("<h1>One</h1>", style=css)


def test_missing_asset_is_named():
    with pytest.raises(NotPrintable, match=r"There is no asset .*gone\.css"):
        printed("<h1>One</h1>", head='<title>One</title><link rel="stylesheet" href="gone.css">')


@pytest.mark.parametrize("href", ["/packs/", "file:///etc/passwd", "javascript:alert(1)"])
def test_link_must_be_whole(href):
    with pytest.raises(NotPrintable, match="must be a whole address"):
        printed(f'<h1>One</h1><a href="{href}">One</a>')


def test_html_must_have_a_title():
    with pytest.raises(NotPrintable, match="has no title"):
        printed("<h1>One</h1>", head="")


def test_data_in_the_html_itself_is_used():
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    (figure,), _file = elements(printed(f'<h1>One</h1><img alt="A dot" src="{dot}">'), "Figure")
    assert str(figure.Alt) == "A dot"


def test_style_of_one_paper_does_not_reach_the_next():
    first = printed("<h1>One</h1>", style="h1 { break-after: page } h1::after { content: ' and more' }")
    second = printed("<h1>One</h1>", style="h1::after { content: ' alone' }")
    assert ("and more" in words(first), "alone" in words(first)) == (True, False)
    assert ("and more" in words(second), "alone" in words(second)) == (False, True)


def test_collector_is_on_again_even_after_a_refusal():
    with pytest.raises(NotPrintable):
        printed('<h1>One</h1><img alt="One" src="https://example.org/a.png">')
    assert gc.isenabled()
