"""Where everybody's checks stand, and which have had their time."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from members.models import Appointment, Check, Level, Person

SOON = timedelta(days=30)


class State(models.TextChoices):
    """Where somebody stands on a day: whether they may visit a children's home, and for how long yet."""

    NOT_CLEARED = "not-cleared", "Not cleared to visit"
    NONE = "none", "No check"
    RAN_OUT = "ran-out", "Ran out"
    RUNS_OUT = "runs-out", "Runs out soon"
    IN_FORCE = "in-force", "In force"


def people_with_state(day: date) -> QuerySet[Person]:
    """Everybody targeted or specialist on `day`, with `state` (a State) and `until` (last day, None without end).

    By the same rule as Standing.is_cleared: one satisfactory enhanced check in force, and none that refuses.
    """
    checks = Check.objects.filter(person=OuterRef("pk"))
    clearing = checks.clearing(day).order_by(F("ends_on").desc(nulls_first=True))
    kinds = [Check.Kind.ENHANCED, Check.Kind.ENHANCED_BARRED]
    held = Appointment.objects.current(day).filter(person=OuterRef("pk"), level__gte=Level.TARGETED)
    found = Person.objects.filter(Exists(held), is_active=True).annotate(
        is_refused=Exists(checks.in_force(day).filter(outcome=Check.Outcome.NOT_CLEARED)),
        is_cleared=Exists(clearing),
        had_one=Exists(checks.filter(kind__in=kinds, outcome=Check.Outcome.SATISFACTORY, is_current=True)),
        until=Subquery(clearing.values("ends_on")[:1]),
    )
    return found.annotate(
        state=Case(
            When(is_refused=True, then=Value(State.NOT_CLEARED)),
            When(Q(is_cleared=True, until__lte=day + SOON), then=Value(State.RUNS_OUT)),
            When(is_cleared=True, then=Value(State.IN_FORCE)),
            When(had_one=True, then=Value(State.RAN_OUT)),
            default=Value(State.NONE),
            output_field=models.CharField(),
        )
    ).order_by("name", "pk")


def running_out(day: date) -> QuerySet[Check]:
    """Satisfactory checks in force on `day` that end within 30 days, of people with an appointment on it."""
    held = Appointment.objects.current(day).filter(person=OuterRef("person"))
    found = Check.objects.in_force(day).filter(Exists(held), person__is_active=True, ends_on__lte=day + SOON)
    return found.filter(outcome=Check.Outcome.SATISFACTORY).select_related("person").order_by("ends_on", "pk")


def checks_to_wipe(before: date) -> QuerySet[Check]:
    """Checks with detail whose person's last appointment ended before `before`, and recorded before it too.

    Somebody who was checked and never appointed counts from the day of the record.
    """
    later = Appointment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=before), person=OuterRef("person"))
    found = Check.objects.filter(~Exists(later), wiped_at__isnull=True, recorded_at__date__lt=before)
    return found.select_related("person").order_by("pk")
