"""The rows of an open-data file on their way to figures: read, compared with each other, joined with their totals."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from corpparent.periods import Period
from reports.indicators.definition import Definition, Feed
from reports.indicators.files import cells, periods, places
from reports.indicators.files.feeds import Finder, Use, plain
from reports.indicators.files.places import Place
from reports.indicators.files.problems import BadCell, Problem, Problems, count_of, shown
from reports.indicators.files.reading import Figure, Reading
from reports.indicators.files.tables import Table
from reports.indicators.kinds import MULTIPLIER, Level, Symbol, Unit
from reports.indicators.rounding import share

Identity = tuple[str, Period, tuple[str, ...]]  # area code, time, plain filter cells

LOCATION = ("geographic_level", "country_code", "country_name", "region_code", "region_name")
COUNCIL = ("old_la_code", "new_la_code", "la_name")


@dataclass(slots=True)
class Kept:
    """A row in use. `category` is what splits the figure, as written.

    `copies` counts the rows that say the same, this one included; `others` are numbers of rows that contradict it.
    """

    number: int
    use: Use
    place: Place
    period: Period
    category: str
    numbers: dict[tuple[str, str], cells.Cell]
    copies: int = 1
    others: list[int] = field(default_factory=list)


class Rows:
    """Takes the rows of one file in any order; `reading()` at the end says what came of them."""

    def __init__(self, table: Table, finder: Finder) -> None:
        self.table = table
        self.finder = finder
        self.problems: Problems = table.problems
        self.kept: dict[Identity, Kept] = {}
        self.rows = 0
        self.unknown: list[int] = []
        self.other_levels: dict[str, list[int]] = {}

    def take(self, number: int, record: dict[str, str]) -> None:
        """One whole row: kept, or a problem, or of a figure we do not know."""
        self.rows += 1
        filters = {column: plain(record[column]) for column in self.finder.filters}
        use = self.finder.find(filters)
        if use is None:
            self.unknown.append(number)
            return
        try:
            row = kept(number, use, record)
        except BadCell as bad:
            self.problems.add(Problem(number, bad.column, str(bad)))
        except places.OtherLevel as level:
            self.other_levels.setdefault(str(level), []).append(number)
        else:
            self.compare((row.place.code, row.period, tuple(filters.values())), row)

    def compare(self, identity: Identity, row: Kept) -> None:
        """Keep the first of its kind; what follows is a copy or a contradiction."""
        first = self.kept.setdefault(identity, row)
        if first is row:
            return
        if first.numbers == row.numbers:
            first.copies += 1
            reason = f"It says the same as row {first.number}."
            self.problems.add(Problem(row.number, "", reason, "It was counted once."))
        else:
            first.others.append(row.number)

    def reading(self) -> Reading:
        """Figures and problems of the whole file."""
        sound = {identity: row for identity, row in self.kept.items() if not row.others}
        figures = [figure for identity, row in sound.items() for figure in self.figures(identity, row, sound)]
        self.report()
        return Reading(
            columns=self.table.columns,
            figures=figures,
            problems=self.problems,
            rows=self.rows + self.table.left_out,
            used=sum(row.copies for row in sound.values()),
            unknown=len(self.unknown),
        )

    def figures(self, identity: Identity, row: Kept, sound: dict[Identity, Kept]) -> list[Figure]:
        """What one row gives, each joined with its whole."""
        made = []
        for definition in row.use.gives:
            feed = definition.feed
            assert feed is not None
            figure = self.figure(definition, feed, row, self.whole(feed, identity, sound))
            self.check_share(definition, feed, figure)
            made.append(figure)
        return made

    def figure(self, definition: Definition, feed: Feed, row: Kept, denominator: Decimal | None) -> Figure:
        value = row.numbers[feed.value, feed.form]
        mid_year = feed.calendar == "mid-year"
        return Figure(
            code=definition.code,
            place=row.place,
            period=periods.mid_year(row.period.ends_on.year) if mid_year else row.period,
            category="" if plain(row.category) == plain(feed.category_all) else row.category,
            value=number(value),
            symbol=value if isinstance(value, Symbol) else None,
            numerator=number(row.numbers[feed.numerator, "number"]) if feed.numerator else None,
            denominator=number(row.numbers[feed.denominator, "number"]) if feed.denominator else denominator,
            row=row.number,
        )

    def whole(self, feed: Feed, identity: Identity, sound: dict[Identity, Kept]) -> Decimal | None:
        """The numerator of the row that is the whole of this one; None where there is no such row or number."""
        if not feed.whole:
            return None
        area, period, filters = identity
        pairs = zip(self.finder.filters, filters, strict=True)
        texts = tuple(plain(feed.whole[column]) if column in feed.whole else text for column, text in pairs)
        row = sound.get((area, period, texts))
        return number(row.numbers[feed.numerator, "number"]) if row else None

    def check_share(self, definition: Definition, feed: Feed, figure: Figure) -> None:
        """A council's percentage or rate should follow from its numbers (others are rounded to 10 when published)."""
        n, d, value = figure.numerator, figure.denominator, figure.value
        if figure.place.level != Level.COUNCIL or n is None or d is None or value is None:
            return
        worked_out = share(n, d, times=MULTIPLIER[definition.unit], decimals=max(0, -int(value.as_tuple().exponent)))
        if worked_out is not None and worked_out != value:
            reason = f"{value} does not follow from {n:,} of {d:,}, which gives {worked_out}."
            self.problems.add(Problem(figure.row, feed.value, reason, "It was taken as published."))

    def report(self) -> None:
        """Problems that show only when the whole file is read."""
        for row in self.kept.values():
            if row.others:
                numbers = " and ".join(str(number) for number in [row.number, *row.others][:5])
                reason = f"Rows {numbers} say different things about {row.place.name}, {row.period.code}."
                self.problems.add(Problem(row.number, "", reason, "None of them was taken."))
        for level, rows in self.other_levels.items():
            reason = f"{count_of(len(rows), 'row is', 'rows are')} for {shown(level)}, areas the portal does not keep."
            self.problems.add(Problem(rows[0], "geographic_level", f"From here on {reason}", "They were left out."))
        if self.unknown:
            reason = f"{count_of(len(self.unknown), 'row holds', 'rows hold')} figures the portal does not know."
            self.problems.add(Problem(self.unknown[0], "", f"From here on {reason}", "They were left out."))


def kept(number: int, use: Use, record: dict[str, str]) -> Kept:
    """A row read. Raises BadCell or OtherLevel."""
    place = place_of(*(record.get(column, "") for column in LOCATION + COUNCIL))
    period = period_of(record["time_period"], record["time_identifier"])
    category = next((record[d.feed.category] for d in use.gives if d.feed and d.feed.category), "")
    return Kept(number, use, place, period, category, numbers_of(use, record))


place_of = lru_cache(maxsize=4096)(lambda *texts: places.read(dict(zip(LOCATION + COUNCIL, texts, strict=True))))
period_of = lru_cache(maxsize=256)(periods.read)


def numbers_of(use: Use, record: dict[str, str]) -> dict[tuple[str, str], cells.Cell]:
    """The numbers a use needs. Raises BadCell, also for a percentage above 100."""
    found = {}
    for column, form in use.needs:
        try:
            found[column, form] = cells.read(record[column], form)
        except ValueError as bad:
            raise BadCell(column, str(bad)) from bad
    for definition in use.gives:
        assert definition.feed is not None
        value = found[definition.feed.value, definition.feed.form]
        if definition.unit == Unit.PERCENT and isinstance(value, Decimal) and value > 100:
            raise BadCell(definition.feed.value, f"{value} is more than 100 per cent.")
    return found


def number(cell: cells.Cell) -> Decimal | None:
    return cell if isinstance(cell, Decimal) else None
