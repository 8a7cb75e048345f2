"""Papers that the portal writes itself: apps to the left are read here, and those to the right register theirs.

A source is asked once, when the paper is added; from then on the paper is a file like any other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from corpparent.documents import Document, take_in
from members.standing import Standing
from reports.committees.models import AgendaItem


class NothingToShow(Exception):
    """What was chosen is not there for these readers; the message is a sentence for who adds the paper."""


@dataclass(frozen=True)
class Source:
    """`slug` is a Paper.Origin. `choices`: (what is chosen, its words), the likeliest first; of `item`'s body.

    `make(chosen, item, is_public, at)` gives the bytes of a tagged PDF: with `is_public` nothing in it that not
    everybody may read. It raises NothingToShow.
    """

    slug: str
    label: str
    choices: Callable[[AgendaItem, Standing], list[tuple[str, str]]]
    make: Callable[[str, AgendaItem, bool, datetime], bytes]


SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Called once for each, by AppConfig.ready."""
    SOURCES[source.slug] = source


def offered(item: AgendaItem, who: Standing) -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices in groups for a form: ("Summary of visits", [("visits:2026-27-Q2", "July to September 2026")])."""
    groups = []
    for source in SOURCES.values():
        if found := source.choices(item, who):
            groups.append((source.label, [(f"{source.slug}:{chosen}", words) for chosen, words in found]))
    return groups


def made(wanted: str, item: AgendaItem, *, is_public: bool, at: datetime) -> Document:
    """The document of "visits:2026-27-Q2", kept as it was made: it is our own. Raises NothingToShow, KeyError."""
    slug, _, chosen = wanted.partition(":")
    content = SOURCES[slug].make(chosen, item, is_public, at)
    read = take_in(content, "own.pdf")
    return Document(content, read.pages, read.texts, read.notes)
