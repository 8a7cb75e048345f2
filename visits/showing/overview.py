"""Coverage, times, points and themes as tables: counts in figures, and every cell says what was asked."""

from typing import Any, NamedTuple

from corpparent.periods import Period
from corpparent.themes import BY_SLUG, THEMES
from corpparent.words import count, day
from pledges.showing.public import Tag
from visits.facts.coverage import Cell, Line, Times
from visits.models import Point, RotaSlot

NONE = "–"


class CellShown(NamedTuple):
    """ "1 of 1"; `is_short` where fewer were made than asked for, "–" where nothing was asked."""

    text: str
    is_short: bool


class LineShown(NamedTuple):
    """A row of the table of homes."""

    alias: str
    urn: str
    cells: list[CellShown]
    total: CellShown
    last: str
    tag: Tag | None


def heads_of(quarters: list[Period]) -> list[str]:
    return [quarter.label for quarter in quarters]


def line_of(line: Line) -> LineShown:
    return LineShown(
        alias=line.home.alias,
        urn=line.home.urn,
        cells=[cell_of(cell) for cell in line.cells],
        total=CellShown(of(line.made, line.asked), line.made < line.asked),
        last=day(line.last_on) if line.last_on else "Never",
        tag=Tag("late", "Overdue") if line.is_overdue else None,
    )


def cell_of(cell: Cell) -> CellShown:
    if not cell.asked and not cell.made:
        return CellShown(NONE, is_short=False)
    return CellShown(of(cell.made, cell.asked), cell.is_short)


def of(made: int, asked: int) -> str:
    """ "1 of 1"; "1" where none was asked for."""
    return f"{made} of {asked}" if asked else str(made)


def lead_of(lines: list[Line]) -> str:
    """The first sentence of the page."""
    asked, made = sum(line.asked for line in lines), sum(min(line.made, line.asked) for line in lines)
    late = sum(line.is_overdue for line in lines)
    if not asked:
        return "No visits were asked for yet."
    share = f"{made} of {asked} visits that were asked for were made."
    return f"{share} {count(late, 'home').capitalize()} {'is' if late == 1 else 'are'} overdue." if late else share


def sentences_of(times: Times) -> list[str]:
    """How long reports and answers took, each in one sentence."""
    return [
        took("Reports took", times.to_report, times.reported, times.reported_in_time),
        took("Answers took", times.to_answer, times.answered, times.answered_in_time),
    ]


def took(what: str, middle: float | None, number: int, in_time: int) -> str:
    if middle is None:
        return f"{what} no time yet: there are none."
    days = "working day" if middle == 1 else "working days"
    return f"{what} {middle:g} {days} in the middle; {in_time} of {number} came in time."


def reasons_of(not_made: dict[str, int]) -> list[tuple[str, int]]:
    """Why visits were not made, in words, the most frequent first."""
    named = [(str(RotaSlot.Because(slug).label), number) for slug, number in not_made.items()]
    return sorted(named, key=lambda one: (-one[1], one[0]))


def severities_of(counted: dict[str, int]) -> list[tuple[str, int]]:
    """Open points by severity, the most urgent first."""
    return [(str(one.label), counted.get(one.value, 0)) for one in reversed(Point.Severity)]


def themes_of(counted: dict[str, list[int]]) -> list[dict[str, Any]]:
    """Points by theme and quarter, in the order of the one list of themes; those nobody raised are left out."""
    rows = [(one.slug, counted.get(one.slug)) for one in THEMES]
    return [{"title": BY_SLUG[slug].title, "counts": counts} for slug, counts in rows if counts]
