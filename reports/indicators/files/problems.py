"""What was wrong with a file, in sentences that name row, column, reason and what was done."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

LEFT_OUT = "The row was left out."


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file. `row` is as a spreadsheet shows it (the heading is 1; 0: the file as a whole)."""

    row: int
    column: str
    reason: str
    did: str = LEFT_OUT

    def __str__(self) -> str:
        where = ", ".join([f"Row {self.row}"] * bool(self.row) + [f"column {self.column}"] * bool(self.column))
        return f"{where}: {self.reason} {self.did}" if where else f"{self.reason} {self.did}"

    def as_json(self) -> dict[str, str | int]:
        """{row, column, reason, did}, for a JSON field."""
        return asdict(self)


class Problems:
    """The problems of a file: the first 1,000 are kept, all are counted."""

    LIMIT = 1000

    def __init__(self) -> None:
        self.total = 0
        self._kept: list[Problem] = []

    def add(self, problem: Problem) -> None:
        self.total += 1
        if len(self._kept) < self.LIMIT:
            self._kept.append(problem)

    def extend(self, others: "Problems") -> None:
        """Add what another file showed."""
        for problem in others:
            self.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        """Those that are kept, by row."""
        return iter(sorted(self._kept, key=lambda problem: problem.row))

    def __len__(self) -> int:
        return self.total


class FileRefused(Exception):
    """The file as a whole cannot be read. The message says why and what to do, to the person who sent it."""


class BadCell(Exception):
    """A cell cannot be read: its `column`, and the reason as a sentence."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


def shown(text: str, limit: int = 40) -> str:
    """`text` in quotation marks, cut short and without control characters: safe to print wherever it came from."""
    clean = "".join(character if character.isprintable() else "�" for character in text)
    return f"“{clean[:limit]}…”" if len(clean) > limit else f"“{clean}”"


def count_of(number: int, one: str, many: str) -> str:
    """1, "row", "rows" -> "1 row"; 12,345 -> "12,345 rows"."""
    return f"{number:,} {one if number == 1 else many}"
