"""Where in a text identifiers stand."""

import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from corpparent.identifiers.case_numbers import pattern_of
from corpparent.identifiers.kinds import Kind
from corpparent.identifiers.patterns import PATTERNS
from corpparent.identifiers.plain import plain
from corpparent.identifiers.telling import TELLING

LINE_END = re.compile(r"\r\n|\r|\n")
PRECEDENCE = {kind: place for place, kind in enumerate(Kind)}


class Hit(NamedTuple):
    """`text[start:end]` is an identifier of this kind, and begins in this line (the first is 1). Never its value."""

    kind: Kind
    start: int
    end: int
    line: int


def find(text: str, case_shapes: tuple[str, ...] = ()) -> list[Hit]:
    """Every identifier in `text`, from first to last, none overlapping; time grows with the length of the text.

    `case_shapes`: how the council's case numbers look (case_numbers.py); without them none is found.
    """
    same, places = plain(text)
    line_ends = [end.end() for end in LINE_END.finditer(text)]
    hits = []
    for kind, start, end in apart(sorted(claims(same, case_shapes), key=lambda claim: claim[1])):
        first = places[start]
        hits.append(Hit(kind, first, places[end - 1] + 1, bisect(line_ends, first) + 1))
    return hits


Claim = tuple[Kind, int, int]  # kind, start, end


def claims(same: str, case_shapes: tuple[str, ...]) -> Iterator[Claim]:
    """Whatever a kind takes for its own in text made plain; two kinds may claim the same characters."""
    for kind, pattern in PATTERNS.items():
        tells = TELLING.get(kind)
        yield from ((kind, *match.span()) for match in pattern.finditer(same) if tells is None or tells(match))
    if case_shapes:
        yield from ((Kind.CASE, *match.span()) for match in pattern_of(case_shapes).finditer(same))


def apart(sorted_claims: list[Claim]) -> list[Claim]:
    """Of two that overlap, the kind of higher precedence."""
    kept: list[Claim] = []
    for claim in sorted_claims:
        if kept and claim[1] < kept[-1][2]:
            kept[-1] = min(kept[-1], claim, key=lambda one: PRECEDENCE[one[0]])
        else:
            kept.append(claim)
    return kept
