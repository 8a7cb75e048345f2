"""Visits that somebody may see: the only door to reports."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from corpparent.remembered import as_recorded
from members.standing import Standing
from visits.facts.posts import posts_held_by
from visits.models import Point, Visit
from visits.rules import visits as rules


def visible_to(who: Standing) -> QuerySet[Visit]:
    """Sent reports that `who` may see, and drafts of their own.

    A draft is its author's alone; a home's manager and responsible individual see the reports of their home.
    """
    if not who.is_member or who.on is None:
        return Visit.objects.none()
    own_draft = Q(status=Visit.Status.DRAFT, lead=who.person_id)
    sent = ~Q(status=Visit.Status.DRAFT)
    if rules.sees_all_reports(who):
        return Visit.objects.filter(own_draft | sent)
    theirs = Q(lead=who.person_id) | Q(second=who.person_id) | Q(shadow=who.person_id)
    if who.has(*rules.ANSWERS):
        theirs |= Q(Exists(posts_held_by(who.person_id, who.on).filter(home=OuterRef("home"))))
    return Visit.objects.filter(own_draft | sent & theirs)


class Listed(NamedTuple):
    """A visit as a row of a list needs it; `home`, `lead` and `second` (None where nobody went along) are names."""

    public_id: UUID
    status: str
    step: str
    visited_on: date | None
    answer_by: date | None
    home: str
    lead: str
    second: str | None
    points: int
    answered: int


COLUMNS = [*Listed._fields[:5], "home__alias", "lead__name", "second__name", "points_count", "answered_count"]


def listed(who: Standing) -> QuerySet[Visit]:
    """For lists: with how many points there are and are answered; drafts first, then the newest."""
    points = Point.objects.filter(visit=OuterRef("pk")).order_by().values("visit")
    return (
        visible_to(who)
        .annotate(
            points_count=Coalesce(Subquery(points.annotate(number=Count("pk")).values("number")), 0),
            answered_count=Coalesce(Subquery(points.annotate(number=Count("response")).values("number")), 0),
        )
        .order_by(F("submitted_at").desc(nulls_first=True), "-pk")
    )


def as_rows(found: QuerySet[Visit]) -> QuerySet:
    """`found` of `listed` with no more than a row shows, for `rows_of`."""
    return found.values_list(*COLUMNS)


def rows_of(found: Iterable[tuple]) -> list[Listed]:
    """What `as_rows` found, or a page of it. One query."""
    return [Listed(*values) for values in found]


def number_of(found: QuerySet[Visit], asked: str | None, who: Standing) -> int:
    """How many of `listed` fit the choice `asked` of `who`; None is not remembered.

    One query, and one for the head of the record: that alone where nothing was done since they were counted for `who`.
    """

    def count() -> dict[str, int]:
        return {"number": found.count()}

    told = count() if asked is None else as_recorded(f"visits: {who.person_id}: {asked}", count)
    return told["number"]
