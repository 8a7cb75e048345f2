"""How long each kind of row and file is kept: one table that the apps fill, and one question, what is due.

Every model of ours is covered by a rule, or kept for a reason that is written down; a gate finds the one nobody thought
of. What is under a legal hold is due by no rule. Wiping is a deed of somebody: the services of retention.
Only where the law leaves nobody a choice (`is_swept`) does the portal wipe by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Exists, Min, Q, QuerySet
from django.utils import timezone

from corpparent.models import LegalHold, RetentionPeriod
from corpparent.months import months_after

MOST_MONTHS = 1200


@dataclass(frozen=True)
class Rule:
    """One kind of row, and what becomes of it when its time is over.

    `find(before)` are the rows whose time, counted by the column `since`, ended before that moment; `wipe(rows, at)`
    gets some of them as a queryset, in a transaction. `held_by` are the lookups of public ids under which a legal hold
    is looked for. `months` is the default; the council may choose from `least` to `most`. What
    `is_swept` is wiped by the portal on the day it is due, unasked.
    """

    kind: str
    title: str
    basis: str
    months: int
    covers: tuple[str, ...]
    find: Callable[[datetime], QuerySet[Any]]
    since: str
    wipe: Callable[[QuerySet[Any], datetime], object]
    held_by: tuple[str, ...] = ()
    label: Callable[[Any], str] = str
    least: int = 1
    most: int = MOST_MONTHS
    is_swept: bool = False


@dataclass(frozen=True)
class Due:
    """How many rows of one rule are due, and the oldest day among them."""

    rule: Rule
    months: int
    rows: int
    oldest: date | datetime | None


@dataclass(frozen=True)
class Kept:
    """Models of which no rule wipes a row: `what` they are to the council, and the `reason` why, in a sentence."""

    what: str
    reason: str
    covers: tuple[str, ...]


RULES: dict[str, Rule] = {}
KEPT: list[Kept] = []


def register(rule: Rule) -> None:
    """Add a rule; called in AppConfig.ready."""
    RULES[rule.kind] = rule


def keep(what: str, reason: str, *models: str) -> None:
    """Say of models ("members.Role") that no rule wipes them, and why; called in AppConfig.ready."""
    KEPT.append(Kept(what, reason, models))


def months_by_kind() -> dict[str, int]:
    """{kind: months} as the council has it: its own choice, else the default. One query."""
    chosen = dict(RetentionPeriod.objects.values_list("kind", "months"))
    return {kind: chosen.get(kind, rule.months) for kind, rule in RULES.items()}


def ended_before(at: datetime, months: int) -> datetime:
    """The moment before which a row's time must have ended to be due at `at`: a midnight of the council's."""
    day = months_after(timezone.localdate(at), -months)
    return timezone.make_aware(datetime.combine(day, time.min))


def due(rule: Rule, months: int, at: datetime) -> QuerySet[Any]:
    """Rows of `rule` to wipe at `at`, when they are kept for `months`; nothing that is under a legal hold."""
    rows = rule.find(ended_before(at, months))
    held = LegalHold.objects.filter(lifted_at__isnull=True).values("subject_id")
    for lookup in rule.held_by:
        rows = rows.exclude(**{f"{lookup}__in": held})
    return rows


def preview(at: datetime) -> list[Due]:
    """What would go at `at`, a line for each rule in the order registered. One query a rule and one more."""
    months = months_by_kind()
    return [_line(rule, months[kind], at) for kind, rule in RULES.items()]


def _line(rule: Rule, months: int, at: datetime) -> Due:
    found = due(rule, months, at).order_by().aggregate(rows=Count("pk"), oldest=Min(rule.since))
    return Due(rule, months, found["rows"], found["oldest"])


def something_due(at: datetime) -> Q:
    """True in a filter of any model when something is due that waits for somebody's word. One EXISTS a rule."""
    months = months_by_kind()
    asked = [rule for rule in RULES.values() if not rule.is_swept]
    found = [Exists(due(rule, months[rule.kind], at).order_by()) for rule in asked]
    return Q(*found, _connector=Q.OR)
