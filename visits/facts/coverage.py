"""Whether homes are visited as often as the council asks, how long reports and answers take, and what is open.

A handful of aggregates, whatever the years: times are worked out for one year, the trend is counted by the database.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Count, Max, Q
from django.db.models.functions import TruncDate, TruncQuarter

from corpparent import working_days
from corpparent.periods import Period
from visits.facts.days import closed_days
from visits.facts.homes import listed
from visits.models import Home, Point, RotaSlot, Visit, VisitSettings

QUARTERS = 4
Made = dict[tuple[int, date], int]


@dataclass(frozen=True)
class Cell:
    """A home in a quarter: visits made, and asked for; 0 while it was not open."""

    made: int
    asked: int

    @property
    def is_short(self) -> bool:
        return self.made < self.asked


@dataclass(frozen=True)
class Line:
    """A home in a year, quarter by quarter. `last_on` is the day of its last visit of all, None without one."""

    home: Home
    cells: list[Cell]
    last_on: date | None
    is_overdue: bool

    @property
    def made(self) -> int:
        return sum(cell.made for cell in self.cells)

    @property
    def asked(self) -> int:
        return sum(cell.asked for cell in self.cells)


@dataclass(frozen=True)
class Times:
    """Working days in the middle (median), None without any; and how many were in time of how many."""

    to_report: float | None
    to_answer: float | None
    reported: int
    reported_in_time: int
    answered: int
    answered_in_time: int


def quarters_of(year: Period) -> list[Period]:
    """The four quarters of a financial year."""
    return [Period.parse(f"{year.code}-Q{number}") for number in range(1, QUARTERS + 1)]


def made_by_quarter(first: date, last: date) -> Made:
    """Reports sent of visits from `first` to `last`, by home and first day of the quarter. One query.

    Financial quarters begin with those of the calendar.
    """
    found = Visit.objects.sent().filter(visited_on__range=(first, last)).order_by()
    rows = found.annotate(quarter=TruncQuarter("visited_on")).values_list("home", "quarter").annotate(Count("pk"))
    return {(home, quarter): number for home, quarter, number in rows}


def lines_of(year: Period, today: date) -> list[Line]:
    """Every home that was open in `year`, by alias. Three queries."""
    times, quarters = VisitSettings.current(), quarters_of(year)
    made = made_by_quarter(year.starts_on, year.ends_on)
    homes = listed().filter(Q(closed_on__isnull=True) | Q(closed_on__gte=year.starts_on), opened_on__lte=year.ends_on)
    return [line_of(home, quarters, made, home.last_on, times, today) for home in homes]  # type: ignore[attr-defined]


def line_of(
    home: Home, quarters: Iterable[Period], made: Made, last_on: date | None, times: VisitSettings, today: date
) -> Line:
    cells, share = [], 0
    for quarter in quarters:
        before, share = share, share + share_of(home, quarter, times, today)
        cells.append(Cell(made.get((home.pk, quarter.starts_on), 0), share // QUARTERS - before // QUARTERS))
    since = last_on or home.opened_on
    is_open = home.closed_on is None or home.closed_on >= today
    return Line(home, cells, last_on, is_overdue=is_open and (today - since).days > times.overdue_days)


def share_of(home: Home, quarter: Period, times: VisitSettings, today: date) -> int:
    """Quarters of a visit asked for in a quarter that began and in which the home was open throughout; 0 in others.

    They add up over the year: two visits a year are none by June, one by September, and two by March.
    """
    a_year = times.visits_a_year if home.visits_a_year is None else home.visits_a_year
    was_open = home.opened_on <= quarter.starts_on and (home.closed_on is None or home.closed_on >= quarter.ends_on)
    return a_year if was_open and quarter.starts_on <= today else 0


def trend(first: Period, last: Period) -> list[tuple[date, int]]:
    """Visits made, by the first day of each quarter from `first` to `last`. One query, one row a quarter."""
    found = Visit.objects.sent().filter(visited_on__range=(first.starts_on, last.ends_on)).order_by()
    rows = found.annotate(quarter=TruncQuarter("visited_on")).values_list("quarter").annotate(Count("pk"))
    return sorted(rows)


def times_of(year: Period) -> Times:
    """How long reports and answers took, for visits of one year. Three queries; nothing about who was slow."""
    limit, closed = VisitSettings.current().report_days, closed_days()
    waits = Q(points__response__isnull=True, points__isnull=False)
    rows = list(
        Visit.objects.sent()
        .filter(visited_on__range=(year.starts_on, year.ends_on))
        .order_by()
        .annotate(
            sent_on=TruncDate("submitted_at"),
            last_on=TruncDate(Max("points__response__answered_at")),
            waiting=Count("points", filter=waits),
        )
        .values_list("visited_on", "sent_on", "answer_by", "last_on", "waiting")
    )
    reports = [working_days.between(on, sent, closed) for on, sent, _, _, _ in rows if on]
    answered = [(sent, by, last) for _, sent, by, last, waiting in rows if last and not waiting]
    return Times(
        to_report=median(reports) if reports else None,
        to_answer=median(working_days.between(sent, last, closed) for sent, _, last in answered) if answered else None,
        reported=len(reports),
        reported_in_time=sum(days <= limit for days in reports),
        answered=len(answered),
        answered_in_time=sum(by is None or last <= by for _, by, last in answered),
    )


def not_made(year: Period) -> dict[str, int]:
    """Visits that were wanted in `year` and not made, by reason (a RotaSlot.Because). One query."""
    found = RotaSlot.objects.filter(status=RotaSlot.Status.NOT_MADE, due_on__range=(year.starts_on, year.ends_on))
    return dict(found.order_by().values_list("not_made_because").annotate(Count("pk")))


def open_by_severity() -> dict[str, int]:
    """Points of sent reports that nobody has called resolved, by severity. One query.

    The few reports that are being written are left out, rather than all others joined: there are ten years of these.
    """
    being_written = Visit.objects.filter(status__in=[Visit.Status.DRAFT, Visit.Status.RETURNED])
    found = Point.objects.exclude(resolved=Point.Resolved.YES).exclude(visit__in=being_written)
    return dict(found.order_by().values_list("severity").annotate(Count("pk")))


def by_theme(year: Period) -> dict[str, list[int]]:
    """Points raised in each quarter of `year`, by theme. One query."""
    quarters = [quarter.starts_on for quarter in quarters_of(year)]
    found = Point.objects.filter(
        visit__status=Visit.Status.SUBMITTED, visit__visited_on__range=(year.starts_on, year.ends_on)
    )
    rows = found.order_by().annotate(quarter=TruncQuarter("visit__visited_on")).values_list("theme", "quarter")
    counted: dict[str, list[int]] = defaultdict(lambda: [0] * QUARTERS)
    for slug, quarter, number in rows.annotate(Count("pk")):
        counted[slug][quarters.index(quarter)] += number
    return dict(counted)


def by_visitor(year: Period) -> list[tuple[str, int]]:
    """Visits somebody led or seconded in `year`: (name, number), the most first. One query, one row a pair."""
    made: dict[str, int] = defaultdict(int)
    found = Visit.objects.sent().filter(visited_on__range=(year.starts_on, year.ends_on)).order_by()
    for *pair, number in found.values_list("lead__name", "second__name").annotate(Count("pk")):
        for name in filter(None, pair):
            made[name] += number
    return sorted(made.items(), key=lambda one: (-one[1], one[0]))
