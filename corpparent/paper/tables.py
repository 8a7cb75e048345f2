"""Tables that run over pages: WeasyPrint makes each piece a table of its own; a reader knows one."""

import re

from pikepdf import Name, Object, Page, Pdf

REPEATED = (Name.THead, Name.TFoot)
LETTERS = re.compile(rb"<[0-9a-f]+>")


class Pieces:
    """Tells a later piece of a table from a table of its own. Ask in reading order."""

    def __init__(self, file: Pdf) -> None:
        self.pages = {page.obj.objgen: page for page in file.pages}
        self.table: Object | None = None
        self.piece: Object | None = None
        self.content = 0

    def ended(self, table: Object, piece: Object, content: int) -> None:
        """Remember the latest `piece` of `table`, and how much `content` there was when it ended."""
        self.table, self.piece, self.content = table, piece, content

    def begun_by(self, piece: Object, content: int) -> Object | None:
        """Return the table that `piece` goes on with, or None.

        It does where there is nothing between the two but the end of a page, and the same head is printed again.
        """
        if self.piece is None or content != self.content or piece.Pg.objgen == self.piece.Pg.objgen:
            return None
        head = self._head(piece)
        return self.table if head and head == self._head(self.piece) else None

    def _head(self, piece: Object) -> list[bytes]:
        """Return what the head of a table's piece says, as glyphs."""
        page = self.pages[piece.Pg.objgen]
        heads = [part for part in piece.K if str(part.S) == "/THead"]
        return [glyphs for head in heads for mcid in mcids(head) for glyphs in drawn(page, mcid)]


def mcids(element: Object) -> list[int]:
    """Return the numbers of all marked content in an element."""
    return [
        number for kid in element.K for number in ([kid] if isinstance(kid, int) else mcids(kid) if "/K" in kid else [])
    ]


def drawn(page: Page, mcid: int) -> list[bytes]:
    """Return the letters drawn in one piece of marked content, in hexadecimal as WeasyPrint writes them."""
    found = re.search(rb"<</MCID %d>>\s+BDC(.*?)EMC" % mcid, page.Contents.read_bytes(), re.DOTALL)
    return LETTERS.findall(found[1]) if found else []
