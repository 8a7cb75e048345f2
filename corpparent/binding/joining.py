"""Parts joined behind their front: pages copied as they are, and what belongs to the whole file merged."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from pikepdf import Object, ObjectStreamMode, Pdf

from corpparent.binding import contents, destinations, layers, numbering, outlines
from corpparent.binding.destinations import Places
from corpparent.binding.metadata import claims_access, describe
from corpparent.binding.parts import Bound, Part, Placed
from corpparent.binding.sources import had_form, notes_of, opened
from corpparent.binding.stamping import Edge
from corpparent.binding.structure import Structure
from corpparent.paper import uncollected


def bind(
    front: contents.Front, parts: Sequence[Part], *, first_page: int, lang: str, title: str, label: str = ""
) -> Bound:
    """Bind `parts` behind `front`, pages numbered from `first_page` through all of it.

    `front` is a PDF, or is asked for one with where each part lies, until its length no longer changes what it says.
    Its links to `part_link(number)` become links to the parts. Each page is stamped “Page 47”, with `label` before it.
    `lang` is the language and `title` the title of the whole. The pack claims PDF/UA only where every part does.
    Raises NotBindable, naming the part that cannot be read.
    """
    with uncollected(), ExitStack() as stack:
        sources = [stack.enter_context(opened(part.content, part.title)) for part in parts]
        cover, places = contents.settled(front, parts, [len(source.pages) for source in sources], first_page)
        stack.enter_context(cover)
        with Pdf.new() as pack:
            _fill(pack, [cover, *sources], [contents.TITLE, *(part.title for part in parts)], places)
            number(pack, first_page, label)
            is_accessible = all(claims_access(one) and not had_form(one) for one in (cover, *sources))
            describe(pack, lang=lang, title=title, is_accessible=is_accessible and "/StructTreeRoot" in pack.Root)
            written = BytesIO()
            version = max("1.7", *(source.pdf_version for source in (cover, *sources)))
            pack.save(written, min_version=version, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
            pages = len(pack.pages)
    content = written.getvalue()
    return Bound(content, pages, sha256(content).hexdigest(), [place.page for place in places])


@dataclass(frozen=True)
class Copied:
    """One source in the pack: its pages there, the annotations on each of them, and its named places."""

    pages: list[Object]
    notes: list[list[Object]]
    places: Places


def _fill(pack: Pdf, sources: Sequence[Pdf], titles: Sequence[str], placed: Sequence[Placed]) -> None:
    """Copy the pages of `sources` into `pack`, the front first, and merge what belongs to the whole."""
    structure = Structure(pack)
    copies = []
    for number, (source, title) in enumerate(zip(sources, titles, strict=True)):
        copied = _copy(pack, source, number)
        structure.add(source, copied.pages, copied.notes, title)
        copies.append(copied)
    structure.write()
    layers.merge(pack, sources)
    destinations.write(pack, {name: place for one in copies for name, place in one.places.found.items()})
    firsts = [copied.pages[0] for copied in copies[1:]]
    contents.lead([note for several in copies[0].notes for note in several], placed, firsts)
    own = [outlines.bookmarks_of(source, copied.places) for source, copied in zip(sources, copies, strict=True)]
    entries = [
        (place.level, outlines.Bookmark(place.title, {"/Dest": contents.top_of(first)}, inside))
        for place, first, inside in zip(placed, firsts, own[1:], strict=True)
    ]
    outlines.write(pack, [*own[0], *outlines.nested(entries)])


def _copy(pack: Pdf, source: Pdf, number: int) -> Copied:
    """Copy the pages of `source` to the end of `pack`, and let their links follow its named places."""
    begin = len(pack.pages)
    for page in source.pages:
        pack.pages.append(page)
    pages: list[Object] = [page.obj for page in pack.pages[begin:]]
    notes = [notes_of(page) for page in pages]
    places = Places(source, pages, number)
    for several in notes:
        places.follow(several)
    return Copied(pages, notes, places)


def number(pack: Pdf, first_page: int, label: str) -> None:
    """Stamp each page with its pack page, and label it so."""
    stamps = numbering.Stamps(pack)
    words = f"{label} · Page" if label else "Page"
    for at, page in enumerate(pack.pages, start=first_page):
        stamps.put(page.obj, f"{words} {at}", Edge.FOOT)
    numbering.label(pack, first_page)
