"""What a file says of itself: language, title, and whether everybody can read it."""

import re

from pikepdf import Dictionary, Pdf, Stream, String

CLAIM = "pdfuaid:part"
# As an attribute or as an element; reading the whole as XML takes a hundred times as long.
CLAIMED = re.compile(rb"""pdfuaid:part(=["']|>)\s*1\s*["'<]""")


def claims_access(file: Pdf) -> bool:
    """Whether a file claims PDF/UA-1 and has structure."""
    held = file.Root.get("/Metadata")
    return "/StructTreeRoot" in file.Root and isinstance(held, Stream) and bool(CLAIMED.search(held.read_bytes()))


def describe(pack: Pdf, *, lang: str, title: str, is_accessible: bool) -> None:
    """Say the language and the title, and claim PDF/UA-1 where `is_accessible`; nothing of who made it or when."""
    pack.Root.Lang = String(lang)
    pack.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pack.docinfo["/Title"] = String(title)
    with pack.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["dc:title"] = title
        if is_accessible:
            meta[CLAIM] = "1"
