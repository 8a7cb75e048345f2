"""The sheet a trend is drawn on: margins, places of periods and values, grid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from corpparent.charts.drawing import LINE, SOFT, STRONG, line, rules, text, width_of
from corpparent.charts.scale import Scale
from corpparent.charts.values import number

AIR = 10


@dataclass(frozen=True)
class Plot:
    """The sheet's size, and where on it the plot lies; labels of lines stand right of `right`."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    scale: Scale
    periods: Sequence[str]
    unit: str

    def x(self, index: int) -> float:
        """Return where a period stands; one period alone stands in the middle."""
        if len(self.periods) == 1:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * index / (len(self.periods) - 1)

    def y(self, value: Decimal) -> float:
        """Return where a value stands."""
        return self.bottom - (self.bottom - self.top) * self.scale.share(value)


def plot_for(*, scale: Scale, periods: Sequence[str], unit: str, labels: float, least: float, narrow: bool) -> Plot:
    """Return a sheet with `labels` of room at its right, whose plot is at least `least` high."""
    width, high = (340.0, 190.0) if narrow else (680.0, 210.0)
    ticks = max(width_of(number(tick, scale.decimals, unit)) for tick in scale.ticks)
    left = max(ticks + AIR, width_of(periods[0]) / 2)
    top = LINE / 2 if unit == "%" or not unit else LINE * 1.8
    bottom = top + max(high, least)
    return Plot(width, bottom + LINE * 1.5, left, width - labels - 2 * AIR, top, bottom, scale, periods, unit)


def grid(plot: Plot) -> Iterator[str]:
    """Draw the round numbers with their rules, the unit where it is a phrase, and the periods."""
    if plot.top > LINE:
        yield text(0, LINE / 2, plot.unit, colour=SOFT)
    ticks = plot.scale.ticks
    yield rules(plot.left, plot.right, map(plot.y, ticks))
    base = plot.y(max(plot.scale.low, Decimal(0)))
    yield line(plot.left, base, plot.right, base, STRONG)
    for tick in ticks:
        words = number(tick, plot.scale.decimals, plot.unit)
        yield text(plot.left - AIR, plot.y(tick), words, colour=SOFT, anchor="end")
    for index in shown_periods(plot):
        yield text(plot.x(index), plot.bottom + LINE, plot.periods[index], colour=SOFT, anchor="middle")


def shown_periods(plot: Plot) -> range:
    """Return the periods with room for their names, counted back from the last so that the last is always named."""
    count = len(plot.periods)
    apart = (plot.right - plot.left) / max(count - 1, 1)
    every = ceil((max(map(width_of, plot.periods)) + AIR) / apart)
    return range((count - 1) % every, count, every)
