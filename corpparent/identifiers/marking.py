"""A text in parts, so that a page can show in place what was found in it."""

from collections.abc import Iterable
from typing import NamedTuple

from corpparent.identifiers.finding import Hit
from corpparent.identifiers.offering import offers


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
    """`text` with each hit as a part of its own, and what could be written instead, each sentence once."""
    parts, done = [], 0
    found = sorted(hits, key=lambda hit: hit.start)
    for hit in found:
        parts += [Part(text[done : hit.start]), Part(text[hit.start : hit.end], hit.kind.words)]
        done = hit.end
    parts.append(Part(text[done:]))
    return Marked(label, [part for part in parts if part.text], [offer.sentence for offer in offers(text, found)])
