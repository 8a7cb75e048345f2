"""One indicator made ready to be shown: rows of a table, lines of a chart, words. Packs and pages say the same."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from corpparent.charts import Series
from reports.indicators.kinds import Polarity, Symbol, Unit
from reports.indicators.rounding import half_up
from reports.indicators.showing import words

ROLES = ("us", "region", "england", "neighbours")


@dataclass(frozen=True)
class Shown:
    """An indicator as `reports.indicators.facts.compare` gives it, with the names of the areas it is compared over."""

    indicator: dict[str, Any]
    names: dict[str, str]

    def __getattr__(self, name: str) -> Any:
        """The definition's own words: title, sentence, unit, polarity, source …"""
        try:
            return self.indicator[name]
        except KeyError as missing:
            raise AttributeError(name) from missing

    def figure(self, role: str, back: int = 0) -> dict[str, Any]:
        """The figure of `role` in the newest period, or `back` periods before; empty where there is none."""
        figures = self.indicator["series"].get(role, [])
        return (figures[-1 - back] if len(figures) > back else None) or {}

    def value(self, role: str, back: int = 0) -> Decimal | None:
        """The number as it is shown, rounded half-up, so that what looks equal is equal; None where there is none."""
        text = self.figure(role, back).get("value")
        return None if text is None else half_up(Decimal(text), self.decimals)

    def spoken(self, role: str, back: int = 0) -> str:
        """The number with its unit, or what the symbol means."""
        value = self.value(role, back)
        if value is not None:
            return words.spoken(value, self.unit, self.decimals)
        symbol = self.figure(role, back).get("symbol")
        return Symbol(symbol).label if symbol else "no figure"

    def cell(self, role: str, back: int = 0) -> str:
        """What a table's cell says: the number with its sign, or the symbol alone."""
        value = self.value(role, back)
        if value is None:
            return self.figure(role, back).get("symbol") or "–"
        return words.in_cell(value, self.unit, self.decimals)

    @property
    def year_before(self) -> Decimal | None:
        """Our number a year before the newest; None where that year is missing, so that no change leaps a gap."""
        days = [date.fromisoformat(day) for day in self.ends_on[-2:]]
        is_a_year = len(days) == 2 and (days[0].year + 1, days[0].month) == (days[1].year, days[1].month)
        return self.value("us", back=1) if is_a_year else None

    @property
    def children(self) -> Decimal:
        """How many children our newest percentage is of; 0 where that is not said."""
        return Decimal(self.figure("us").get("denominator") or 0)

    @property
    def is_small(self) -> bool:
        """Whether one child moves our percentage by several points, so that nothing is judged by it."""
        return self.is_percent and self.value("us") is not None and 0 < self.children < self.small_cohort

    @property
    def newest(self) -> str:
        """The newest period in words: "year ending March 2023"."""
        return words.period_spoken(self.periods[-1])

    @property
    def years(self) -> list[str]:
        return [words.year_label(period) for period in self.periods]

    @property
    def is_percent(self) -> bool:
        return self.unit == Unit.PERCENT

    @property
    def roles(self) -> list[str]:
        """Ours first, then the comparators that have any value and are worth comparing with."""
        return [role for role in self.comparable if role == "us" or self.has_values(role)]

    @property
    def comparable(self) -> tuple[str, ...]:
        """A count stands beside councils of the same kind; that all of England has more children says nothing."""
        return ("us", "neighbours") if self.unit == Unit.COUNT else ROLES

    def has_values(self, role: str) -> bool:
        return any(figure and figure["value"] is not None for figure in self.indicator["series"].get(role, []))

    @property
    def rows(self) -> list[list[str]]:
        """Rows of the figure's table: name of the area, then one cell a period, oldest first."""
        last = len(self.periods) - 1
        return [
            [self.names[role], *(self.cell(role, last - column) for column in range(last + 1))] for role in self.roles
        ]

    @property
    def lines(self) -> list[Series]:
        """Lines of the figure's chart."""
        last = len(self.periods) - 1
        return [
            Series(self.names[role], role, tuple(self.value(role, last - column) for column in range(last + 1)))  # type: ignore[arg-type]
            for role in self.roles
            if self.has_values(role)
        ]

    @property
    def symbols(self) -> set[str]:
        """Symbols that stand somewhere in the figure's table."""
        figures = (figure for role in self.roles for figure in self.indicator["series"].get(role, []))
        return {figure["symbol"] for figure in figures if figure and figure["symbol"]}

    def is_better(self, value: Decimal, than: Decimal) -> bool | None:
        """Whether `value` is better than `than`; None when they are equal or neither way is better."""
        if value == than or self.polarity == Polarity.CONTEXT:
            return None
        return (value > than) == (self.polarity == Polarity.HIGH)
