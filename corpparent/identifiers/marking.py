"""A text in parts, so that a page can show in place what was found in it."""

from collections.abc import Iterable
from typing import NamedTuple

from corpparent.identifiers.finding import Hit
from corpparent.identifiers.kinds import Kind


class Part(NamedTuple):
    """Some of the text; `what` says what it is where it was found, and is empty elsewhere."""

    text: str
    what: str = ""


class Marked(NamedTuple):
    """What components/marked_text.html shows. It lives as long as the answer to one request and is kept nowhere."""

    label: str
    parts: list[Part]
    instead: list[str]


def marked(text: str, hits: Iterable[Hit], label: str) -> Marked:
    """`text` with each hit as a part of its own, and once for each kind what to write instead."""
    parts, done = [], 0
    kinds: dict[Kind, None] = {}
    for hit in sorted(hits, key=lambda hit: hit.start):
        parts += [Part(text[done : hit.start]), Part(text[hit.start : hit.end], hit.kind.words)]
        done = hit.end
        kinds[hit.kind] = None
    parts.append(Part(text[done:]))
    return Marked(label, [part for part in parts if part.text], [kind.instead for kind in kinds])
