"""The numbers by which pages, annotations and drawings find their elements: given out anew for each part.

Source: ISO 32000-1, 14.7.4.4.
"""

from collections.abc import Iterator

from pikepdf import Dictionary, Object, Stream

OF_PAGE, OF_NOTE = "/StructParents", "/StructParent"


class Keys:
    """Numbers given out so far; `next` is the first that is free."""

    def __init__(self) -> None:
        self.next = 0

    def renumber(self, old: list[int], pages: list[Object], notes: list[list[Object]]) -> dict[int, int]:
        """Give the keys `old` of one part new numbers, on its pages too. Return these by the old ones."""
        new = {key: number for number, key in enumerate(old, start=self.next)}
        self.next += len(new)
        seen = [shift(page, OF_PAGE, new) for page in pages]
        seen += [shift(note, OF_NOTE, new) for several in notes for note in several]
        if len(new) > len({key for key in seen if key is not None}):
            for drawing in drawings(pages, notes):
                shift(drawing, OF_PAGE, new)
                shift(drawing, OF_NOTE, new)
        return new

    def forget(self, pages: list[Object], notes: list[list[Object]]) -> None:
        """Take the numbers off the pages of a part that has no structure."""
        self.renumber([], pages, notes)
        for drawing in drawings(pages, notes):
            shift(drawing, OF_PAGE, {})
            shift(drawing, OF_NOTE, {})


def shift(holder: Object, name: str, new: dict[int, int]) -> int | None:
    """Put the new number in the place of the old, or drop one that leads nowhere. Return the old."""
    old = holder.get(name)
    if old is None:
        return None
    if isinstance(old, int) and old in new:
        holder[name] = new[old]
        return old
    del holder[name]
    return None


def drawings(pages: list[Object], notes: list[list[Object]]) -> Iterator[Object]:
    """Every form and picture that the pages draw, and the looks of their annotations, each once."""
    seen: set[tuple[int, int]] = set()
    waiting = [page.get("/Resources") for page in pages]
    looks = [note.get("/AP") for several in notes for note in several]
    waiting += [Dictionary(XObject=look) for look in looks if isinstance(look, Dictionary)]
    while waiting:
        for drawing in streams_in(waiting.pop()):
            if drawing.objgen not in seen:
                seen.add(drawing.objgen)
                waiting.append(drawing.get("/Resources"))
                yield drawing


def streams_in(resources: Object | None) -> Iterator[Stream]:
    """The forms and pictures that `resources` name; also the looks of a field in one state or another."""
    held = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    for one in held.values() if isinstance(held, Dictionary) else ():
        if isinstance(one, Stream):
            yield one
        elif isinstance(one, Dictionary):
            yield from (look for look in one.values() if isinstance(look, Stream))
