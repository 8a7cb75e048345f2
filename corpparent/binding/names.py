"""What elements of a structure tree name: roles, classes and each other. Two parts may mean two things by a name."""

from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from corpparent.binding.trees import listed, pairs

STANDARD = frozenset(
    f"/{role}"
    for role in (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
        *("Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry"),
        *("Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)


@dataclass(frozen=True)
class Found:
    """What one part's tree gives names to."""

    roles: dict[str, str]
    classes: dict[str, Object]
    ids: dict[bytes, Object]
    spaces: list[Object]


class Names:
    """The names of all parts so far."""

    def __init__(self) -> None:
        self.roles: dict[str, str] = {}
        self.classes: dict[str, Object] = {}
        self.ids: dict[bytes, Object] = {}
        self.spaces: list[Object] = []

    def found(self, tree: Object) -> Found:
        """Read what `tree` names. Raises ValueError or TypeError where it is broken."""
        spaces = tree.get("/Namespaces")
        return Found(
            {key: str(value) for key, value in items(tree, "/RoleMap") if key != str(value)},
            dict(items(tree, "/ClassMap")),
            {bytes(key): element for key, element in pairs(tree.get("/IDTree"), "/Names")},
            list(spaces) if isinstance(spaces, Array) else [],
        )

    def add(self, tree: Object, found: Found, number: int) -> None:
        """Take the names of part `number` in, after renaming what another part means otherwise."""
        roles = self._clashes(found.roles, number)
        classes = {
            name: f"{name}-{number}"
            for name, value in found.classes.items()
            if name in self.classes and self.classes[name].unparse(resolved=True) != value.unparse(resolved=True)
        }
        ids = {name: b"%d-%s" % (number, name) for name in found.ids.keys() & self.ids.keys()}
        if roles or classes or ids:
            rename(tree, Renamed(roles, classes, ids))
        self.roles |= {roles.get(name, name): meant(role, roles) for name, role in found.roles.items()}
        self.classes |= {classes.get(name, name): value for name, value in found.classes.items()}
        self.ids |= {ids.get(name, name): element for name, element in found.ids.items()}
        self.spaces += found.spaces

    def _clashes(self, roles: dict[str, str], number: int) -> dict[str, str]:
        """Roles that this part maps otherwise than the parts before it, or than the standard, with new names."""
        return {
            name: f"{name}-{number}"
            for name, role in roles.items()
            if name in STANDARD or self.roles.get(name, role) != role
        }

    def write(self, pack: Pdf, root: Object) -> None:
        """Put the names into the root of the pack's structure."""
        if self.roles:
            root.RoleMap = Dictionary({name: Name(role) for name, role in sorted(self.roles.items())})
        if self.classes:
            root.ClassMap = Dictionary(self.classes)
        if self.ids:
            flat = [one for name in sorted(self.ids) for one in (String(name), self.ids[name])]
            root.IDTree = pack.make_indirect(Dictionary(Names=Array(flat)))
        if self.spaces:
            root.Namespaces = Array(self.spaces)


def meant(role: str, renamed: dict[str, str]) -> str:
    """What a renamed role stands for: a standard role means what the standard says."""
    return role if role in STANDARD else renamed.get(role, role)


def items(tree: Object, key: str) -> Iterator[tuple[str, Object]]:
    held = tree.get(key)
    if isinstance(held, Dictionary):
        yield from held.items()


@dataclass(frozen=True)
class Renamed:
    """Old names and new ones."""

    roles: dict[str, str]
    classes: dict[str, str]
    ids: dict[bytes, bytes]


def rename(tree: Object, new: Renamed) -> None:
    """Put the new names wherever the elements of `tree` have the old ones."""
    seen: set[tuple[int, int]] = set()
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if element.is_indirect and element.objgen in seen:
            continue
        seen.add(element.objgen)
        rename_in(element, new)
        held = element.get("/K")
        waiting += [one for one in listed(held) if isinstance(one, Dictionary)]


def rename_in(element: Object, new: Renamed) -> None:
    """Rename the role, the classes, the ID and the heads of one element."""
    role, classes, own, held = (element.get(key) for key in ("/S", "/C", "/ID", "/A"))
    if isinstance(role, Name) and str(role) in new.roles and "/NS" not in element:
        element.S = Name(new.roles[str(role)])
    if isinstance(classes, Name) and str(classes) in new.classes:
        element.C = Name(new.classes[str(classes)])
    elif isinstance(classes, Array):
        element.C = Array([renamed_class(one, new) for one in classes])
    if isinstance(own, String) and bytes(own) in new.ids:
        element.ID = String(new.ids[bytes(own)])
    for attributes in listed(held):
        heads = attributes.get("/Headers") if isinstance(attributes, Dictionary) else None
        if isinstance(heads, Array):
            attributes.Headers = Array([String(new.ids.get(bytes(one), bytes(one))) for one in heads])


def renamed_class(one: Object | int, new: Renamed) -> Object | int:
    return Name(new.classes.get(str(one), str(one))) if isinstance(one, Name) else one
