"""A comparison as bars: sorted, the value at each end, ours dark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpparent.charts.drawing import HANDS, INK, LINE, PALE, SOFT, STRONG, hatched, line, lines_of, svg, text, width_of
from corpparent.charts.values import NOTHING, Bar, Chart, number

THICK = 22
GAP = 9  # between rows
AIR = 8  # between a bar and its words
STUB = 58
WIDE, NARROW = 680, 340
NAMES = 182  # room for the names on a wide drawing


@dataclass(frozen=True)
class Row:
    """A bar made ready: its name in lines, the words at its end (`lead` is bold), its length on the paper."""

    bar: Bar
    name: list[str]
    lead: str
    end: list[str]
    length: float

    @property
    def name_height(self) -> float:
        return len(self.name) * LINE

    @property
    def bar_height(self) -> float:
        return max(THICK, len(self.end) * LINE)


def bars(*, sentence: str, bars: Sequence[Bar], unit: str, decimals: int, narrow: bool = False) -> Chart:
    """Draw `bars`, longest first; one without a value comes last, as a hatched stub with its symbol and its words.

    `narrow` is for a screen of 320 px: names stand above their bars. Without bars there is no drawing and the note
    says so; there is no other note, as bars start at zero. Raises ValueError for a value below zero.
    """
    if not bars:
        return NOTHING
    if any(bar.value is not None and bar.value < 0 for bar in bars):
        raise ValueError("Bars start at zero and cannot show a value below it. Draw a trend instead.")
    width, left = (NARROW, 1) if narrow else (WIDE, NAMES + AIR)
    rows = _rows(bars, unit, decimals, names=width if narrow else NAMES, room=width - left - AIR)
    parts, y = [], 0.0
    if unit and unit != "%":
        parts.append(text(left, LINE / 2, unit, colour=SOFT))
        y = float(LINE)
    top = y
    for row in rows:
        y += GAP / 2
        parts += _above(row, left, y) if narrow else _beside(row, left, y)
        y += GAP / 2 + (row.name_height + row.bar_height if narrow else max(row.name_height, row.bar_height))
    if not narrow:
        parts.append(line(left, top, left, y, STRONG))
    return Chart(svg(sentence, width, y + 1, parts), "")


def _rows(bars: Sequence[Bar], unit: str, decimals: int, *, names: float, room: float) -> list[Row]:
    """Return the bars in order, measured: `names` and `room` are the widths for the names and for bars with words."""
    known = sorted(((bar.value, bar) for bar in bars if bar.value is not None), key=lambda pair: -pair[0])
    shown = [number(value, decimals, unit) for value, _ in known]
    most = max((value for value, _ in known), default=Decimal(0)) or Decimal(1)
    reach = room - max((width_of(words, bold=True) for words in shown), default=0.0)
    rows = [
        Row(bar, lines_of(bar.name, names, bold=True), words, [""], float(value / most) * reach)
        for (value, bar), words in zip(known, shown, strict=True)
    ]
    return rows + [_stub(bar, names, room) for bar in bars if bar.value is None]


def _stub(bar: Bar, names: float, room: float) -> Row:
    """Return the row of a bar without a value. Never a gap without a word, even where nobody said why."""
    beside = room - STUB - width_of(f"{bar.symbol} ", bold=True)
    words = lines_of(bar.meaning or "no figure", beside)
    return Row(bar, lines_of(bar.name, names, bold=True), bar.symbol, words, STUB)


def _above(row: Row, left: float, y: float) -> Iterator[str]:
    """Draw a row with its name above the bar."""
    yield from _name(row, left, y + LINE / 2, "start")
    yield from _bar(row, left, y + row.name_height + row.bar_height / 2)


def _beside(row: Row, left: float, y: float) -> Iterator[str]:
    """Draw a row with its name left of the bar."""
    middle = y + max(row.name_height, row.bar_height) / 2
    yield from _name(row, left - AIR, middle - (row.name_height - LINE) / 2, "end")
    yield from _bar(row, left, middle)


def _name(row: Row, x: float, y: float, anchor: str) -> Iterator[str]:
    """Write the name, ours in our colour."""
    ours = row.bar.role == "us"
    colour = HANDS["us"].colour if ours else INK
    for i, words in enumerate(row.name):
        yield text(x, y + i * LINE, words, colour=colour, anchor=anchor, bold=ours)


def _bar(row: Row, x: float, middle: float) -> Iterator[str]:
    """Draw the bar, or the stub in its place, and what stands at its end."""
    top = middle - THICK / 2
    if row.bar.value is None:
        yield hatched(x, top, STUB, THICK)
    else:
        fill, edge = (HANDS["us"].colour, HANDS["us"].colour) if row.bar.role == "us" else (PALE, STRONG)
        yield f'<path d="M{x:g} {top:g}h{row.length:.1f}v{THICK}h-{row.length:.1f}Z" fill="{fill}" stroke="{edge}"/>'
    first = middle - (len(row.end) - 1) * LINE / 2
    for i, words in enumerate(row.end):
        yield text(x + row.length + AIR, first + i * LINE, words, lead="" if i else row.lead)
