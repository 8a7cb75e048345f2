"""Checks of a PDF's structure tree. See `pdfua`."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf

STANDARD = {
    *(
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
    ),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP"),
    *("Warichu", "WT", "WP", "Figure", "Formula", "Form"),
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def kids(element: Object) -> list[Object]:
    """Return the structure elements in an element or in the root."""
    inside = element.get("/K", [])
    several = list(inside) if isinstance(inside, Array) else [inside]
    return [kid for kid in several if isinstance(kid, Dictionary) and "/S" in kid]


def leaves(tree: Object) -> Iterator[tuple[int, Object]]:
    """Return the pairs of a number tree."""
    nums = list(tree.get("/Nums", []))
    yield from zip(map(int, nums[::2]), nums[1::2], strict=True)
    for kid in tree.get("/Kids", []):
        yield from leaves(kid)


def attribute(element: Object, name: str, default: object) -> object:
    """Return an attribute of an element, whichever of its attribute objects holds it."""
    held = element.get("/A", [])
    several = list(held) if isinstance(held, Array) else [held]
    return next((one[name] for one in several if isinstance(one, Dictionary) and name in one), default)


def widths(rows: list[list[Object]]) -> Iterator[int]:
    """Return how many columns each row fills, cells that reach down from earlier rows included."""
    down: dict[int, int] = {}
    for number, row in enumerate(rows):
        width = down.pop(number, 0)
        for cell in row:
            across, deep = int(attribute(cell, "/ColSpan", 1)), int(attribute(cell, "/RowSpan", 1))
            width += across
            for below in range(number + 1, number + deep):
                down[below] = down.get(below, 0) + across
        yield width


class Tree:
    """The structure as a list of (element, role, parent's role), in reading order, and whose each marked content is."""

    def __init__(self, file: Pdf) -> None:
        self.root = file.Root.StructTreeRoot
        self.map = {key[1:]: str(value)[1:] for key, value in self.root.get("/RoleMap", {}).items()}
        self.parents = dict(leaves(self.root.get("/ParentTree", Dictionary())))
        self.elements: list[tuple[Object, str, str]] = []
        self.reachable: set[tuple[int, int]] = set()
        self._walk(self.root, "")

    def role(self, element: Object) -> str:
        """Return the standard role that an element's own stands for; its own where none is found."""
        role, seen = str(element.S)[1:], set()
        while role not in STANDARD and role in self.map and role not in seen:
            seen.add(role)
            role = self.map[role]
        return role

    def _walk(self, parent: Object, parent_role: str) -> None:
        for kid in kids(parent):
            role = self.role(kid)
            self.elements.append((kid, role, parent_role))
            self.reachable.add(kid.objgen)
            self._walk(kid, parent_role if role == "NonStruct" else role)

    def owns(self, number: int, mcid: int) -> bool:
        """Whether marked content leads to an element that is in the tree."""
        owners = self.parents.get(number)
        owner = owners[mcid] if owners is not None and mcid < len(owners) else None
        return owner is not None and owner.objgen in self.reachable

    def roles(self) -> Iterator[str]:
        """Check that every role is a standard one or stands for one."""
        for role in sorted(set(self.map) & STANDARD):
            yield f"7.1 The standard role {role} is given another meaning."
        for role in sorted({role for _, role, _ in self.elements} - STANDARD):
            yield f"7.1 The role {role} stands for no standard one."

    def nesting(self) -> Iterator[str]:
        """Check that parts of tables and lists stand where they belong."""
        for element, role, parent in self.elements:
            if role in PARENTS and parent not in PARENTS[role]:
                yield f"7.2 {role} stands in {parent or 'nothing'}."
            inside = {self.role(kid) for kid in kids(element)}
            if role in KIDS and inside - KIDS[role]:
                yield f"7.2 {role} holds {', '.join(sorted(inside - KIDS[role]))}."

    def headings(self) -> Iterator[str]:
        """Check that levels begin at 1 and none is left out, and that one way of marking headings is used."""
        found = [role for _, role, _ in self.elements if re.fullmatch("H[1-6]?", role)]
        if "H" in found and set(found) != {"H"}:
            yield "7.4 Headings with and without a level are mixed."
        levels = [int(role[1]) for role in found if role != "H"]
        for before, level in zip([0, *levels], levels, strict=False):
            if level > before + 1:
                yield f"7.4.2 Heading level {level} comes after level {before}."
        for element, _, _ in self.elements:
            if [self.role(kid) for kid in kids(element)].count("H") > 1:
                yield "7.4.4 A part has more than one heading."

    def words(self) -> Iterator[str]:
        """Check that figures and formulas have words."""
        for element, role, _ in self.elements:
            said = "/ActualText" in element or str(element.get("/Alt", "")).strip()
            if role in ("Figure", "Formula") and not said:
                yield f"7.3 A {role.lower()} has no words in its place."
            if "/Lang" in element and not LANGUAGE.fullmatch(str(element.Lang)):
                yield f"7.2 {role} has no true language."

    def notes(self) -> Iterator[str]:
        """Check that every note can be referred to."""
        ids = [str(element.get("/ID", "")) for element, role, _ in self.elements if role == "Note"]
        if "" in ids or len(set(ids)) < len(ids):
            yield "7.9 A note has no ID of its own."

    def tables(self) -> Iterator[str]:
        """Check that rows are equally long, and that each cell can find its heads."""
        for element, role, _ in self.elements:
            if role == "Table":
                cells = [cell for row in self._rows(element) for cell in row]
                if len(set(widths(self._rows(element)))) > 1:
                    yield "7.2 The rows of a table differ in length."
                heads = [cell for cell in cells if self.role(cell) == "TH"]
                named = {str(head.ID) for head in heads if "/ID" in head}
                data = [cell for cell in cells if self.role(cell) == "TD"]
                found = all({str(one) for one in attribute(cell, "/Headers", [])} & named for cell in data)
                if heads and not found and not all(attribute(head, "/Scope", None) for head in heads):
                    yield "7.5 A head cell of a table does not say what it heads."

    def _rows(self, table: Object) -> list[list[Object]]:
        parts = [kid for kid in kids(table) if self.role(kid) != "Caption"]
        rows = [row for part in parts for row in ([part] if self.role(part) == "TR" else kids(part))]
        return [kids(row) for row in rows]
