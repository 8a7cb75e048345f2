"""Named places: kept for each part, and renamed so that those of two parts are two."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from corpparent.binding.trees import pairs

BROKEN = (ValueError, TypeError, KeyError, AttributeError)


class Places:
    """The named places of one part, and where each of its pages lies in the pack."""

    def __init__(self, source: Pdf, pages: list[Object], number: int) -> None:
        self.pages = {page.obj.objgen: copy for page, copy in zip(source.pages, pages, strict=True)}
        self.order = pages
        self.renamed: dict[bytes, bytes] = {}
        self.found: dict[bytes, Array] = {}
        for old, place in named(source):
            if there := self.place(place):
                new = b"%d.%s" % (number, old)
                self.renamed[old], self.found[new] = new, there

    def place(self, held: object) -> Array | None:
        """An explicit destination of the part as one of the pack; None where it leads to no page."""
        if isinstance(held, Dictionary):
            held = held.get("/D")
        if not isinstance(held, Array) or len(held) == 0:
            return None
        page = self._page(held[0])
        return None if page is None else Array([page, *list(held)[1:]])

    def _page(self, held: object) -> Object | None:
        if isinstance(held, int):
            return self.order[held] if 0 <= held < len(self.order) else None
        return self.pages.get(held.objgen) if isinstance(held, Dictionary) else None

    def new_name(self, held: object) -> String | None:
        """What the place that `held` names is called in the pack; None where it names none."""
        renamed = self.renamed.get(bytes(held)) if isinstance(held, (String, Name)) else None
        return None if renamed is None else String(renamed)

    def follow(self, notes: list[Object]) -> None:
        """Let the links of the part's pages lead to the places by their new names."""
        if not self.renamed:
            return
        for note in notes:
            if "/Dest" in note:
                rename(note, "/Dest", self)
            elif isinstance(action := note.get("/A"), Dictionary) and action.get("/S") == Name.GoTo:
                rename(action, "/D", self)


def rename(holder: Object, key: str, places: Places) -> None:
    if name := places.new_name(holder.get(key)):
        holder[key] = name


def named(source: Pdf) -> Iterator[tuple[bytes, Object]]:
    """Names and destinations, of the dictionary (PDF 1.1; these begin with "/") and of the tree, if it is whole."""
    old = source.Root.get("/Dests")
    if isinstance(old, Dictionary):
        yield from ((key.encode(), value) for key, value in old.items())
    names = source.Root.get("/Names")
    if isinstance(names, Dictionary):
        try:
            yield from [(bytes(key), value) for key, value in pairs(names.get("/Dests"), "/Names")]
        except BROKEN:
            return


def write(pack: Pdf, found: dict[bytes, Array]) -> None:
    """Put the places of all parts into the pack."""
    if found:
        flat = [one for name in sorted(found) for one in (String(name), found[name])]
        pack.Root.Names = Dictionary(Dests=pack.make_indirect(Dictionary(Names=Array(flat))))
