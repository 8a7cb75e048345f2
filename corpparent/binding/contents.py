"""The front of a pack: it lists where each part begins, and its own length decides where that is."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from corpparent.binding.parts import NotBindable, Part, Placed
from corpparent.binding.sources import opened
from corpparent.binding.stamping import place_of

Front = Callable[[list[Placed]], bytes] | bytes

TITLE = "Front sheet"
PASSES = 3
PLACE = "https://pack.invalid/"  # leads nowhere, wherever the front is read alone (RFC 2606)


def part_link(number: int) -> str:
    """The address by which the front's HTML links to part `number`, counted from 1. Binding makes it a real link."""
    return f"{PLACE}{number}"


def placed(parts: Sequence[Part], counts: Sequence[int], first: int) -> list[Placed]:
    """Where each part lies, the first of them on pack page `first`."""
    starts = accumulate(counts, initial=first)
    return [
        Placed(number, part.title, part.level, page, pages)
        for number, (part, pages, page) in enumerate(zip(parts, counts, starts, strict=False), start=1)
    ]


def settled(front: Front, parts: Sequence[Part], counts: Sequence[int], first_page: int) -> tuple[Pdf, list[Placed]]:
    """The front, opened, and where the parts lie behind it. Raises NotBindable where it is a new length each time."""
    pages = 1
    for _ in range(PASSES):
        places = placed(parts, counts, first_page + pages)
        file = opened(front if isinstance(front, bytes) else front(places), TITLE)
        if len(file.pages) == pages:
            return file, places
        pages = len(file.pages)
        if isinstance(front, bytes):
            return file, placed(parts, counts, first_page + pages)
        file.close()
    raise NotBindable("The front changes its length whenever the pages in it change. Make its list of papers shorter.")


def lead(notes: Sequence[Object], places: Sequence[Placed], firsts: Sequence[Object]) -> None:
    """Make real the front's links to parts, which lie in `places` and begin with the pages `firsts`."""
    for note in notes:
        action = note.get("/A")
        address = str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""
        if address.startswith(PLACE):
            at = int(address.removeprefix(PLACE)) - 1
            note.A = Dictionary(S=Name.GoTo, D=top_of(firsts[at]))
            note.Contents = String(f"Go to page {places[at].page}")


def top_of(page: Object) -> Array:
    """A destination: the top of `page`, as large as the reader has it."""
    left, _, _, top = place_of(page).box
    return Array([page, Name.XYZ, round(left, 3), round(top, 3), None])
