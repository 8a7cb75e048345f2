"""The upright scale of a trend: where it starts, its round numbers, and labels pushed apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import accumulate

# A scale shows at least this share of the largest value, so that a change of nothing does not look like a fall.
LEAST_SHARE = Decimal("0.3")
LEAST_POINTS = 10  # and for a percentage at least so many points
# Where a scale would begin below this share of the largest value it begins at zero: the honest base costs little then.
ZERO_BELOW = Decimal("0.45")
STEPS_WANTED = 4


@dataclass(frozen=True)
class Scale:
    """From `low` to `high` in whole steps of `step`."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> list[Decimal]:
        """Every round number on the scale, both ends included."""
        return [self.low + self.step * i for i in range(int((self.high - self.low) / self.step) + 1)]

    @property
    def decimals(self) -> int:
        """Decimal places that a tick needs."""
        exponent = self.step.normalize().as_tuple().exponent
        return max(0, -int(exponent))

    def share(self, value: Decimal) -> float:
        """Return how far up the scale `value` lies: 0 at `low`, 1 at `high`."""
        return float((value - self.low) / (self.high - self.low))


def scale_for(values: Sequence[Decimal], *, percent: bool, decimals: int) -> Scale:
    """Return a scale with round numbers that holds all `values` (at least one); a percentage never passes 100.

    No step is finer than `decimals` places: there is no half a child.
    """
    low, high = _span(min(values), max(values), percent)
    step = max(round_step((high - low) / STEPS_WANTED), Decimal(1).scaleb(-decimals))
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    return Scale(bottom, top, step)


def _span(least: Decimal, most: Decimal, percent: bool) -> tuple[Decimal, Decimal]:
    """Return the ends to be shown before rounding."""
    if least == most == 0:
        return Decimal(0), Decimal(STEPS_WANTED)
    size = max(abs(least), abs(most))
    wanted = max((most - least) * Decimal("1.3"), size * LEAST_SHARE, Decimal(LEAST_POINTS if percent else 0))
    spare = (wanted - (most - least)) / 2
    low, high = least - spare, most + spare
    if least >= 0 and low < most * ZERO_BELOW:
        return Decimal(0), most
    if percent and most <= 100 < high:
        low, high = max(low - (high - 100), Decimal(0)), Decimal(100)
    return low, high


def round_step(size: Decimal) -> Decimal:
    """Return the smallest of 1, 2, 5 times a power of ten that is at least `size` (more than 0)."""
    power = Decimal(1).scaleb(size.adjusted())
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= size)


def push_apart(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return the middles of labels, in the order given, as near to `wanted` as they can be without overlapping.

    `wanted` rises. Labels stay between `top` and `bottom` wherever their heights together fit.
    """
    before = [0.0, *accumulate(heights)]
    offsets = [before[i] + heights[i] / 2 for i in range(len(heights))]
    free = [want - offset for want, offset in zip(wanted, offsets, strict=True)]
    room = max(top, bottom - before[-1])
    return [min(max(place, top), room) + offset for place, offset in zip(_rising(free), offsets, strict=True)]


def _rising(numbers: Sequence[float]) -> list[float]:
    """Return the rising numbers nearest to `numbers` (isotonic regression): those out of order become their mean."""
    blocks: list[tuple[float, int]] = []
    for number in numbers:
        mean, count = number, 1
        while blocks and blocks[-1][0] > mean:
            other, size = blocks.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]
