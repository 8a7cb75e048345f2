"""What is no PDF is refused by its name or by its bytes, in words that say what to do."""

from zipfile import ZipFile

import pytest

from corpparent.documents import Refused, kinds
from corpparent.documents.kinds import check_kind
from corpparent.documents.names import check_name
from tests.documents import pdf_of


@pytest.mark.parametrize(
    "name", ["a.pdf", "A.PDF", "../../etc/a.pdf", "a\0.pdf", "minutes\u202eexe.pdf", "\u200ba\ufeff.pdf", "x.php.pdf"]
)
def test_name_that_ends_in_pdf(name):
    check_name(name)


@pytest.mark.parametrize("name", ["", ".pdf", "paper", ".htaccess", "a.pdf.exe", "minutes\u202efdp.exe", "a.docx"])
def test_name_that_does_not(name):
    with pytest.raises(Refused, match=r"does not end in \.pdf"):
        check_name(name)


def packed(folder, tmp_path):
    with ZipFile(tmp_path / "packed", "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(f"{folder}/document.xml", "<x/>")
    return (tmp_path / "packed").read_bytes()


@pytest.mark.parametrize(("folder", "said"), [("word", kinds.WORD), ("xl", kinds.SHEET), ("other", kinds.PACKED)])
def test_office_document_with_another_name(folder, said, tmp_path):
    with pytest.raises(Refused) as refusal:
        check_kind(packed(folder, tmp_path))
    assert str(refusal.value) == said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", kinds.EMPTY),
        (b"\n\n", kinds.EMPTY),
        (b"MZ\x90 %PDF-1.4", kinds.PROGRAM),
        (b"\x7fELF", kinds.PROGRAM),
        (b"\xef\xbb\xbf<!DOCTYPE html>", kinds.WEB_PAGE),
        (b"\xff\xd8\xff\xe0", kinds.PICTURE),
        (b"a" * 2_000 + b"%PDF-1.4", kinds.OTHER),
    ],
)
def test_content_that_is_something_else(content, said):
    with pytest.raises(Refused) as refusal:
        check_kind(content)
    assert str(refusal.value) == said


def test_pdf_with_something_before_it():
    check_kind(b"<html>" + pdf_of("A page"))
