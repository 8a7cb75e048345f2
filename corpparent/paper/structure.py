"""The structure tree: walked once from its root, mended on the way."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Pdf

from corpparent.paper.tables import REPEATED, Pieces

PIXEL = 0.75  # points


class Tree:
    """A file's structure. After `mend`, `kept` holds (page's StructParents, MCID) of all content that is in it."""

    def __init__(self, file: Pdf) -> None:
        self.root = file.Root.StructTreeRoot
        self.pages = {page.obj.objgen: (int(page.StructParents), float(page.mediabox[3])) for page in file.pages}
        self.pieces = Pieces(file)
        self.kept: set[tuple[int, int]] = set()

    def mend(self) -> None:
        """Walk the tree and mend it."""
        for element in self.root.K:
            self._visit(element)

    def _visit(self, element: Object, *, in_head: bool = False) -> list[Object]:
        """Mend `element` and all below it. Return what stands in its place: nothing, itself, or itself and others."""
        role = element.S
        if role == Name.Figure:
            if "/Alt" not in element:
                return []  # decoration
            self._measure(element)
        elif role == Name.Table:
            return self._visit_table(element)
        elif role in (Name.TH, Name.TD):
            set_scope(element, in_head)
        return [element, *self._visit_kids(element, in_head or role == Name.THead)]

    def _visit_kids(self, element: Object, in_head: bool) -> list[Object]:
        """Mend what is in `element`. Return the links in it that must stand beside it, because it is a link itself."""
        inside: list[Object | int] = []
        beside: list[Object] = []
        for kid in element.K:
            if isinstance(kid, int):
                self.kept.add((self.pages[element.Pg.objgen][0], kid))
                inside.append(kid)
            elif "/S" not in kid:
                inside.append(kid)  # a reference to an annotation
            else:
                for one in self._visit(kid, in_head=in_head):
                    (beside if one.S == element.S == Name.Link else inside).append(one)
        adopt(element, inside)
        return beside

    def _measure(self, figure: Object) -> None:
        """Turn a figure's box from pixels below the page's top into points above its foot."""
        left, top, right, bottom = (float(edge) * PIXEL for edge in figure.A.BBox)
        height = self.pages[figure.Pg.objgen][1]
        figure.A.BBox = Array([left, height - bottom, right, height - top])

    def _visit_table(self, piece: Object) -> list[Object]:
        """Mend a table, or move what is in a later piece of one to the piece that began it."""
        first = self.pieces.begun_by(piece, len(self.kept))
        if first is None:
            self._visit_kids(piece, in_head=False)
            self.pieces.ended(piece, piece, len(self.kept))
            return [piece]
        self._join(first, piece)
        self.pieces.ended(first, piece, len(self.kept))
        return []

    def _join(self, first: Object, piece: Object) -> None:
        """Move the rows of `piece` to the end of `first`; its repeated head is left, and so becomes an artifact."""
        for part in piece.K:
            if part.S in REPEATED:
                continue
            self._visit(part)
            last = list(first.K)[-1]
            if part.S == last.S == Name.TBody:
                adopt(last, [*last.K, *part.K])
            else:
                adopt(first, [*first.K, part])


def adopt(parent: Object, kids: Iterable[Object | int]) -> None:
    """Make `kids` all that is in `parent`, and `parent` the parent of those that are elements."""
    parent.K = Array(kids)
    for kid in parent.K:
        if not isinstance(kid, int) and "/S" in kid:
            kid.P = parent


def set_scope(cell: Object, in_head: bool) -> None:
    """Say what a head cell heads: its column within the table's head, else its row.

    The IDs and lists of heads are dropped: they are given twice where a table runs over pages, and scopes suffice.
    """
    kept = {key: value for key, value in cell.A.items() if key in ("/O", "/ColSpan", "/RowSpan")}
    if cell.S == Name.TH:
        kept["/Scope"] = Name.Column if in_head else Name.Row
    cell.A = Dictionary(kept)
    if "/ID" in cell:
        del cell.ID
