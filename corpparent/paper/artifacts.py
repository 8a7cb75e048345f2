"""Marked content that belongs to no structure, made into artifacts."""

import re
from collections.abc import Container

from pikepdf import Pdf

# As WeasyPrint writes it. Its text is all in hexadecimal strings, so these bytes cannot be part of one.
MARKED = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC")
PLACED = re.compile(rb"1 0 0 -1 \S+ (\S+) Tm")
PIXEL = 0.75  # points


def hide(file: Pdf, kept: Container[tuple[int, int]]) -> None:
    """Make artifacts of all marked content that is not in `kept`, which holds (page's StructParents, MCID)."""
    nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(number): owners for number, owners in zip(nums[::2], nums[1::2], strict=True)}
    for page in file.pages:
        number = int(page.StructParents)
        gone = {mcid for mcid in range(len(parents[number])) if (number, mcid) not in kept}
        if gone:
            page.Contents.write(without(gone, page.Contents.read_bytes(), float(page.mediabox[3])))
            for mcid in gone:
                parents[number][mcid] = None


def without(gone: Container[int], content: bytes, height: float) -> bytes:
    """Return `content` with the MCIDs in `gone` marked as heads and feet of a page `height` points high."""

    def opened(found: re.Match[bytes]) -> bytes:
        if int(found[1]) not in gone:
            return found[0]
        text = PLACED.search(content, found.end(), content.find(b"EMC", found.end()))
        if not text:
            return b"/Artifact <</Type /Pagination>> BDC"
        place = b"Header" if float(text[1]) * PIXEL < height / 2 else b"Footer"
        return b"/Artifact <</Type /Pagination /Subtype /%s>> BDC" % place

    return MARKED.sub(opened, content)
