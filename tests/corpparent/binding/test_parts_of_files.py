"""What belongs to a whole file and comes along with a part: places, bookmarks, forms, layers. Files from elsewhere."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String

from corpparent.binding import NotBindable, Part, personal_copy
from tests.corpparent.binding.counting import bookmarks, elements, is_sound, links, pages, places, texts
from tests.corpparent.binding.papers import bound, changed
from tests.documents import pdf_of

FRONT = pdf_of("Front")
DATA = Path(__file__).parents[4] / "shared" / "data"


def with_places(file):
    """A place in the old dictionary and one in the tree, both of one name, and links to them in all four ways."""
    first, second = (page.obj for page in file.pages)
    file.Root.Dests = Dictionary(End=Dictionary(D=Array([second, Name.Fit])))
    file.Root.Names = Dictionary(Dests=Dictionary(Names=Array(["End", Array([first, Name.Fit])])))
    leads = [
        {"/Dest": Name("/End")},
        {"/Dest": String("End")},
        {"/A": Dictionary(S=Name.GoTo, D=Name("/End"))},
        {"/A": Dictionary(S=Name.GoTo, D=String("End"))},
    ]
    first.Annots = Array(
        [file.make_indirect(Dictionary({"/Subtype": Name.Link, "/Rect": Array([0, 0, 9, 9])} | one)) for one in leads]
    )


def test_places_of_either_kind_stay_apart_and_links_follow():
    part = changed(pdf_of("One", "Two"), with_places)
    pack = bound(part, part, front=FRONT)
    assert sorted(places(pack.content)) == [b"1./End", b"1.End", b"2./End", b"2.End"]
    with Pdf.open(BytesIO(pack.content)) as file:
        names = file.Root.Names.Dests.Names
        order = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
        where = {bytes(names[at]): order[names[at + 1][0].objgen] for at in range(0, len(names), 2)}
        leading = [note.get("/Dest", note.get("/A", Dictionary()).get("/D")) for note in links(file)]
        assert [where[bytes(lead)] for lead in leading] == [3, 2, 3, 2, 5, 4, 5, 4]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.binary(min_size=1, max_size=12), unique=True, max_size=8))
def test_places_of_any_name_are_kept_in_order(names):
    def change(file):
        flat = [one for name in sorted(names) for one in (String(name), Array([file.pages[0].obj, Name.Fit]))]
        file.Root.Names = Dictionary(Dests=Dictionary(Names=Array(flat)))

    part = changed(pdf_of("One"), change)
    assert places(bound(part, part, front=FRONT).content) == sorted(
        b"%d.%s" % (number, name) for number in (1, 2) for name in names
    )


def test_bookmarks_of_a_part_lead_to_its_pages_in_the_pack():
    def change(file):
        with_places(file)
        ways = [{"/Dest": Array([file.pages[1].obj, Name.Fit])}, {"/Dest": String("End")}, {"/Dest": Name("/End")}]
        ways.append({"/A": Dictionary(S=Name.GoTo, D=Array([1, Name.Fit]))})
        items = [file.make_indirect(Dictionary({"/Title": String(f"B{at}")} | way)) for at, way in enumerate(ways)]
        for one, following in pairwise(items):
            one.Next = following
        items[-1].Next = items[0]  # a circle
        file.Root.Outlines = Dictionary(First=items[0], Last=items[-1])

    pack = bound(Part("Report", changed(pdf_of("One", "Two"), change)), front=FRONT)
    assert bookmarks(pack.content) == [(0, "Report"), (1, "B0"), (1, "B1"), (1, "B2"), (1, "B3")]
    with Pdf.open(BytesIO(pack.content)) as file:
        item, found = file.Root.Outlines.First.First, []
        while item is not None:
            found.append(str(item.Dest) if isinstance(item.Dest, String) else item.Dest[0].objgen)
            item = item.get("/Next")
        assert found == [file.pages[2].obj.objgen, "1.End", "1./End", file.pages[2].obj.objgen]


def test_what_is_hidden_in_a_part_stays_hidden():
    def change(file):
        layers = [file.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("Shown", "Hidden")]
        page = file.pages[0].obj
        page.Resources.Properties = Dictionary(L0=layers[0], L1=layers[1])
        page.Contents.write(
            b"/OC /L0 BDC BT /F1 11 Tf 50 700 Td (Shown) Tj ET EMC "
            b"/OC /L1 BDC BT /F1 11 Tf 50 600 Td (Hidden) Tj ET EMC"
        )
        file.Root.OCProperties = Dictionary(OCGs=Array(layers), D=Dictionary(BaseState=Name.OFF, ON=Array([layers[0]])))

    pack = bound(changed(pdf_of("One"), change), pdf_of("Two"), front=FRONT)
    with Pdf.open(BytesIO(pack.content)) as file:
        shown = file.Root.OCProperties
        assert [str(layer.Name) for layer in shown.OCGs] == ["Shown", "Hidden"]
        assert [str(layer.Name) for layer in shown.D.OFF] == ["Hidden"]


def test_a_form_is_drawn_as_it_was_filled_in():
    def change(file):
        look = file.make_stream(b"BT /F1 11 Tf 2 4 Td (Filled in) Tj ET")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 20])
        look.Resources = file.pages[0].obj.Resources
        field = Dictionary(FT=Name.Tx, T="name", V="Filled in", Subtype=Name.Widget, Rect=Array([50, 500, 150, 520]))
        field.AP = Dictionary(N=look)
        field = file.make_indirect(field)
        file.pages[0].obj.Annots = Array([field])
        file.Root.AcroForm = Dictionary(Fields=Array([field]))

    pack = bound(changed(pdf_of("One"), change), front=FRONT)
    assert "Filled in" in texts(pack.content)[1]
    with Pdf.open(BytesIO(pack.content)) as file:
        assert "/AcroForm" not in file.Root
        assert len(file.pages[1].obj.get("/Annots", [])) == 0


def test_two_hundred_papers_on_one_agenda():
    pack = bound(*[Part(f"Paper {number}", pdf_of(f"Text {number}")) for number in range(1, 201)])
    assert pack.pages == 200 + pack.starts[0] - 1
    assert len(bookmarks(pack.content)) > 200
    assert f"Page {pack.starts[199]}" in texts(pack.content)[-1]


def samples(*folders):
    if not DATA.is_dir():
        pytest.skip("the sample data is not on this machine")
    return [path for folder in folders for path in sorted((DATA / folder).glob("*.pdf"))]


def test_ordinary_files_and_tagged_ones_lose_nothing(tmp_path):
    for path in samples("uploads/pdf-ordinary", "pdfua/pass"):
        part = path.read_bytes()
        pack = bound(Part("One", part), Part("Two", part), front=FRONT)
        wrappers = elements(pack.content) - 2 * elements(part)
        assert wrappers in ((0,) if elements(part) == 0 else (1, 3)), path.name
        assert len(bookmarks(pack.content)) == 2 * len(bookmarks(part)) + 2, path.name
        assert len(places(pack.content)) == 2 * len(places(part)), path.name
        assert pack.pages == 2 * pages(part) + 1
        if "7.21.3.3" not in path.name:  # wants letters that are in no file, whatever is done to it
            assert is_sound(personal_copy(pack.content, "Copy for Ada"), tmp_path), path.name
            assert [text.count(f"Page {at}") for at, text in enumerate(texts(pack.content), 1)] == [1] * pack.pages


def test_damaged_and_locked_files_are_bound_or_refused_in_a_sentence():
    for path in samples("uploads/pdf-corrupt", "uploads/pdf-encrypted"):
        said = ""
        try:
            pack = bound(Part("Report", path.read_bytes()), front=FRONT)
        except NotBindable as refused:
            said = str(refused)
        assert said.startswith("“Report” ") or pages(pack.content) == pack.pages
