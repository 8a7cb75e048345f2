"""How well the check does on sentences in which the identifiers are marked."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypedDict

from corpparent.identifiers.finding import find
from corpparent.identifiers.kinds import STRUCTURED, Kind
from corpparent.identifiers.names import find_names

LEAST_RECALL, LEAST_PRECISION = 0.97, 0.95  # of all structured kinds. Source: SECURITY, the table of proofs


class Span(TypedDict):
    kind: str
    start: int
    end: int


class Sentence(TypedDict):
    text: str
    spans: list[Span]


class Score(NamedTuple):
    """Counts of places; a place found is right only where kind, start and end are all as marked."""

    marked: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        """0 to 1; nothing to find is all found."""
        return self.right / self.marked if self.marked else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


def scores(sentences: Iterable[Sentence]) -> dict[str, Score]:
    """For each kind its score, and under "structured" that of all kinds but names. Raises KeyError, TypeError."""
    marked, found, right = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        spans = {(span["kind"], span["start"], span["end"]) for span in sentence["spans"]}
        hits = [*find(sentence["text"]), *find_names(sentence["text"])]
        given = {(hit.kind.value, hit.start, hit.end) for hit in hits}
        for counter, places in ((marked, spans), (found, given), (right, spans & given)):
            counter.update(kind for kind, _, _ in places)
    by_kind = {kind.value: Score(marked[kind], found[kind], right[kind]) for kind in Kind}
    sums = [sum(counts) for counts in zip(*(by_kind[kind] for kind in STRUCTURED), strict=True)]
    return by_kind | {"structured": Score(*sums)}


def is_good_enough(score: Score) -> bool:
    return score.recall >= LEAST_RECALL and score.precision >= LEAST_PRECISION
