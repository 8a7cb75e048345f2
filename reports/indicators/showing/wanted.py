"""What a figure is wanted to be, in words: the target, and how far off is still close."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reports.indicators.kinds import Polarity, Unit
from reports.indicators.showing import words


@dataclass(frozen=True)
class Wanted:
    """A target as people say it; `unit`, `decimals` and `polarity` are its figure's."""

    value: Decimal
    tolerance: Decimal
    unit: str
    decimals: int
    polarity: str

    @classmethod
    def of(cls, target: dict[str, str], figure: Any) -> "Wanted":
        """A target as facts write it, with the words of its figure's definition."""
        value, tolerance = Decimal(target["value"]), Decimal(target["tolerance"])
        return cls(value, tolerance, figure.unit, figure.decimals, figure.polarity)

    @property
    def is_high(self) -> bool:
        return self.polarity == Polarity.HIGH

    @property
    def said(self) -> str:
        """ "85% or more", "6 or fewer", "9% or less"; of a figure of which neither way is better, the number alone."""
        if self.polarity == Polarity.CONTEXT:
            return self._spoken(self.value)
        fewer = "fewer" if self.unit == Unit.COUNT else "less"
        return f"{self._spoken(self.value)} or {'more' if self.is_high else fewer}"

    @property
    def line(self) -> str:
        """ "Target: 85% or more; down to 80% is close."."""
        return f"Target: {self.said}{f'; {self.close}' if self.close else ''}."

    @property
    def close(self) -> str:
        """ "down to 80% is close"; "" where nothing but the target itself will do."""
        if self.polarity == Polarity.CONTEXT or not self.tolerance:
            return ""
        edge = max(self.value - self.tolerance, Decimal(0)) if self.is_high else self.value + self.tolerance
        return f"{'down' if self.is_high else 'up'} to {self._spoken(edge)} is close"

    @property
    def cell(self) -> str:
        """For a table, as exact as it was set."""
        return words.in_cell(self.value, self.unit, self._decimals(self.value))

    def _spoken(self, number: Decimal) -> str:
        return words.spoken(number, self.unit, self._decimals(number))

    def _decimals(self, number: Decimal) -> int:
        """As many as the number needs, and no fewer than its figure has."""
        return max(self.decimals, -int(number.normalize().as_tuple().exponent))  # type: ignore[arg-type]
