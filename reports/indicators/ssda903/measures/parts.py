"""What a formula gives, before it has a name: a share, or a mean."""

from decimal import Decimal
from typing import NamedTuple

from reports.indicators.rounding import half_up, share


class Part(NamedTuple):
    """`numerator` children (or reviews) out of `denominator`."""

    numerator: int
    denominator: int

    def percent(self, decimals: int = 0) -> Decimal | None:
        """Half-up; None of nobody, never 0 per cent."""
        return share(Decimal(self.numerator), Decimal(self.denominator), times=100, decimals=decimals)


class Mean(NamedTuple):
    """`total` (points, days) over `children`."""

    total: int
    children: int

    def value(self, decimals: int = 0) -> Decimal | None:
        """Half-up; None of nobody."""
        return half_up(Decimal(self.total) / self.children, decimals) if self.children else None
