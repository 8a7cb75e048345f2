"""A pack as a whole: its pages, its numbers, its front, and that nothing a part had is lost."""

import re
from io import BytesIO

import pytest
from pikepdf import Name, Pdf

from corpparent.binding import NotBindable, Part, Placed, part_link
from tests.corpparent.binding.counting import bookmarks, elements, is_sound, links, pages, places, texts
from tests.corpparent.binding.papers import bound, front, html, paper
from tests.documents import pdf_of
from tests.pdfua import faults

PARTS = [paper("First", 3), paper("Second", 2), paper("Third", 1)]


@pytest.fixture(scope="module")
def pack():
    return bound(*PARTS, label="Corporate Parenting Committee")


def test_every_page_is_there_in_order(pack):
    assert pack.pages == pages(pack.content) == 1 + sum(map(pages, PARTS))
    assert pack.starts == [2, 6, 9]
    assert "First" in texts(pack.content)[1]
    assert "Third" in texts(pack.content)[8]


def test_every_page_has_its_number_once(pack):
    stamped = [re.findall(r"Corporate Parenting Committee · Page (\d+)", text) for text in texts(pack.content)]
    assert stamped == [[str(number)] for number in range(1, pack.pages + 1)]


def test_no_element_bookmark_or_place_is_lost(pack):
    lines = [Placed(number, f"Paper {number}", 1, page, 9) for number, page in enumerate(pack.starts, start=1)]
    sources = [front(lines), *PARTS]
    counts = [(elements(one), len(bookmarks(one)), len(places(one))) for one in sources]
    before = [sum(count) for count in zip(*counts, strict=True)]
    after = [elements(pack.content), len(bookmarks(pack.content)), len(places(pack.content))]
    assert after == [before[0] + 1, before[1] + 3, before[2]]
    assert min(before) > 0


def test_bound_papers_are_for_everybody(pack):
    assert faults(pack.content) == []


def test_a_pack_is_sound(pack, tmp_path):
    assert is_sound(pack.content, tmp_path)


def test_the_same_parts_give_the_same_bytes(pack):
    again = bound(*PARTS, label="Corporate Parenting Committee")
    assert again == pack
    assert len(pack.sha256) == 64


def test_the_front_is_asked_until_its_length_is_stable():
    asked = []

    def long(placed):
        asked.append([one.page for one in placed])
        rows = "".join(f'<h2 style="break-before: page">{one.title}</h2>' for one in placed)
        return html("<title>Agenda</title>", f"<h1>Agenda</h1>{rows}")

    pack = bound(*PARTS, front=long)
    assert asked == [[2, 6, 9], [5, 9, 12]]
    assert pack.starts == [5, 9, 12]


def test_a_front_that_never_settles_is_refused():
    turn = iter(range(2, 9))
    with pytest.raises(NotBindable, match="changes its length"):
        bound(*PARTS, front=lambda placed: pdf_of(*["Front"] * next(turn)))


def test_a_front_may_be_given_as_it_is():
    pack = bound(*PARTS, front=pdf_of("One", "Two"))
    assert pack.starts == [3, 7, 10]


def test_links_of_the_front_lead_to_the_parts(pack):
    with Pdf.open(BytesIO(pack.content)) as file:
        found = [note for note in links(file) if note.get("/A", {}).get("/S") == Name.GoTo]
        order = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
        assert [order[note.A.D[0].objgen] for note in found] == pack.starts
        assert [str(note.Contents) for note in found] == ["Go to page 2", "Go to page 6", "Go to page 9"]
        assert part_link(1).encode() not in pack.content


def test_a_supplement_continues_the_numbers():
    pack = bound(PARTS[0], first_page=48)
    assert pack.starts == [49]
    assert "Page 49" in texts(pack.content)[1]
    with Pdf.open(BytesIO(pack.content)) as file:
        assert file.pages[0].label == "48"


def test_bookmarks_stand_below_their_part_and_parts_below_theirs():
    pack = bound(Part("Report", paper("Report", 1)), Part("Appendix A", pdf_of("A"), 2), Part("Next", pdf_of("B")))
    assert bookmarks(pack.content)[1:] == [
        (0, "Report"),
        (1, "Report"),
        (2, "Part 1"),
        (1, "Appendix A"),
        (0, "Next"),
    ]


def test_links_of_a_part_follow_its_own_places(pack):
    with Pdf.open(BytesIO(pack.content)) as file:
        names = set(places(pack.content))
        leading = [bytes(note.Dest) for note in links(file) if "/Dest" in note]
        assert len(leading) == 6
        assert set(leading) == {b"1.s3", b"2.s2", b"3.s1"}
        assert set(leading) <= names
        order = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
        there = dict(zip(*[iter(file.Root.Names.Dests.Names)] * 2, strict=True))
        assert order[{bytes(name): place for name, place in there.items()}[b"2.s2"][0].objgen] == 8


def test_the_file_says_its_language_and_title_and_no_more(pack):
    with Pdf.open(BytesIO(pack.content)) as file:
        assert str(file.Root.Lang) == "en-GB"
        assert file.Root.ViewerPreferences.DisplayDocTitle is True
        assert {key: str(value) for key, value in file.docinfo.items()} == {"/Title": "Agenda pack"}
        with file.open_metadata() as meta:
            assert (len(meta), meta["dc:title"], meta["pdfuaid:part"]) == (2, "Agenda pack", "1")


def test_an_untagged_part_leaves_the_claim_out_and_the_others_tagged():
    pack = bound(PARTS[0], pdf_of("A scan"))
    with Pdf.open(BytesIO(pack.content)) as file, file.open_metadata() as meta:
        assert "pdfuaid:part" not in meta
    assert elements(pack.content) > elements(PARTS[0])


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"%PDF-1.7\nnothing", "cannot be read"), (b"", "cannot be read")],
)
def test_what_cannot_be_read_is_named(content, why):
    with pytest.raises(NotBindable, match=f"“Scan of a letter” {why}"):
        bound(Part("Scan of a letter", content))
