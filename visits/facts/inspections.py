"""Inspections that a reader may know of, the grade of a home, and whom a changed grade concerns."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from django.db.models import Q, QuerySet

from members.models import Person
from members.roles import DCS, LEAD_MEMBER
from visits.facts.posts import posts_on
from visits.models import Home, Inspection, RotaSlot, Turn
from visits.schemes import Grade, find

# A grade that was published longer ago than this is no news, however late it is written down.
NEWS = timedelta(days=90)


def published(on: date) -> QuerySet[Inspection]:
    """What everybody who sees homes may know of on `on`."""
    return Inspection.objects.filter(published_on__lte=on)


def grade_of(inspection: Inspection) -> Grade | None:
    """The grade that speaks for it; None where none was given."""
    scheme = find(inspection.scheme)
    return scheme.grade(inspection.grades.get(scheme.first.slug, "")) if scheme else None


def latest_grades(homes: Iterable[int], on: date) -> dict[int, Inspection]:
    """The last published inspection with a grade, by home. One query."""
    found: dict[int, Inspection] = {}
    for inspection in published(on).filter(home__in=list(homes)).order_by("inspected_on", "pk"):
        if grade_of(inspection):
            found[inspection.home_id] = inspection
    return found


def changed_grades(on: date) -> list[Inspection]:
    """Published lately, nobody told yet, and another grade than the one before. Two queries at most."""
    new = set(published(on).filter(told_at=None, published_on__gt=on - NEWS).values_list("pk", "home"))
    if not new:
        return []
    wanted, homes = {pk for pk, _ in new}, {home for _, home in new}
    rows = published(on).filter(home__in=homes).select_related("home").order_by("home", "inspected_on", "pk")
    graded = [one for one in rows if grade_of(one)]
    return [now for before, now in pairwise(graded) if now.pk in wanted and is_another(before, now)]


def is_another(before: Inspection, now: Inspection) -> bool:
    return before.home_id == now.home_id and grade_of(before) != grade_of(now)


def concerned(home: Home, on: date) -> list[UUID]:
    """Public ids of whoever is to visit `home`, answers for it, or leads. One query."""
    running = [RotaSlot.Status.OPEN, RotaSlot.Status.TAKEN]
    to_visit = Turn.objects.filter(slot__home=home, slot__status__in=running, status=Turn.Status.TAKEN)
    posts = posts_on(on).filter(home=home)
    leads = Q(appointments__role__slug__in=(LEAD_MEMBER, DCS), appointments__starts_on__lte=on) & (
        Q(appointments__ends_on__isnull=True) | Q(appointments__ends_on__gte=on)
    )
    wanted = Q(pk__in=to_visit.values("person")) | Q(appointments__home_posts__in=posts) | leads
    return list(
        Person.objects.filter(wanted, is_active=True).distinct().order_by("pk").values_list("public_id", flat=True)
    )
