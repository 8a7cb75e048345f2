"""What a file of statistics turned out to hold."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from corpparent.periods import Period
from reports.indicators.files.places import Place
from reports.indicators.files.problems import Problems
from reports.indicators.kinds import Symbol


@dataclass(frozen=True)
class Figure:
    """One figure as published: either `value` or `symbol`. `numerator` and `denominator` may be unknown (None).

    `code` names the indicator, `category` is "" for all, `row` is the row of the file that gave it. `status` is one of
    Observation.Status; `as_at` is the day on which the council counted, of its own figures.
    """

    code: str
    place: Place
    period: Period
    category: str
    value: Decimal | None
    symbol: Symbol | None
    numerator: Decimal | None
    denominator: Decimal | None
    row: int
    status: str = "final"
    as_at: date | None = None


@dataclass
class Reading:
    """`rows` of the file = `used` + `refused` + `unknown` (sound rows of figures the portal does not know)."""

    columns: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)
    rows: int = 0
    used: int = 0
    unknown: int = 0

    @property
    def refused(self) -> int:
        return self.rows - self.used - self.unknown

    @property
    def places(self) -> dict[str, Place]:
        """By code; where years differ in the name, the latest says it."""
        latest = sorted(self.figures, key=lambda figure: figure.period.ends_on)
        return {figure.place.code: figure.place for figure in latest}

    @property
    def periods(self) -> list[Period]:
        return sorted({figure.period for figure in self.figures})
