"""What a file is, told from its bytes: a PDF says so near its beginning, and others are named so that one can act."""

from corpparent.documents.refusing import Refused

MARK, WITHIN = b"%PDF-", 1024  # Readers look for the mark in the first 1,024 bytes.
LOOKED_AT = 64 * 1024

WORD = "This is a Word document with a name that ends in .pdf. In Word choose “Save as PDF”, and send that file."
SHEET = "This is a spreadsheet with a name that ends in .pdf. Save it as PDF, and send that file."
SLIDES = "These are slides with a name that ends in .pdf. Save them as PDF, and send that file."
OFFICE = "This is an office document with a name that ends in .pdf. Save it as PDF, and send that file."
PACKED = "This is a packed folder with a name that ends in .pdf. Unpack it, and send each PDF in it."
PROGRAM = "This is a program and no PDF. It was not kept. If it came to you as a paper, tell your IT service."
PICTURE = "This is a picture with a name that ends in .pdf. Save it as PDF, and send that file."
WEB_PAGE = "This is a web page with a name that ends in .pdf. Print it as PDF, and send that file."
EMPTY = "This file is empty. Open the paper on your computer, save it as PDF again and send that."
OTHER = "This is not a PDF, whatever its name says. Save the paper as PDF, and send that file."

BEGINNINGS = [
    (b"\xd0\xcf\x11\xe0", OFFICE),
    (b"{\\rtf", WORD),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"#!", PROGRAM),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"<svg", PICTURE),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
]
IN_A_PACKED_FILE = [
    (b"word/", WORD),
    (b"xl/", SHEET),
    (b"ppt/", SLIDES),
    (b"opendocument.text", OFFICE),
    (b"opendocument.spreadsheet", SHEET),
    (b"opendocument.presentation", SLIDES),
]


def check_kind(content: bytes) -> None:
    """Raises Refused where `content` is no PDF, and says what it is instead."""
    if not content.strip():
        raise Refused(EMPTY)
    if is_program(content):
        raise Refused(PROGRAM)
    if MARK not in content[: WITHIN + len(MARK)]:
        raise Refused(what_else(content))


def is_program(content: bytes) -> bool:
    """Whether these bytes would run: also asked of what is attached to a PDF."""
    return any(content.startswith(mark) for mark, said in BEGINNINGS if said == PROGRAM)


def what_else(content: bytes) -> str:
    """The sentence for something that is no PDF."""
    if content.startswith(b"PK"):
        head = content[:LOOKED_AT]
        return next((said for mark, said in IN_A_PACKED_FILE if mark in head), PACKED)
    head = content[:LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()[:64]
    return next((said for mark, said in BEGINNINGS if head.lower().startswith(mark.lower())), OTHER)
