"""Copies for one reader: marked on every page, and the original found in them again."""

from hashlib import sha256
from io import BytesIO
from time import process_time

import pytest
from pikepdf import ObjectStreamMode, Pdf

from corpparent.binding import originals_of, personal_copy
from tests.corpparent.binding.counting import elements, is_sound, texts
from tests.corpparent.binding.papers import bound, changed, paper
from tests.documents import pdf_of
from tests.pdfua import faults

WORDS = "Copy for Ada Aspenwood, 24 November 2026, not for publication"


@pytest.fixture(scope="module")
def pack():
    return bound(paper("First", 2), paper("Second", 1)).content


def test_a_copy_begins_with_the_original_and_is_marked_on_every_page(pack):
    copy = personal_copy(pack, WORDS)
    assert copy.startswith(pack)
    assert [text.count(WORDS) for text in texts(copy)] == [1] * len(texts(pack))
    assert [text.count("Page ") for text in texts(copy)] == [text.count("Page ") for text in texts(pack)]


def test_a_copy_is_sound_and_for_everybody(pack, tmp_path):
    copy = personal_copy(pack, WORDS)
    assert is_sound(copy, tmp_path)
    assert faults(copy) == []
    assert elements(copy) == elements(pack)


def test_a_copy_of_a_file_with_a_table_of_places(tmp_path):
    with Pdf.open(BytesIO(pdf_of("One", "Two"))) as file:
        written = BytesIO()
        file.save(written, object_stream_mode=ObjectStreamMode.disable)
    copy = personal_copy(written.getvalue(), WORDS)
    assert b"\nxref\n" in copy[len(written.getvalue()) :]
    assert is_sound(copy, tmp_path)
    assert all(WORDS in text for text in texts(copy))


def test_a_copy_of_pages_that_share_what_they_need(tmp_path):
    def change(file):
        shared = file.make_indirect(file.pages[0].obj.Resources)
        for page in file.pages:
            page.obj.Resources = shared

    copy = personal_copy(changed(pdf_of("One", "Two"), change), WORDS)
    assert is_sound(copy, tmp_path)
    assert all(WORDS in text for text in texts(copy))


def test_the_same_words_give_the_same_copy_and_others_another(pack):
    assert personal_copy(pack, WORDS) == personal_copy(pack, WORDS)
    assert personal_copy(pack, WORDS) != personal_copy(pack, "Copy for Bo Birch")


def test_the_original_is_found_in_its_copy_and_in_a_copy_of_that(pack, tmp_path):
    twice = personal_copy(personal_copy(pack, WORDS), "Second copy")
    assert is_sound(twice, tmp_path)
    found = {sha256(one).hexdigest() for one in originals_of(twice)}
    assert sha256(pack).hexdigest() in found
    assert sha256(twice).hexdigest() in found


def test_nothing_is_found_where_no_file_ends():
    assert list(originals_of(b"%PDF-1.7 and no end")) == []
    assert list(originals_of(b"a%%EOF\r\nb%%EOF")) == [b"a%%EOF", b"a%%EOF\r\n", b"a%%EOF\r\nb%%EOF"]


def test_four_hundred_pages_are_marked_within_a_second():
    pack = bound(pdf_of(*["Text"] * 400)).content
    began = process_time()
    personal_copy(pack, WORDS)
    assert process_time() - began < 1
