"""Bookmarks: one for each part, its own beneath it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pikepdf import Dictionary, Name, Object, Pdf, String

from corpparent.binding.destinations import Places

DEEP = 20


@dataclass
class Bookmark:
    """A bookmark to be written: `to` is what its dictionary says of where it leads."""

    title: str
    to: dict[str, Object]
    inside: list["Bookmark"] = field(default_factory=list)
    is_open: bool = False


def bookmarks_of(source: Pdf, places: Places) -> list[Bookmark]:
    """The bookmarks of a part, as they will stand in the pack. Where a list is broken, or a circle, it ends."""
    outlines = source.Root.get("/Outlines")
    return _inside(outlines, places, set(), 0) if isinstance(outlines, Dictionary) else []


def _inside(holder: Object, places: Places, seen: set[tuple[int, int]], depth: int) -> list[Bookmark]:
    found: list[Bookmark] = []
    item = holder.get("/First")
    while isinstance(item, Dictionary) and item.objgen not in seen and depth < DEEP:
        seen.add(item.objgen)
        title, count = item.get("/Title"), item.get("/Count")
        words = str(title) if isinstance(title, String) else "Untitled"
        inside = _inside(item, places, seen, depth + 1)
        found.append(Bookmark(words, _target(item, places), inside, isinstance(count, int) and count > 0))
        item = item.get("/Next")
    return found


def _target(item: Object, places: Places) -> dict[str, Object]:
    """Where a bookmark leads: a place in the pack, or an address on the web; {} where to neither."""
    held, action = item.get("/Dest"), item.get("/A")
    if isinstance(action, Dictionary) and action.get("/S") == Name.URI and isinstance(action.get("/URI"), String):
        return {"/A": Dictionary(S=Name.URI, URI=String(bytes(action.URI)))}
    if isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
        held = action.get("/D")
    place = places.new_name(held) or places.place(held)
    return {"/Dest": place} if place is not None else {}


def nested(entries: Sequence[tuple[int, Bookmark]]) -> list[Bookmark]:
    """Bookmarks of parts, given with their levels, as a tree: each below the last one of a lower level."""
    top: list[Bookmark] = []
    above: list[tuple[int, Bookmark]] = []
    for level, bookmark in entries:
        while above and above[-1][0] >= level:
            above.pop()
        if above:
            above[-1][1].inside.append(bookmark)
            above[-1][1].is_open = True
        else:
            top.append(bookmark)
        above.append((level, bookmark))
    return top


def write(pack: Pdf, bookmarks: list[Bookmark]) -> None:
    """Put `bookmarks` into the pack, and let readers show them."""
    if bookmarks:
        root = pack.make_indirect(Dictionary(Type=Name.Outlines))
        root.Count = _write(pack, root, bookmarks)
        pack.Root.Outlines = root
        pack.Root.PageMode = Name.UseOutlines


def _write(pack: Pdf, parent: Object, bookmarks: list[Bookmark]) -> int:
    """Write `bookmarks` into `parent`. Return how many lines they take where `parent` is open."""
    items = [
        pack.make_indirect(Dictionary({"/Title": String(one.title), "/Parent": parent, **one.to})) for one in bookmarks
    ]
    for item, following in pairwise(items):
        item.Next, following.Prev = following, item
    parent.First, parent.Last = items[0], items[-1]
    lines = len(items)
    for item, one in zip(items, bookmarks, strict=True):
        if one.inside:
            shown = _write(pack, item, one.inside)
            item.Count = shown if one.is_open else -shown
            lines += shown if one.is_open else 0
    return lines
