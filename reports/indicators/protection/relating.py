"""The council's own figures as a system of cells and sums, for `corpparent.suppression`. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from corpparent.periods import NotAPeriod, Period, month_around, quarter_around
from corpparent.suppression.system import Cell, Pair, Sum, System
from reports.indicators.definition import Definition
from reports.indicators.kinds import Unit
from reports.indicators.protection.relations import Relations

SHARES = {Unit.PERCENT, Unit.RATE_PER_10000}  # the numerator is part of the denominator
BELOW = -1_000_000  # the least a signed count can be: as good as no end


class Key(NamedTuple):
    """Which figure of the council. `category` is "" for all."""

    code: str
    period: str
    category: str = ""


@dataclass(frozen=True)
class Own:
    """One figure as it is kept, unprotected. `unit` is one of `kinds.Unit`; None where a number is not known."""

    code: str
    period: str
    category: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    unit: str

    @property
    def key(self) -> Key:
        return Key(self.code, self.period, self.category)

    @property
    def counted(self) -> Decimal | None:
        """The number of children (or of whatever is counted) above the line; None for an average."""
        if self.unit == Unit.COUNT:
            return self.value
        return self.numerator if self.unit in SHARES or self.unit == Unit.RATIO else None

    @property
    def whole(self) -> Decimal | None:
        """The number below the line."""
        return None if self.unit == Unit.COUNT else self.denominator

    @property
    def is_whole_numbers(self) -> bool:
        return all(number == int(number) for number in (self.counted, self.whole) if number is not None)


class Spot(NamedTuple):
    """A cell: a number by its name, when it was counted, and what it is.

    With the value in it, two figures share a denominator only where they agree on it. `when` is the period of what
    happens in a time, and the last day of all else: the quarter to March and the year may print the same number.
    """

    name: str
    when: str
    category: str
    value: int


class Other(NamedTuple):
    """A cell that is printed nowhere: what is left of `whole` after `parts`."""

    whole: Spot
    parts: tuple[Spot, ...]


CellKey = Spot | Other


class Tie(NamedTuple):
    """`parts` are of `whole`; `is_complete` where they are all of it."""

    whole: Spot
    parts: tuple[Spot, ...]
    is_complete: bool
    period: str


class Plan:
    """Cells and sums of `figures`, each of whole numbers. A figure without a definition shares nothing with others."""

    def __init__(
        self, figures: Sequence[Own], known: Collection[Key], relations: Relations, definitions: dict[str, Definition]
    ) -> None:
        self.relations, self.definitions = relations, definitions
        self.figures = {figure.key: figure for figure in figures}
        self.flows = self._flows()
        self.cells: dict[CellKey, Cell] = {}
        self.sums: dict[tuple[CellKey, frozenset[CellKey]], Sum] = {}
        self.pairs: dict[CellKey, Pair] = {}
        for figure in sorted(figures, key=lambda one: one.key):
            for spot in (self.top(figure), self.bottom(figure)):
                self._count(spot, figure.key in known)
        self._shares()
        self._tie(self._breakdowns())
        self._tie(self._categories())
        self._tie(self._times())

    @property
    def system(self) -> System:
        return System(tuple(self.cells.values()), tuple(self.sums.values()), tuple(self.pairs.values()))

    def top(self, figure: Own) -> Spot | None:
        """The cell of what `figure` counts."""
        return self._spot(figure.code, figure, figure.counted)

    def bottom(self, figure: Own) -> Spot | None:
        """The cell of its denominator, which other figures may share."""
        definition = self.definitions.get(figure.code)
        name = definition.denominator if definition else ""
        return self._spot(name or f"the whole of {figure.code}", figure, figure.whole)

    def _flows(self) -> set[str]:
        """The names of all numbers of what happens in a time."""
        below = {self.definitions[code].denominator for code in self.relations.flows if code in self.definitions}
        return {self.relations.name(name) for name in self.relations.flows | below}

    def _spot(self, name: str, figure: Own, number: Decimal | None) -> Spot | None:
        if number is None:
            return None
        name = self.relations.name(name)
        span = None if name in self.flows else _period(figure.period)
        return Spot(name, span.ends_on.isoformat() if span else figure.period, figure.category, int(number))

    def _count(self, spot: Spot | None, is_known: bool) -> None:
        """One more figure that prints `spot`."""
        if spot is None:
            return
        lower = BELOW if spot.name in self.relations.signed else min(0, spot.value)
        there = self.cells.get(spot, Cell(spot, spot.value, lower=lower, weight=0))
        self.cells[spot] = Cell(spot, spot.value, lower, there.known or is_known, there.weight + 1)

    def _shares(self) -> None:
        for figure in self.figures.values():
            top, bottom = self.top(figure), self.bottom(figure)
            if figure.unit in SHARES and top and bottom and top.value <= bottom.value and top != bottom:
                rest = self._other(bottom, (top,))
                self.pairs[rest] = Pair(top, rest, bottom)

    def _other(self, whole: Spot, parts: tuple[Spot, ...]) -> Other:
        """The cell of what is left of `whole`; it is known where all the others are."""
        key = Other(whole, tuple(sorted(parts)))
        is_known = all(self.cells[one].known for one in (whole, *parts))
        left = whole.value - sum(part.value for part in parts)
        self.cells[key] = Cell(key, left, known=is_known, weight=0)
        return key

    def _tie(self, ties: Iterable[Tie]) -> None:
        """Each whole with those of its parts that there are.

        Where the numbers do not add up (a child counted in two months and once in the year), the reader is taken to
        know by how much: that is the most that anybody could know.
        """
        for whole, parts, is_complete, period in ties:
            key = Other(whole, tuple(sorted(parts)))
            if whole in parts or len(set(parts)) < len(parts) or key in self.pairs:
                continue
            left = whole.value - sum(part.value for part in parts)
            extra: tuple[CellKey, ...] = ()
            if left < 0 or (is_complete and left > 0):
                self.cells[key] = Cell(key, left, lower=left, known=True, weight=0)
                extra = (key,)
            elif not is_complete:
                extra = (self._other(whole, parts),)
            self.sums[whole, frozenset(parts)] = Sum(whole, (*parts, *extra), title=self._title(whole, period))

    def _title(self, whole: Spot, period: str) -> str:
        """What people call a breakdown: by its whole."""
        definition = self.definitions.get(whole.name)
        return f"{definition.title if definition else whole.name}, {period}"

    def _breakdowns(self) -> Iterator[Tie]:
        """What `relations.toml` says, for every period and category that has figures of it."""
        named = self._named()
        places = sorted({(period, category) for _, period, category in named})
        for each in self.relations.breakdowns:
            for place in places:
                found = [named.get((self.relations.name(part), *place), []) for part in each.parts]
                parts = tuple(spots[0] for spots in found if spots)
                for whole in named.get((self.relations.name(each.whole), *place), []) if parts else []:
                    yield Tie(whole, parts, each.is_complete and all(found), place[0])

    def _named(self) -> dict[tuple[str, str, str], list[Spot]]:
        """By name, period and category: the cells that go by it; several where figures do not agree."""
        named: dict[tuple[str, str, str], dict[Spot, None]] = defaultdict(dict)
        for key in sorted(self.figures):
            for spot in (self.top(self.figures[key]), self.bottom(self.figures[key])):
                if spot:
                    named[spot.name, key.period, key.category][spot] = None
        return {name: list(spots) for name, spots in named.items()}

    def _categories(self) -> Iterator[Tie]:
        """The categories of a figure beside its figure for all; there may be others that are not printed."""
        split: dict[Key, list[Own]] = defaultdict(list)
        for figure in self.figures.values():
            if figure.category:
                split[Key(figure.code, figure.period)].append(figure)
        for key, parts in split.items():
            if key in self.figures:
                yield from self._both(self.figures[key], parts, is_complete=False)

    def _times(self) -> Iterator[Tie]:
        """Months beside their quarter and quarters beside their year, of what happens in a time."""
        for key, whole in self.figures.items():
            span = _period(key.period) if key.code in self.relations.flows else None
            if span and span.kind != "month":
                inside, is_complete = self._inside(key, span)
                yield from self._both(whole, inside, is_complete=is_complete)

    def _inside(self, key: Key, span: Period) -> tuple[list[Own], bool]:
        """The figures that make up `span`, and whether they are all of it.

        Those of the next shorter kind, or, where a quarter is missing, its months.
        """
        found: list[Own] = []
        is_complete = True
        for shorter in _shorter(span):
            figure = self.figures.get(key._replace(period=shorter.code))
            if figure:
                found.append(figure)
            elif shorter.kind == "quarter":
                months, are_all = self._inside(key, shorter)
                found += months
                is_complete &= are_all
            else:
                is_complete = False
        return found, is_complete

    def _both(self, whole: Own, parts: Sequence[Own], *, is_complete: bool) -> Iterator[Tie]:
        """What is counted ties with what is counted, denominators with denominators."""
        for side in (self.top, self.bottom):
            total, found = side(whole), tuple(spot for part in parts if (spot := side(part)))
            if total and found:
                yield Tie(total, found, is_complete and len(found) == len(parts), whole.period)


def _shorter(span: Period) -> Iterator[Period]:
    """The quarters of a year, the months of a quarter; the last first."""
    shorter = (quarter_around if span.kind == "year" else month_around)(span.ends_on)
    while shorter.starts_on >= span.starts_on:
        yield shorter
        shorter = shorter.before()


@cache
def _period(code: str) -> Period | None:
    """None for school years and other periods that are made of none of ours."""
    try:
        return Period.parse(code)
    except NotAPeriod:
        return None
