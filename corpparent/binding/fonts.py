"""The house's letters, as they are put into a PDF for what is stamped onto its pages."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

from corpparent.paper import FONTS

FILES = ("latin", "latin-ext")
DROPPED = ("GDEF", "GPOS", "GSUB", "STAT", "name", "gasp")
UNKNOWN = "?"
SYMBOLIC = 4


@dataclass(frozen=True)
class Face:
    """One font file: `glyphs` maps letters to (glyph, width in thousandths of the size).

    `program` is compressed; `length` counts its bytes before that.
    """

    name: str
    program: bytes
    length: int
    glyphs: dict[str, tuple[int, float]]
    box: list[int]
    ascent: int
    descent: int

    def to_unicode(self) -> bytes:
        """The CMap that says which letter a glyph is."""
        letters = sorted((glyph, letter) for letter, (glyph, _) in self.glyphs.items())
        known = dict(reversed(letters))
        lines = [f"<{glyph:04x}> <{letter.encode('utf-16-be').hex()}>" for glyph, letter in sorted(known.items())]
        blocks = [lines[begin : begin + 100] for begin in range(0, len(lines), 100)]
        listed = "\n".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks)
        return TO_UNICODE.replace("LETTERS", listed).encode()

    def widths(self) -> list[Object | int]:
        """The W array of the font: each glyph with its width."""
        known = dict(self.glyphs.values())
        return [one for glyph, width in sorted(known.items()) for one in (glyph, Array([width]))]

    def put(self, file: Pdf) -> Object:
        """Put the font into `file`, whole."""
        name = Name(f"/{self.name}")
        program = file.make_stream(self.program, Filter=Name.FlateDecode, Length1=self.length)
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=SYMBOLIC,
            FontBBox=Array(self.box),
            ItalicAngle=0,
            Ascent=self.ascent,
            Descent=self.descent,
            CapHeight=self.ascent,
            StemV=80,
            FontFile2=program,
        )
        inner = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            CIDToGIDMap=Name.Identity,
            DW=0,
            W=Array(self.widths()),
            FontDescriptor=file.make_indirect(descriptor),
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([file.make_indirect(inner)]),
            ToUnicode=file.make_stream(zlib.compress(self.to_unicode()), Filter=Name.FlateDecode),
        )
        return file.make_indirect(font)


TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
LETTERS
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@lru_cache
def faces() -> tuple[Face, ...]:
    """The fonts that have letters to write with, the first in preference."""
    return tuple(read(name) for name in FILES)


def read(part: str) -> Face:
    """Read the house's ordinary font for `part` of the alphabet."""
    path = FONTS / f"atkinson-hyperlegible-next-{part}-400-normal.woff2"
    with TTFont(path, recalcTimestamp=False) as font:
        scale = 1000 / font["head"].unitsPerEm
        metrics, numbers = font["hmtx"].metrics, font.getReverseGlyphMap()
        glyphs = {
            chr(code): (numbers[glyph], round(metrics[glyph][0] * scale, 3))
            for code, glyph in font.getBestCmap().items()
            if code <= 0xFFFF
        }
        head, line = font["head"], font["hhea"]
        box = [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
        for table in DROPPED:
            if table in font:
                del font[table]
        font.flavor = None
        font["post"].formatType = 3.0
        written = BytesIO()
        font.save(written)
    tag = "PACKAA" if part == "latin" else "PACKAB"
    name = f"{tag}+AtkinsonHyperlegibleNext-Regular"
    program = written.getvalue()
    return Face(
        name,
        zlib.compress(program, 9),
        len(program),
        glyphs,
        box,
        round(line.ascent * scale),
        round(line.descent * scale),
    )


@dataclass(frozen=True)
class Written:
    """Words as runs of (face, glyphs in hexadecimal), and their width in thousandths of the size."""

    runs: tuple[tuple[int, str], ...]
    width: float


@lru_cache(maxsize=4096)
def written(words: str) -> Written:
    """Put `words` into glyphs; a letter that the house's fonts lack becomes a question mark."""
    runs: list[tuple[int, str]] = []
    width = 0.0
    for letter in words:
        face, (glyph, wide) = _glyph(letter)
        width += wide
        if runs and runs[-1][0] == face:
            runs[-1] = (face, f"{runs[-1][1]}{glyph:04x}")
        else:
            runs.append((face, f"{glyph:04x}"))
    return Written(tuple(runs), width)


def _glyph(letter: str) -> tuple[int, tuple[int, float]]:
    for number, face in enumerate(faces()):
        if letter in face.glyphs:
            return number, face.glyphs[letter]
    return 0, faces()[0].glyphs[UNKNOWN]
