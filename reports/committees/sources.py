"""Papers that the portal writes itself: apps to the left are read here, and those to the right register theirs.

A source is asked once, when the paper is added; from then on the paper is a file like any other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from corpparent.documents import Document, take_in
from members.standing import Standing
from reports.committees.models import AgendaItem
from reports.committees.showing.own_papers import printed
from reports.committees.written import Written


class NothingToShow(Exception):
    """What was chosen is not there for these readers; the message is a sentence for who adds the paper."""


@dataclass(frozen=True)
class Source:
    """`slug` is a Paper.Origin. `choices`: (what is chosen, its words), the likeliest first; of `item`'s body.

    `make(chosen, item, is_public, at)` says what stands in it, or gives the bytes of a tagged PDF that there is
    already: with `is_public` nothing in it that not everybody may read. It raises NothingToShow. `page(chosen)` is the
    address where the portal shows all of it as pages; "" where it does not.
    """

    slug: str
    label: str
    choices: Callable[[AgendaItem, Standing], list[tuple[str, str]]]
    make: Callable[[str, AgendaItem, bool, datetime], Written | bytes]
    page: Callable[[str], str] = lambda chosen: ""


class Own(NamedTuple):
    """A paper of our own: the file, and what its page says of it (WrittenPaper.said), {} where it says nothing."""

    document: Document
    said: dict[str, Any]


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


def made(wanted: str, item: AgendaItem, *, is_public: bool, at: datetime) -> Own:
    """ "visits:2026-27-Q2", its file kept as it was made: it is our own. Raises NothingToShow, KeyError."""
    slug, _, chosen = wanted.partition(":")
    source = SOURCES[slug]
    written = source.make(chosen, item, is_public, at)
    if isinstance(written, bytes):
        content, page = written, source.page(chosen)
        said = {"page": page} if page else {}
    else:
        content, said = printed(written, item, is_public=is_public, at=at), written.kept()
    read = take_in(content, "own.pdf")
    return Own(Document(content, read.pages, read.texts, read.notes), said)
