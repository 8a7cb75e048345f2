"""What was read of a table of promises."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

Finding = dict[str, Any]  # {row, column, reason}


@dataclass(frozen=True)
class Known:
    """What rows are read against: `roles` {name or slug in small letters: slug}, `wordings` the pledge has already."""

    roles: Mapping[str, str]
    wordings: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PromiseRow:
    """A sound row. `theme` and `role` are slugs (`role` may be ""), `principle` is 1 to 7, `number` counts from 1."""

    number: int
    wording: str
    formal_wording: str
    theme: str
    principle: int
    role: str
    due_on: date | None
    linked_strategies: str
    expected_outcome: str

    def as_json(self) -> dict[str, Any]:
        """As PledgeImport keeps it: the day as ISO text, "" for none."""
        return asdict(self) | {"due_on": self.due_on.isoformat() if self.due_on else ""}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "PromiseRow":
        return cls(**row | {"due_on": date.fromisoformat(row["due_on"]) if row["due_on"] else None})


@dataclass
class Found:
    """Sound rows in the table's order, and what was wrong in those left out."""

    rows: list[PromiseRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
