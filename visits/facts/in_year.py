"""The visits of one financial year and the points raised in them, read once for all that is said of the year."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import BigIntegerField, DateField, QuerySet
from django.db.models.functions import TruncDate

from corpparent.periods import Period
from corpparent.prepared import Later, Prepared
from visits.models import Point, Visit


class Made(NamedTuple):
    """A visit whose report was sent. `home` and `pk` are keys; `second` is None for one that somebody made alone."""

    pk: int
    home: int
    visited_on: date
    sent_on: date
    answer_by: date | None
    status: str
    lead: str
    second: str | None

    @property
    def quarter(self) -> int:
        """In which quarter of the financial year it was made, from 0."""
        return (self.visited_on.month - 4) % 12 // 3


class Raised(NamedTuple):
    """A point of such a visit; `answered_on` is None while the home has not answered."""

    visit: int
    theme: str
    answered_on: date | None


@dataclass(frozen=True)
class InYear:
    period: Period
    visits: list[Made]
    points: list[Raised]

    @property
    def quarters(self) -> list[Period]:
        """The four quarters of the year."""
        return [Period.parse(f"{self.period.code}-Q{number}") for number in range(1, 5)]


def sent_between() -> QuerySet:
    first, last = Later("first", DateField()), Later("last", DateField())
    found = Visit.objects.sent().filter(visited_on__gte=first, visited_on__lte=last).order_by()
    return found.values_list(
        "pk", "home", "visited_on", TruncDate("submitted_at"), "answer_by", "status", "lead__name", "second__name"
    )


def raised_between() -> QuerySet:
    first, last = Later("first", BigIntegerField()), Later("last", BigIntegerField())
    found = Point.objects.filter(visit__gte=first, visit__lte=last).order_by()
    return found.values_list("visit", "theme", TruncDate("response__answered_at"))


SENT, RAISED = Prepared(sent_between), Prepared(raised_between)


def in_year(period: Period) -> InYear:
    """Visits made in `period`, a financial year, and their points. Two queries."""
    visits = [Made(*row) for row in SENT.rows(first=period.starts_on, last=period.ends_on)]
    return InYear(period, visits, points_of([one.pk for one in visits]))


def points_of(visits: list[int]) -> list[Raised]:
    """Points of the visits with these keys. One query.

    Asked for from the first key to the last: those of a year lie together, so that the index finds them among those of
    ten years, and what lies between them of other years is left out here.
    """
    if not visits:
        return []
    wanted = set(visits)
    rows = RAISED.rows(first=min(visits), last=max(visits))
    return [Raised(*row) for row in rows if row[0] in wanted]
