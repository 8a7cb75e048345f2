"""What a quarter's visits were, as rows: read once, then counted for each edition of its summary."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch, Q

from corpparent.periods import Period
from visits.facts.days import closed_days
from visits.models import Home, Point, RotaSlot, Visit, VisitSettings

Status = RotaSlot.Status

# Why a visit that was wanted in the quarter is not among those it counts; else a RotaSlot.Because.
AMENDED, LATER, WAITING = "amended", "made-later", "waiting"


class Left(NamedTuple):
    """A visit that was wanted and is not counted as made: why not, at which home (its id)."""

    slug: str
    home: int
    is_locked: bool  # a worry was passed on, so nothing of it is used in public


@dataclass(frozen=True)
class Found:
    """A visit counts in the quarter in which it was made, once its report is sent.

    A report that is being amended does not count until it is sent again: its words are on their way.
    """

    period: Period
    homes: list[Home]
    visits: list[Visit]
    left: list[Left]
    report_days: int
    closed: frozenset[date]

    @property
    def points(self) -> list[Point]:
        return [point for visit in self.visits for point in visit.points.all()]

    @property
    def is_empty(self) -> bool:
        return not (self.visits or self.left)

    def for_everybody(self) -> "Found":
        """Without any visit on which a worry was passed on. Source: DOMAIN section 4, M."""
        return replace(
            self,
            visits=[visit for visit in self.visits if not visit.is_exempt_for_ever],
            left=[left for left in self.left if not left.is_locked],
        )


def found_in(period: Period) -> Found:
    """Everything about the visits of a quarter. Six queries, whatever the rows."""
    made = Visit.objects.sent().filter(visited_on__range=(period.starts_on, period.ends_on))
    points = Prefetch("points", Point.objects.select_related("response").order_by("number"))
    visits = list(made.select_related("home").prefetch_related(points).order_by("visited_on", "pk"))
    left = [*amended(visits), *left_of_rota(period)]
    return Found(
        period=period,
        homes=homes_of(period, {one.home for one in left} | {visit.home_id for visit in visits}),
        visits=[visit for visit in visits if visit.status == Visit.Status.SUBMITTED],
        left=left,
        report_days=VisitSettings.current().report_days,
        closed=closed_days(),
    )


def amended(visits: list[Visit]) -> Iterator[Left]:
    for visit in visits:
        if visit.status == Visit.Status.RETURNED:
            yield Left(AMENDED, visit.home_id, visit.is_exempt_for_ever)


def left_of_rota(period: Period) -> Iterator[Left]:
    """Visits due in the quarter that were not made in it; one that was made before it counts where it was made."""
    due = RotaSlot.objects.filter(due_on__range=(period.starts_on, period.ends_on)).exclude(status=Status.CANCELLED)
    for slot in due.select_related("visit").order_by("due_on", "pk"):
        visit: Visit | None = getattr(slot, "visit", None)
        if slug := why_left(slot, visit, period):
            yield Left(slug, slot.home_id, bool(visit and visit.is_exempt_for_ever))


def why_left(slot: RotaSlot, visit: Visit | None, period: Period) -> str:
    """ "" for a visit that counts as made, in this quarter or before."""
    if slot.status == Status.NOT_MADE:
        return slot.not_made_because
    if slot.status != Status.VISITED or visit is None or visit.visited_on is None:
        return WAITING
    return LATER if visit.visited_on > period.ends_on else ""


def homes_of(period: Period, named: set[int]) -> list[Home]:
    """Homes that were open on some day of the quarter, and those of visits in it, by alias."""
    was_open = Q(closed_on__isnull=True) | Q(closed_on__gte=period.starts_on)
    return list(Home.objects.filter(was_open & Q(opened_on__lte=period.ends_on) | Q(pk__in=named)))
