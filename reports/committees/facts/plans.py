"""Plans and analyses of needs: what stands on the register, what is due, and what is missing from it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from members.models import Appointment, Person
from members.standing import Standing
from reports.committees.models import Plan
from reports.committees.rules.plans import ASKED_OF, USUAL, WARNED


def visible_to(who: Standing) -> QuerySet[Plan]:
    """Everything for corporate parents; for the public what is public. With who keeps it."""
    found = Plan.objects.select_related("owner")
    return found if who.is_member else found.filter(is_public=True)


def in_force(who: Standing) -> QuerySet[Plan]:
    return visible_to(who).filter(ended_on=None)


def missing(plans: Iterable[Plan]) -> list[Plan.Kind]:
    """Which of the usual kinds none of `plans` is."""
    there = {plan.kind for plan in plans}
    return [kind for kind in USUAL if kind not in there]


def due_of(person_id: int, on: date) -> QuerySet[Plan]:
    """What this person keeps and is to renew soon, or should have; the longest waiting first."""
    return Plan.objects.filter(owner=person_id, ended_on=None, due_on__lte=on + WARNED)


def to_remind(on: date) -> QuerySet[Plan]:
    return Plan.objects.filter(ended_on=None, reminded_at=None, due_on__lte=on + WARNED)


def answering(on: date) -> QuerySet[Person]:
    """Lead Member and Director on `on`: as many as there are; an empty chair is nobody. One query."""
    held = Appointment.objects.current(on).filter(role__slug__in=ASKED_OF).values("person")
    return Person.objects.filter(pk__in=held, is_active=True).order_by("pk")
