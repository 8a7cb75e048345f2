"""Whether homes are visited as often as the council asks, how long reports and answers take, and what is open.

The visits of one year are read once (visits.facts.in_year); what spans years is counted by the database.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Count, Q
from django.db.models.functions import TruncQuarter

from corpparent import working_days
from corpparent.periods import Period
from visits.facts.days import closed_days
from visits.facts.homes import listed
from visits.facts.in_year import InYear, Made
from visits.models import Home, Point, RotaSlot, Visit, VisitSettings

QUARTERS = 4
Counted = Counter[tuple[int, int]]  # of (home, quarter from 0)


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


def lines_of(found: InYear, times: VisitSettings, today: date) -> list[Line]:
    """Every home that was open in the year, by alias. One query."""
    year = found.period
    made = Counter((one.home, one.quarter) for one in found.visits)
    homes = listed().filter(Q(closed_on__isnull=True) | Q(closed_on__gte=year.starts_on), opened_on__lte=year.ends_on)
    quarters = found.quarters
    return [line_of(home, quarters, made, home.last_on, times, today) for home in homes]  # type: ignore[attr-defined]


def line_of(
    home: Home, quarters: Iterable[Period], made: Counted, last_on: date | None, times: VisitSettings, today: date
) -> Line:
    cells, share = [], 0
    for number, quarter in enumerate(quarters):
        before, share = share, share + share_of(home, quarter, times, today)
        cells.append(Cell(made[home.pk, number], share // QUARTERS - before // QUARTERS))
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


def times_of(found: InYear, limit: int) -> Times:
    """How long reports and answers took, for visits of one year; nothing about who was slow. One query.

    A report is in time within `limit` working days of the visit.
    """
    closed = closed_days()
    reports = [working_days.between(one.visited_on, one.sent_on, closed) for one in found.visits]
    answered = list(answers_of(found))
    return Times(
        to_report=median(reports) if reports else None,
        to_answer=median(working_days.between(one.sent_on, last, closed) for one, last in answered)
        if answered
        else None,
        reported=len(reports),
        reported_in_time=sum(days <= limit for days in reports),
        answered=len(answered),
        answered_in_time=sum(one.answer_by is None or last <= one.answer_by for one, last in answered),
    )


def answers_of(found: InYear) -> Iterator[tuple[Made, date]]:
    """Visits of which each point is answered, and the day of the last answer."""
    days: dict[int, list[date | None]] = defaultdict(list)
    for point in found.points:
        days[point.visit].append(point.answered_on)
    for one in found.visits:
        answered = [day for day in days[one.pk] if day]
        if answered and len(answered) == len(days[one.pk]):
            yield one, max(answered)


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
    # Counted by the key that the index holds: the rows themselves are not read.
    return dict(found.order_by().values_list("severity").annotate(Count("visit")))


def by_theme(found: InYear) -> dict[str, list[int]]:
    """Points raised in each quarter of the year, by theme; not those of a report that was returned."""
    quarters = {one.pk: one.quarter for one in found.visits if one.status == Visit.Status.SUBMITTED}
    counted: dict[str, list[int]] = defaultdict(lambda: [0] * QUARTERS)
    for point in found.points:
        if point.visit in quarters:
            counted[point.theme][quarters[point.visit]] += 1
    return dict(counted)


def by_visitor(found: InYear) -> list[tuple[str, int]]:
    """Visits somebody led or seconded in the year: (name, number), the most first."""
    made = Counter(name for one in found.visits for name in (one.lead, one.second) if name)
    return sorted(made.items(), key=lambda one: (-one[1], one[0]))
