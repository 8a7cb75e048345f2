"""What comes out of a PDF that was sent in: its pages and their text, and nothing that acts, is attached or tells."""

import re
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from corpparent.documents import Refused, limits, take_in
from corpparent.documents.intake import named
from tests.documents import pdf_of

LINE = "How our children are doing"


def opened(document) -> Pdf:
    return Pdf.open(BytesIO(document.content))


def link(action) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Contents=String("Plan"), A=action)


def annotated(*annotations):
    def change(pdf):
        pdf.pages[0].Annots = Array(annotations)

    return change


def test_text_by_page():
    document = take_in(pdf_of(LINE, "Second page"), "scorecard.pdf")
    assert (document.pages, document.texts, document.notes) == (2, [LINE, "Second page"], [])


def test_scan_is_taken_in_with_a_note():
    document = take_in(pdf_of(LINE, "", "", LINE), "scan.pdf")
    assert document.notes == [
        "Pages 2 to 3 have no text: people who cannot see them cannot read them, "
        "and the portal cannot search or check them."
    ]


@pytest.mark.parametrize(
    ("pages", "words"),
    [([3], "Page 3"), ([1, 2, 3], "Pages 1 to 3"), ([1, 3, 4, 5, 9], "Pages 1, 3 to 5 and 9")],
)
def test_pages_named(pages, words):
    assert named(pages) == words


def actions(pdf) -> list[Dictionary]:
    """One of each kind that goes, each an object of its own in the file."""
    return [
        pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
        pdf.make_indirect(Dictionary(S=Name.Launch, F=String("calc.exe"))),
        pdf.make_indirect(Dictionary(S=Name.SubmitForm, F=String("https://example.org"))),
        pdf.make_indirect(Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))),
        pdf.make_indirect(Dictionary(S=Name.URI, URI=String("JavaScript:alert(1)"))),
        pdf.make_indirect(Dictionary(S=Name.GoToR, F=String("other.pdf"), D=[0, Name.Fit])),
    ]


def opens(pdf):
    pdf.Root.OpenAction = actions(pdf)[0]


def on_page(pdf):
    pdf.pages[0].AA = Dictionary({f"/O{place}": one for place, one in enumerate(actions(pdf))})


def in_links(pdf):
    pdf.pages[0].Annots = Array([link(one) for one in actions(pdf)])


def in_links_themselves(pdf):
    pdf.pages[0].Annots = Array([link(Dictionary(dict(one.items()))) for one in actions(pdf)])


def in_bookmarks(pdf):
    with pdf.open_outline() as outline:
        outline.root.extend(OutlineItem("One", action=one) for one in actions(pdf))


def after_another(pdf):
    to = pdf.pages[0].obj
    pdf.pages[0].Annots = Array([link(Dictionary(S=Name.GoTo, D=[to, Name.Fit], Next=one)) for one in actions(pdf)])


@pytest.mark.parametrize("change", [opens, on_page, in_links, in_links_themselves, in_bookmarks, after_another])
def test_nothing_acts(change):
    document = take_in(pdf_of(LINE, change=change), "a.pdf")
    assert acts_in(opened(document)) == []
    assert "Scripts and buttons that do something were taken out." in document.notes


def acts_in(pdf) -> list[str]:
    """Whatever is left that acts, by walking over everything in the file."""
    bad = ("/JavaScript", "/Launch", "/SubmitForm", "/GoToR", "file:", "JavaScript:", "/AA ", "/JS ", "/EmbeddedFile")
    written = BytesIO()
    pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return [word for word in bad if word.encode() in written.getvalue()]


def test_links_bookmarks_and_named_places_stay():
    def change(pdf):
        page = pdf.pages[1].obj
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[String("two"), Array([page, Name.Fit])]))
        pdf.pages[0].Annots = Array(
            [
                link(Dictionary(S=Name.GoTo, D=String("two"))),
                link(Dictionary(S=Name.URI, URI=String("https://example.org/plan"))),
            ]
        )
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Second", 1))

    pdf = opened(take_in(pdf_of(LINE, LINE, change=change), "a.pdf"))
    first, second = pdf.pages[0].Annots
    assert (str(first.A.D), str(second.A.URI), str(second.Contents)) == ("two", "https://example.org/plan", "Plan")
    assert pdf.Root.Names.Dests.Names[1][0].objgen == pdf.pages[1].obj.objgen
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Second"]


def test_structure_stays():
    def change(pdf):
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        table = Dictionary(O=Name.Table, Scope=Name.Column)
        elements = [
            pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TH, P=tree, Pg=pdf.pages[0].obj, K=0, A=table))
            for _ in range(5)
        ]
        tree.K = Array(elements)
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo, pdf.Root.Lang = tree, Dictionary(Marked=True), String("en-GB")

    pdf = opened(take_in(pdf_of(LINE, change=change), "a.pdf"))
    root = pdf.Root
    assert [str(one.A.Scope) for one in root.StructTreeRoot.K] == ["/Column"] * 5
    assert (bool(root.MarkInfo.Marked), str(root.Lang)) == (True, "en-GB")


def test_nothing_tells_of_its_writer():
    def change(pdf):
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = ["Canary Heron"]
        pdf.docinfo["/Author"] = "Canary Heron"
        pdf.pages[0].PieceInfo = Dictionary(Word=Dictionary(Private=String("Canary Heron")))
        pdf.pages[0].Thumb = pdf.make_stream(b"Canary Heron")
        pdf.trailer.AdditionalStreams = Array([pdf.make_stream(b"Canary Heron")])

    document = take_in(pdf_of(LINE, change=change), "Canary Heron.pdf")
    pdf = opened(document)
    assert (b"Canary" in document.content, "/Info" in pdf.trailer, "/Metadata" in pdf.Root) == (False, False, False)
    assert {"/PieceInfo", "/Thumb"} & set(pdf.pages[0].obj.keys()) == set()
    assert "/AdditionalStreams" not in pdf.trailer


def test_attachments_go_with_a_note():
    def change(pdf):
        pdf.attachments["minutes.txt"] = b"Canary"

    document = take_in(pdf_of(LINE, change=change), "a.pdf")
    assert len(opened(document).attachments) == 0
    assert document.notes == ["Attached files were taken out: 1. Add each as a paper if it is to be read."]


@pytest.mark.parametrize(("name", "content"), [("a.exe", b"quiet"), ("a.txt", b"MZ\x90\0")])
def test_program_attached_is_refused(name, content):
    def change(pdf):
        pdf.attachments[name] = content

    with pytest.raises(Refused, match="A program is attached"):
        take_in(pdf_of(LINE, change=change), "a.pdf")


def test_comments_go_and_marks_stay_without_their_remarks():
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String("Canary"))
    mark = Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=[0, 0, 9, 9], Contents=String("Canary"))
    document = take_in(pdf_of(LINE, change=annotated(note, mark)), "a.pdf")
    pdf = opened(document)
    [kept] = pdf.pages[0].Annots
    assert (str(kept.Subtype), "/Contents" in kept) == ("/Highlight", False)
    assert document.notes == ["Comments stuck onto its pages were taken out: 1."]


def test_passage_to_be_blacked_out_is_refused():
    mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=[0, 0, 9, 9])
    with pytest.raises(Refused, match="still there to read"):
        take_in(pdf_of(LINE, change=annotated(mark)), "a.pdf")


def test_form_of_one_maker_is_refused():
    def change(pdf):
        pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=[])

    with pytest.raises(Refused, match="XFA"):
        take_in(pdf_of(LINE, change=change), "a.pdf")


def test_locked_file_is_refused():
    written = BytesIO()
    with Pdf.open(BytesIO(pdf_of(LINE))) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Refused, match="locked with a password"):
        take_in(written.getvalue(), "a.pdf")


def test_file_without_pages_is_refused():
    with pytest.raises(Refused, match="no pages"):
        take_in(pdf_of(), "a.pdf")


def test_file_whose_page_is_lost_when_it_is_written_is_refused():
    """Two generations of one object: there when the broken table is mended, gone when it is written."""
    content = pdf_of(LINE, change=begins_at_the_first_page)
    (number,) = re.findall(rb"/OpenAction \[ (\d+) 0 R", content)
    broken = content.replace(b"/OpenAction [ %s 0 R" % number, b"/OpenAction [ %s 9 R" % number)
    broken = broken.replace(b"startxref", b"startnext")
    with pytest.raises(Refused, match="damaged"):
        take_in(broken, "page.pdf")


def begins_at_the_first_page(pdf):
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])


def test_head_and_tail_of_another_kind_go():
    document = take_in(b"<html><script>" + pdf_of(LINE) + b"<script>alert(1)</script>PK\x05\x06", "a.pdf")
    assert document.content.startswith(b"%PDF-")
    assert document.content.rstrip().endswith(b"%%EOF")
    assert (b"script" in document.content, b"PK\x05\x06" in document.content) == (False, False)


def test_font_called_like_something_that_acts_stays():
    def change(pdf):
        pdf.pages[0].Resources.Font = Dictionary(AA=pdf.pages[0].Resources.Font.F1, JS=pdf.pages[0].Resources.Font.F1)
        pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("1")))

    pdf = opened(take_in(pdf_of(LINE, change=change), "a.pdf"))
    assert set(pdf.pages[0].Resources.Font.keys()) == {"/AA", "/JS"}


def test_file_that_takes_too_much_is_refused_in_time():
    def change(pdf):
        bottom = pdf.make_stream(b"BT (a) Tj ET", Subtype=Name.Form, BBox=[0, 0, 9, 9])
        for _ in range(9):
            inside = Dictionary(XObject=Dictionary(X=bottom))
            bottom = pdf.make_stream(b"/X Do " * 10, Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=inside)
        pdf.pages[0].Resources = Dictionary(XObject=Dictionary(X=bottom))
        pdf.pages[0].Contents = pdf.make_stream(b"/X Do")

    with pytest.raises(Refused):
        take_in(pdf_of(LINE, change=change), "a.pdf")


def test_file_over_the_limit_is_refused(settings):
    settings.UPLOAD_MAX_BYTES = 100
    with pytest.raises(Refused, match="takes papers of up to 100\xa0bytes"):
        take_in(pdf_of(LINE), "a.pdf")


def test_nothing_is_left_in_quarantine(data_dir):
    take_in(pdf_of(LINE), "a.pdf")
    assert list((data_dir / "quarantine").iterdir()) == []


def test_limits_leave_room_for_both_programs():
    assert limits.WALL_SECONDS > 2 * limits.SECONDS
