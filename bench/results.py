"""What was measured, as a row of the table."""

from dataclasses import asdict, dataclass


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

    def as_json(self) -> dict[str, object]:
        return asdict(self) | {"ratio": round(self.ratio, 2), "is_good": self.is_good}


def table(rows: list[Row]) -> str:
    """Lines for a terminal: work, ratio, target, verdict, and what stands behind the ratio."""
    lines = [f"{'work':16}{'ratio':>8}{'target':>10}  {'':8}{'ours':>10}{'floor':>10}  unit    detail"]
    for row in rows:
        verdict = "met" if row.is_good else "MISSED"
        lines.append(
            f"{row.work:16}{row.ratio:>7.2f}x{f'<= {row.target}x':>10}  {verdict:8}"
            f"{row.ours:>10.2f}{row.floor:>10.2f}  {row.unit:8}{row.detail}"
        )
    return "\n".join(lines)
