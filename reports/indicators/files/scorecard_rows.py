"""One row of a scorecard: which figure, when, how sure, and its numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from corpparent.periods import HOW, NotAPeriod, Period
from reports.indicators.definition import Definition
from reports.indicators.files import scorecard_numbers
from reports.indicators.files.feeds import plain
from reports.indicators.files.places import Place
from reports.indicators.files.problems import BadCell, shown
from reports.indicators.files.reading import Figure
from reports.indicators.files.scorecard_heading import COLUMNS
from reports.indicators.files.scorecard_sheets import NO_RESULT

DAY = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})", re.ASCII)
ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", re.ASCII)
LONGEST = 120  # letters of a name that is compared with others
MOST_HINTS = 100
STATUSES = ("provisional", "final")


class Names:
    """The indicators by their codes and exact titles."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        known = list(definitions)
        self.by_title = {plain(each.title): each for each in known}
        self.by_code = {each.code: each for each in known}
        self.hints: dict[str, str] = {}

    def find(self, text: str) -> Definition:
        """Raises BadCell with the nearest name, if one is near; else the cell is not repeated: it may name a child."""
        name = plain(text)
        found = self.by_code.get(name) or self.by_title.get(name)
        if found is None:
            hint = self.hint(name)
            raise BadCell("indicator", f"{shown(text, 80) if hint else 'It'} is not an indicator of the portal.{hint}")
        return found

    def hint(self, name: str) -> str:
        """ " Did you mean ...?", or "". Comparing is slow, so only so many names of one file are compared."""
        if name not in self.hints and len(self.hints) < MOST_HINTS:
            nearest = self.nearest(name) if len(name) <= LONGEST else None
            self.hints[name] = f" Did you mean {nearest.code}?" if nearest else ""
        return self.hints.get(name, "")

    def nearest(self, name: str) -> Definition | None:
        """The indicator whose code, or else whose title, is most like `name`."""
        if codes := get_close_matches(name.replace(" ", "-"), self.by_code, 1):
            return self.by_code[codes[0]]
        titles = get_close_matches(name, self.by_title, 1)
        return self.by_title[titles[0]] if titles else None


@dataclass(frozen=True)
class RowReader:
    """What rows are read against; `today` is the day on which they are."""

    names: Names
    council: Place
    today: date

    def figure(self, number: int, cells: dict[str, str]) -> Figure:
        """One row, its cells by column. Raises BadCell."""
        check_cells(cells)
        definition = self.names.find(cells["indicator"])
        period = self.period(cells["period"])
        as_at = self.as_at(cells["as_at"], period)
        numbers = scorecard_numbers.read(cells, definition)
        return Figure(
            code=definition.code,
            place=self.council,
            period=period,
            category="",
            value=numbers.value,
            symbol=numbers.symbol,
            numerator=numbers.numerator,
            denominator=numbers.denominator,
            row=number,
            status=status(cells["status"]),
            as_at=as_at,
        )

    def period(self, text: str) -> Period:
        """One that is over. Raises BadCell."""
        try:
            period = Period.parse(text)
        except NotAPeriod as problem:
            raise BadCell("period", f"{shown(text)} is not a period. {HOW}") from problem
        if period.ends_on >= self.today:
            raise BadCell(
                "period",
                f"{period.label} has not ended yet. Its figures can be brought from the day after; until then send "
                "a shorter period that is over.",
            )
        return period

    def as_at(self, text: str, period: Period) -> date:
        """The day on which the council counted; where none is written, the last of the period. Raises BadCell."""
        if not text:
            return period.ends_on
        day = day_of(text)
        if day < period.starts_on:
            raise BadCell("as_at", f"{day:%-d %B %Y} is before {period.label} began.")
        if day > self.today:
            raise BadCell("as_at", f"{day:%-d %B %Y} is in the future.")
        return day


def check_cells(cells: dict[str, str]) -> None:
    """What a row must have before anything in it is read. Raises BadCell."""
    for column in ("indicator", "period"):
        if not cells[column]:
            raise BadCell(column, f"The cell is empty; every figure needs its {column}.")
    for column in COLUMNS:
        if cells[column] == NO_RESULT:
            raise BadCell(
                column, "The cell holds a formula whose result is not in the file. Save it in your spreadsheet program."
            )


def day_of(text: str) -> date:
    """31/10/2025 or 2025-10-31. Raises BadCell: dates are never guessed."""
    found = DAY.fullmatch(text) or ISO.fullmatch(text)
    try:
        if found:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise BadCell("as_at", f"{shown(text)} is a day that the calendar does not have.") from None
    raise BadCell("as_at", f"{shown(text)} is not a date. Write it like 31/10/2025 or 2025-10-31.")


def status(text: str) -> str:
    """ "provisional" where nothing is said. Raises BadCell."""
    said = plain(text) or "provisional"
    if said not in STATUSES:
        raise BadCell("status", f"{shown(text)} is neither provisional nor final.")
    return said
