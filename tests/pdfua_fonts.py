"""Checks of a PDF's fonts: embedded, and each letter known as a letter (ISO 14289-1, 7.21). See `pdfua`."""

import re
from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Stream

KNOWN = (Name.WinAnsiEncoding, Name.MacRomanEncoding)
# What a letter may not be said to be: nothing, a mark of byte order, or no character at all.
NO_LETTER = re.compile(rb"<(0000|feff|fffe)>\s*(?=[\r\n]|<|endbf)", re.IGNORECASE)
SYMBOLIC = 4


def font_faults(font: Object) -> Iterator[str]:
    """Return what is wrong with one font that a page uses."""
    name = str(font.get("/BaseFont", ""))[1:]
    if font.Subtype == Name.Type0:
        holder = font.DescendantFonts[0]
        yield from _composite(font, holder, name)
    else:
        holder = font
    descriptor = holder.get("/FontDescriptor", {})
    if font.Subtype != Name.Type3 and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
        yield f"7.21.4 The font {name} is not in the file."
    if font.Subtype == Name.TrueType:
        yield from _true_type(font, int(descriptor.get("/Flags", 0)), name)
    yield from _letters(font, name)


def _composite(font: Object, inner: Object, name: str) -> Iterator[str]:
    """Check that codes lead to glyphs in one way only."""
    if inner.Subtype == Name.CIDFontType2:
        way = inner.get("/CIDToGIDMap")
        if not isinstance(way, Stream) and way != Name.Identity:
            yield f"7.21.3.2 The font {name} does not say which glyph a code means."
    if isinstance(font.Encoding, Stream):
        outer, own = font.Encoding.CIDSystemInfo, inner.CIDSystemInfo
        if (outer.Registry, outer.Ordering) != (own.Registry, own.Ordering) or outer.Supplement < own.Supplement:
            yield f"7.21.3.1 The font {name} and its codes belong to different collections."
        written = re.search(rb"/WMode\s+(\d)", font.Encoding.read_bytes())
        if int(written[1] if written else 0) != int(font.Encoding.get("/WMode", 0)):
            yield f"7.21.3.3 The font {name} is written in two directions."


def _true_type(font: Object, flags: int, name: str) -> Iterator[str]:
    """Check that a simple TrueType font says what its codes mean, and one of symbols does not."""
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
    if flags & SYMBOLIC and encoding is not None:
        yield f"7.21.6 The font of symbols {name} claims to be of letters."
    if not flags & SYMBOLIC and base not in KNOWN:
        yield f"7.21.6 The font {name} does not say what its codes mean."


def _letters(font: Object, name: str) -> Iterator[str]:
    """Check that what is drawn can be read out."""
    if "/ToUnicode" in font:
        if NO_LETTER.search(font.ToUnicode.read_bytes().split(b"endcodespacerange")[-1]):
            yield f"7.21.7 A letter of the font {name} is said to be none."
    elif font.Subtype == Name.Type0 or "/Encoding" not in font:
        yield f"7.21.7 The letters of the font {name} cannot be read out."
