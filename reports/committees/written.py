"""What stands in a paper that the portal writes itself: the same drawn as PDF, and as HTML on the paper's page."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple


class Table(NamedTuple):
    """`rows` have as many words as `head`; the first of a row is its head."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Written:
    """What stands in a paper, ready to be drawn."""

    title: str
    sentences: Sequence[str]
    tables: Sequence[Table] = ()
    notes: Sequence[str] = field(default_factory=list)

    def kept(self) -> dict[str, Any]:
        """As WrittenPaper.said keeps it: its tables as {title, head, rows}."""
        return asdict(self) | {"tables": [table._asdict() for table in self.tables]}
