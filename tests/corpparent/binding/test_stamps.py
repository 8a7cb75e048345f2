"""Stamps: upright, in sight and read once, however a page is turned, cut, scaled or drawn."""

import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf

from corpparent.binding import personal_copy
from corpparent.binding.fonts import written
from tests.corpparent.binding.counting import run, texts
from tests.corpparent.binding.papers import bound, changed
from tests.documents import pdf_of


def with_page(change):
    return changed(pdf_of("What the paper says"), lambda file: change(file.pages[0].obj))


def box_of(content, number, word):
    """Left, top, right and bottom, in points from the top left, of `word` on page `number`, where it stands once."""
    printed = run("pdftotext", content, "-bbox", "-f", str(number), "-l", str(number), "-")
    found = re.findall(rf'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">{word}<', printed)
    assert len(found) == 1
    return [float(edge) for edge in found[0]]


sizes = st.floats(min_value=60, max_value=4000)


@settings(max_examples=25, deadline=None)
@given(sizes, sizes, st.floats(-500, 500), st.floats(-500, 500), st.sampled_from([0, 90, 180, 270, -90, 450]))
def test_the_number_is_seen_at_the_foot_of_any_page(wide, high, left, bottom, turned):
    def change(page):
        page.MediaBox = Array([round(edge, 2) for edge in (left, bottom, left + wide, bottom + high)])
        page.Rotate = turned

    pack = bound(with_page(change), front=pdf_of("Front"))
    x_min, y_min, x_max, y_max = box_of(pack.content, 2, "2")
    width, height = (high, wide) if turned % 180 else (wide, high)
    assert 0 <= x_min < x_max <= width + 1
    assert height / 2 < y_min < y_max <= height + 1


def test_the_number_is_on_the_part_of_the_page_that_is_seen():
    def change(page):
        page.CropBox = Array([100, 200, 500, 600])
        page.UserUnit = 2.0

    pack = bound(with_page(change), front=pdf_of("Front"))
    x_min, y_min, x_max, y_max = box_of(pack.content, 2, "2")
    assert 100 < x_min < x_max < 500
    assert 842 - 230 < y_min < y_max < 842 - 200
    assert (y_max - y_min) < 12 / 2 + 3  # as large as elsewhere, in units twice the size


@pytest.mark.parametrize("left_behind", [b"q 0.1 0 0 0.1 9 9 cm Q 2 0 0 2 300 300 cm 1 1 1 rg", b"0 0 1 1 re W n"])
def test_what_a_page_leaves_behind_does_not_move_its_number(left_behind):
    def change(file):
        file.pages[0].contents_add(left_behind)

    plain, odd = pdf_of("Text"), changed(pdf_of("Text"), change)
    boxes = [box_of(bound(one, front=pdf_of("Front")).content, 2, "2") for one in (plain, odd)]
    assert boxes[0] == boxes[1]


def test_a_page_without_content_or_resources_is_numbered_too():
    def change(page):
        del page.Contents
        del page.Resources

    assert "Page 2" in texts(bound(with_page(change), front=pdf_of("Front")).content)[1]


def test_a_font_of_the_part_keeps_its_name():
    def change(page):
        page.Resources.Font = Dictionary(PackFont0=page.Resources.Font.F1)
        page.Contents.write(b"BT /PackFont0 11 Tf 50 780 Td (Their own letters) Tj ET")

    found = texts(bound(with_page(change), front=pdf_of("Front")).content)[1]
    assert "Their own letters" in found
    assert "Page 2" in found


def test_letters_of_all_of_europe_can_be_stamped():
    copy = personal_copy(bound(pdf_of("One")).content, "Copy for Łucja Çelik-Őry")
    assert "Copy for Łucja Çelik-Őry" in texts(copy)[1]


@given(st.text(max_size=30))
def test_any_words_can_be_put_into_glyphs(words):
    line = written(words)
    assert sum(len(glyphs) for _, glyphs in line.runs) == 4 * len(words)


def test_fonts_are_put_in_once():
    pack = bound(pdf_of("One", "Two", "Three"), pdf_of("Four"))
    with Pdf.open(BytesIO(pack.content)) as file:
        ours = [one for one in file.objects if isinstance(one, Dictionary) and one.get("/Subtype") == Name.Type0]
        names = sorted(str(font.BaseFont) for font in ours if "PACK" in str(font.BaseFont))
    assert len(names) == 2
