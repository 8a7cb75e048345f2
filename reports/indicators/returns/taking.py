"""The sums of a return as figures of the council's own, ready to be compared with what is known and written."""

from decimal import Decimal
from typing import Any

from corpparent.periods import Period
from reports.indicators import protection
from reports.indicators.files.problems import Problem, Problems
from reports.indicators.files.reading import Figure
from reports.indicators.models import Import, Observation
from reports.indicators.own import own_area, place_of
from reports.indicators.returns.years import year_code
from reports.indicators.storing import Plan


class Sums:
    """Findings (reports.indicators.findings) of the import `row`, from what it keeps. Raises FileRefused."""

    def __init__(self, row: Import) -> None:
        self.row = row
        self.area = own_area()
        self.problems = Problems()
        for one in row.problems:
            self.problems.add(Problem(**one))
        self.problems.total = row.problem_total

    @property
    def about(self) -> dict[str, Any]:
        """What was known when the return was read."""
        return {name: value for name, value in self.row.counts.items() if name not in ("new", "changed", "unchanged")}

    @property
    def plan(self) -> Plan:
        """What the sums would change. Two queries."""
        return Plan([self.figure(one) for one in self.row.figures], Observation.Origin.OWN)

    @property
    def counts(self) -> dict[str, Any]:
        return self.plan.counts | self.about

    @property
    def period(self) -> Period:
        """The collection year."""
        return Period.parse(year_code(self.row.collection_year or 0))

    def figure(self, one: dict[str, Any]) -> Figure:
        """One of Import.figures as a figure of this council, counted on the last day of the year."""
        return Figure(
            code=one["code"],
            place=place_of(self.area),
            period=self.period,
            category=one["category"],
            value=number(one["value"]),
            symbol=None,
            numerator=number(one["numerator"]),
            denominator=number(one["denominator"]),
            row=0,
            status=self.row.counts["status"],
            as_at=self.period.ends_on,
        )

    def write(self, source: Import) -> dict[str, Any]:
        """Write the figures, inside the caller's transaction; the row keeps the sums no longer."""
        plan = self.plan
        plan.write({self.area.code: self.area}, source)
        protection.protect(self.area, [self.period])
        source.figures = []
        return plan.counts | self.about


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
