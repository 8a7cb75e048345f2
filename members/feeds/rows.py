"""What a feed says of councillors, and what was wrong in it. Nothing else of a feed is ever kept."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

MOST_BYTES = 5 * 1024 * 1024
MOST_PEOPLE = 5_000
MOST_FINDINGS = 1_000  # kept of one feed
LEFT_OUT = "Left out"

Term = tuple[date, date | None]


class FeedRefused(Exception):
    """The feed as a whole is no good. The message says why and what to do; nothing was changed."""


@dataclass(frozen=True)
class Finding:
    """One thing wrong in a feed: `row` is a table's row or the XML's line (0: the whole), and never what stood there.

    `did` says what became of the row: `LEFT_OUT`, or how it was taken all the same. `who` is the councillor meant
    where their name can be taken: an XML may stand in one line.
    """

    row: int
    column: str
    reason: str
    did: str = LEFT_OUT
    who: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Councillor:
    """One councillor: `terms` are (first day, last day or None while it runs), by first day; none where none is said.

    `source_id` names the person in the feed, such as "moderngov:1726"; "" where the feed has no number.
    """

    row: int
    source_id: str
    name: str
    email: str = ""
    ward: str = ""
    party: str = ""
    terms: tuple[Term, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As MemberImport keeps it: days as ISO text."""
        terms = [[starts_on.isoformat(), ends_on and ends_on.isoformat()] for starts_on, ends_on in self.terms]
        return asdict(self) | {"terms": terms}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Councillor":
        terms = tuple((date.fromisoformat(first), last and date.fromisoformat(last)) for first, last in row["terms"])
        return cls(**row | {"terms": terms})


@dataclass
class Feed:
    """What was read: `wards` counts the wards named, `councillors` are in the feed's order."""

    wards: int = 0
    councillors: list[Councillor] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
