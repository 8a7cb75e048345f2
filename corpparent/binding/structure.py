"""The structure of a pack: the trees of its parts under one document. Source: ISO 32000-1, 14.7."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from corpparent.binding.keys import OF_PAGE, Keys
from corpparent.binding.metadata import claims_access
from corpparent.binding.names import Names
from corpparent.binding.trees import listed, pairs

BROKEN = (ValueError, TypeError, KeyError, AttributeError, IndexError)
# No paper's structure is so deep or so large; one that leads back into itself has no end.
DEEP, LARGE = 200, 1_000_000


class Structure:
    """The structure of `pack` in the making; a part whose own is missing or broken is left without."""

    def __init__(self, pack: Pdf) -> None:
        self.pack = pack
        self.root = pack.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = pack.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self.root))
        self.parts: list[Object] = []
        self.nums: list[Object | int] = []
        self.names = Names()
        self.keys = Keys()

    def add(self, source: Pdf, pages: list[Object], notes: list[list[Object]], title: str) -> bool:
        """Take the structure of `source` in; `pages` are its pages in the pack. Return whether it had one."""
        try:
            tree = tree_of(source)
            copy = self.pack.copy_foreign(tree if tree.is_indirect else source.make_indirect(tree))
            owners = {int(key): owner for key, owner in pairs(copy.get("/ParentTree"), "/Nums")}
            check_owners(owners, pages)
            found = self.names.found(copy)
        except BROKEN:
            self.keys.forget(pages, notes)
            return False
        new = self.keys.renumber(sorted(owners), pages, notes)
        self.nums += [one for old, number in new.items() for one in (number, owners[old])]
        self.names.add(copy, found, len(self.parts) + 1)
        self.parts.append(self._part(copy, title, str(source.Root.get("/Lang", ""))))
        return True

    def _part(self, tree: Object, title: str, language: str) -> Object:
        """The element that stands for a part: its own document, now a part of one, or a new one around all it has."""
        inside = elements_of(tree)
        if len(inside) == 1 and inside[0].get("/S") == Name.Document:
            part = inside[0]
            part.S = Name.Part
        else:
            part = self.pack.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, K=Array(inside)))
            for element in inside:
                element.P = part
        part.P, part.T = self.document, String(title)
        if language and "/Lang" not in part:
            part.Lang = String(language)
        return part

    def write(self) -> None:
        """Put the structure into the pack, where any part has one."""
        if not self.parts:
            return
        self.document.K = Array(self.parts)
        self.root.K = self.document
        self.root.ParentTree = self.pack.make_indirect(Dictionary(Nums=Array(self.nums)))
        self.root.ParentTreeNextKey = self.keys.next
        self.names.write(self.pack, self.root)
        self.pack.Root.StructTreeRoot = self.root
        self.pack.Root.MarkInfo = Dictionary(Marked=True)


def tree_of(source: Pdf) -> Object:
    """The root of a file's structure. Raises ValueError where there is none, or one without an end.

    A walk through all elements takes a quarter of the time of binding. The portal's own papers are spared it: they
    claim PDF/UA, which what is sent in loses at the door (`corpparent.documents`).
    """
    tree = source.Root.get("/StructTreeRoot")
    if not isinstance(tree, Dictionary):
        raise ValueError("no structure")
    if not claims_access(source):
        check_end(tree)
    return tree


def check_end(tree: Object) -> None:
    """Raises ValueError where a tree has no end, or none in sight."""
    level, count = elements_of(tree), 0
    for _ in range(DEEP):
        level = [kid for element in level for kid in kids_of(element)]
        count += len(level)
        if not level:
            return
        if count > LARGE:
            break
    raise ValueError("no end")


def kids_of(element: Object) -> list[Object]:
    """The elements in `element`, and its references to content; not the plain numbers of content."""
    held = element.get("/K")
    if isinstance(held, Array):
        return [one for one in held if isinstance(one, Dictionary)]
    return [held] if isinstance(held, Dictionary) else []


def check_owners(owners: dict[int, Object], pages: list[Object]) -> None:
    """Raises ValueError where marked content leads nowhere: no page finds its elements, or one finds something else."""
    keys = {page[OF_PAGE] for page in pages if isinstance(page.get(OF_PAGE), int)}
    found = [owner for key, owner in owners.items() if key in keys]
    if keys and not found:
        raise ValueError("content without elements")
    if not all(isinstance(one, Array) for one in found):
        raise ValueError("not a list of elements")


def elements_of(tree: Object) -> list[Object]:
    """The elements at the top of a tree. Raises ValueError where there are none, or something else stands there."""
    several = listed(tree.get("/K"))
    if not several or not all(map(is_element, several)):
        raise ValueError("not elements")
    return several


def is_element(one: object) -> bool:
    return isinstance(one, Dictionary) and one.is_indirect and isinstance(one.get("/S"), Name)
