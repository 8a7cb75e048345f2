"""What was measured: rows of a table, kept in bench/results.json; `python -m bench.results` prints and judges them."""

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path(__file__).with_name("results.json")


@dataclass(frozen=True)
class Row:
    """One work beside its floor. `target` is the highest ratio; `is_otherwise_good` is its other condition."""

    work: str
    ours: float
    floor: float
    target: float
    unit: str
    detail: str
    is_otherwise_good: bool

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def is_good(self) -> bool:
        return self.ratio <= self.target and self.is_otherwise_good


def write(rows: list[Row]) -> None:
    """Keep `rows`, each with its ratio and verdict for those who read the file."""
    kept = [asdict(row) | {"ratio": round(row.ratio, 2), "is_good": row.is_good} for row in rows]
    FILE.write_text(json.dumps(kept, indent=2) + "\n")


def read() -> list[Row]:
    """The rows as they were measured last."""
    return [Row(**{name: row[name] for name in Row.__annotations__}) for row in json.loads(FILE.read_text())]


def table(rows: list[Row]) -> str:
    """Lines for a terminal: work, ratio, target, verdict, and what stands behind the ratio."""
    lines = [f"{'work':18}{'ratio':>8}{'target':>10}  {'':8}{'ours':>10}{'floor':>10}  unit    detail"]
    for row in rows:
        verdict = "met" if row.is_good else "MISSED"
        lines.append(
            f"{row.work:18}{row.ratio:>7.2f}x{f'<= {row.target}x':>10}  {verdict:8}"
            f"{row.ours:>10.2f}{row.floor:>10.2f}  {row.unit:8}{row.detail}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    measured = read()
    print(table(measured))
    sys.exit(not all(row.is_good for row in measured))
