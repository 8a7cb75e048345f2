"""A trend as lines: ours thick, comparators thin, every line named at its end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpparent.charts.drawing import HAIRLINE, HANDS, LINE, dots, line, lines_of, mark, stretch, svg, text, width_of
from corpparent.charts.plot import AIR, Plot, grid, plot_for
from corpparent.charts.scale import Scale, push_apart, scale_for
from corpparent.charts.values import NOTHING, Chart, Series, number

LABEL_WIDE, LABEL_NARROW = 220, 116  # the most that a label at the right may take
MOVED = 7  # a label moved further than this is tied to its line by a hairline


@dataclass(frozen=True)
class Label:
    """The value and the name that stand at the end of a line, in `lines`."""

    series: Series
    value: str
    lines: list[str]

    @property
    def height(self) -> float:
        """Height of all lines and a little air."""
        return len(self.lines) * LINE + 3

    @property
    def width(self) -> float:
        """Width of the longest line."""
        return max(width_of(words, bold=self.series.role == "us") for words in self.lines)


def trend(
    *,
    sentence: str,
    periods: Sequence[str],
    series: Sequence[Series],
    unit: str,
    decimals: int,
    narrow: bool = False,
) -> Chart:
    """Draw `series` over `periods`, oldest first; every series holds one value a period.

    `unit` is "%" or a phrase. `narrow` is for a screen of 320 px. The note says where the scale starts when that is
    not zero, and that one period is no trend. Without a single value there is no drawing and the note says so.
    Raises ValueError when a series and the periods differ in length.
    """
    for one in series:
        if len(one.values) != len(periods):
            raise ValueError(f"{one.name} has {len(one.values)} values for {len(periods)} periods.")
    # Ours is drawn last, so that it lies on top.
    drawn = sorted((one for one in series if any(v is not None for v in one.values)), key=lambda one: one.role == "us")
    if not drawn:
        return NOTHING
    scale = scale_for([v for one in drawn for v in one.values if v is not None], percent=unit == "%", decimals=decimals)
    labels = [_label(one, periods, unit, decimals, LABEL_NARROW if narrow else LABEL_WIDE) for one in drawn]
    plot = plot_for(
        scale=scale,
        periods=periods,
        unit=unit,
        labels=max(label.width for label in labels),
        least=sum(label.height for label in labels),
        narrow=narrow,
    )
    parts = [*grid(plot), *_lines(plot, drawn), *_first(plot, drawn, decimals), *_ends(plot, labels)]
    return Chart(svg(sentence, plot.width, plot.height, parts), _note(scale, periods, unit))


def _note(scale: Scale, periods: Sequence[str], unit: str) -> str:
    """Say in words what the eye could mistake."""
    notes = []
    if scale.low > 0:
        notes.append(f"The scale starts at {number(scale.low, scale.decimals, unit)}, not at zero.")
    if len(periods) == 1:
        notes.append(f"There are figures for {periods[0]} alone, so there is no trend to see yet.")
    return " ".join(notes)


def _lines(plot: Plot, drawn: Sequence[Series]) -> Iterator[str]:
    """Draw each line, broken where a value is missing, with a dot on each of our values and each that stands alone."""
    for one in drawn:
        hand = HANDS[one.role]
        for points in _stretches(plot, one):
            if len(points) > 1:
                yield stretch(points, hand)
            if len(points) == 1 or one.role == "us":
                yield dots(points, hand)


def _stretches(plot: Plot, series: Series) -> list[list[tuple[float, float]]]:
    """Return the runs of points that have no missing value between them."""
    runs: list[list[tuple[float, float]]] = [[]]
    for index, value in enumerate(series.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((plot.x(index), plot.y(value)))
    return [run for run in runs if run]


def _first(plot: Plot, drawn: Sequence[Series], decimals: int) -> Iterator[str]:
    """Write our first value beside its point, on the side where the next value is further away."""
    for one in drawn:
        index, value = next((i, v) for i, v in enumerate(one.values) if v is not None)
        if one.role != "us" or index >= len(plot.periods) - 1:
            continue
        near = [v for other in drawn for v in other.values[index : index + 2] if v is not None]
        above = min((v - value for v in near if v > value), default=plot.scale.high)
        below = min((value - v for v in near if v < value), default=plot.scale.high)
        side = 1 if below >= above else -1
        y = plot.y(value) + side * (LINE - 2)
        if not plot.top < y < plot.bottom - LINE / 2:
            y = plot.y(value) - side * (LINE - 2)
        yield text(plot.x(index) + 3, y, number(value, decimals, plot.unit), colour=HANDS["us"].colour, bold=True)


def _label(series: Series, periods: Sequence[str], unit: str, decimals: int, room: float) -> Label:
    """Return what is written at the end of a line; a line that ends early says when."""
    index, value = _last(series)
    shown = number(value, decimals, unit)
    early = "" if index == len(periods) - 1 else f", {periods[index]}"
    return Label(series, shown, lines_of(f"{shown} {series.name}{early}", room, bold=series.role == "us"))


def _last(series: Series) -> tuple[int, Decimal]:
    """Return the last value and its period's place."""
    return next((i, v) for i, v in reversed(list(enumerate(series.values))) if v is not None)


def _ends(plot: Plot, labels: Sequence[Label]) -> Iterator[str]:
    """Draw the mark at the end of each line and, beside them, the labels pushed apart."""
    for label in labels:
        index, value = _last(label.series)
        size = 5.5 if label.series.role == "us" else 4.5
        yield mark(plot.x(index), plot.y(value), size, HANDS[label.series.role])
    ends = sorted(((plot.y(_last(label.series)[1]), label) for label in labels), key=lambda end: end[0])
    middles = push_apart(
        [y for y, _ in ends], [label.height for _, label in ends], plot.top - LINE / 2, plot.bottom + LINE / 2
    )
    x = plot.right + 2 * AIR
    for (y, label), middle in zip(ends, middles, strict=True):
        hand = HANDS[label.series.role]
        end = plot.x(_last(label.series)[0])
        if abs(middle - y) > MOVED or end < plot.right:
            yield line(end + AIR, y, x - 3, middle, HAIRLINE if end < plot.right else hand.colour)
        yield from _words(label, x, middle)


def _words(label: Label, x: float, middle: float) -> Iterator[str]:
    """Write a label: its value in bold, then the name; ours bold throughout."""
    top = middle - (len(label.lines) - 1) * LINE / 2
    colour, ours = HANDS[label.series.role].colour, label.series.role == "us"
    yield text(x, top, label.lines[0].removeprefix(label.value).strip(), colour=colour, bold=ours, lead=label.value)
    for i, words in enumerate(label.lines[1:], start=1):
        yield text(x, top + i * LINE, words, colour=colour, bold=ours)
