"""Wiping what has had its time, how long that is, and what must not be touched."""

from datetime import datetime
from operator import attrgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from corpparent import jobs, retention
from corpparent.identifiers import validate_no_identifiers
from corpparent.jobs import JobLost, Running
from corpparent.models import Event, Job, LegalHold, RetentionPeriod
from corpparent.references import Reference
from corpparent.retention import Rule
from corpparent.versions import check_version
from members import rules
from members.events import HOLD_LIFTED, HOLD_PLACED, RETENTION_APPLIED, RETENTION_ASKED_FOR, RETENTION_SET
from members.models import Council, Person

APPLY = "apply-retention"
BATCH = 200  # rows a transaction


def check_keeper(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` is the administrator on that day, or the portal itself."""
    if by is not None:
        rules.check_can_wipe(by.standing_on(timezone.localdate(at)))


def lock() -> Council:
    """The council, its row locked: a hold that is placed and a batch that is wiped wait here for each other."""
    return Council.objects.select_for_update().filter(pk=1).first() or Council.current()


@transaction.atomic
def set_period(*, kind: str, months: int, version: int, by: Person | None, at: datetime) -> RetentionPeriod:
    """Say how long a kind is kept. The same again changes nothing. Raises NotAllowed, ValidationError, Stale.

    `version` is that of the row, or 0 where the council had not chosen yet.
    """
    check_keeper(by, at)
    rules.check_months(retention.RULES[kind], months)
    lock()
    period = RetentionPeriod.objects.filter(kind=kind).first()
    if period and period.months == months:
        return period
    period = period or RetentionPeriod(kind=kind, version=0)
    check_version(period, version)
    period.months = months
    period.version += 1
    period.save()
    Event.record(RETENTION_SET, about=period.reference, by=by, at=at, details={"kind": kind, "months": months})
    return period


@transaction.atomic
def place_hold(*, subject: Reference, reason: str, by: Person | None, at: datetime) -> LegalHold:
    """From now on nothing of `subject` is wiped. A second press finds the hold there.

    Raises NotAllowed, ValidationError.
    """
    check_keeper(by, at)
    lock()
    there = LegalHold.objects.filter(subject_id=subject.public_id, lifted_at__isnull=True).first()
    if there:
        return there
    hold = LegalHold(
        subject_kind=subject.kind,
        subject_id=subject.public_id,
        label=subject.label[:150],
        reason=reason,
        placed_by_id=by.public_id if by else None,
        placed_at=at,
    )
    check_reason("reason", hold.reason)
    hold.full_clean(exclude={"placed_by_id"}, validate_constraints=False)  # nobody, where the portal itself holds
    hold.save()
    Event.record(HOLD_PLACED, about=hold.reference, by=by, at=at, details={"held": str(subject.public_id)})
    return hold


def check_reason(field: str, reason: str) -> None:
    """Raise ValidationError at `field` for a reason that is about a child."""
    try:
        validate_no_identifiers(reason)
    except ValidationError as problem:
        raise ValidationError({field: problem.messages}) from problem


@transaction.atomic
def lift_hold(*, hold: LegalHold, because: str, by: Person | None, at: datetime) -> LegalHold:
    """What was held goes with the others again, when its time has come. Raises NotAllowed, ValidationError."""
    check_keeper(by, at)
    lock()
    hold = LegalHold.objects.get(pk=hold.pk)
    rules.check_can_lift(hold)
    rules.check_because(because)
    check_reason("because", because)
    hold.lifted_at, hold.lifted_because = at, because
    hold.save(update_fields=["lifted_at", "lifted_because"])
    Event.record(HOLD_LIFTED, about=hold.reference, by=by, at=at, details={"held": str(hold.subject_id)})
    return hold


@transaction.atomic
def ask_to_wipe(*, by: Person | None, at: datetime) -> Job:
    """Ask for everything to be wiped that is due at `at`; while that is under way, a second press joins it.

    Raises NotAllowed.
    """
    check_keeper(by, at)
    council = lock()
    under_way = Job.objects.open().filter(kind=APPLY, key=APPLY).first()
    if under_way:
        return under_way
    by_id = by.public_id if by else None
    job = jobs.ask(kind=APPLY, key=APPLY, subject=council.reference, by_id=by_id, at=at)
    Event.record(RETENTION_ASKED_FOR, about=council.reference, by=by, at=at)
    return job


def apply_retention(running: Running) -> None:
    """The job: rule by rule and batch by batch, what was due when it was asked for, and nothing that came since."""
    running.plan(*(rule.title for rule in retention.RULES.values()))
    months = retention.months_by_kind()
    total = 0
    for rule in retention.RULES.values():
        wiped, last = 0, None
        while pks := wipe_batch(running, rule, months[rule.kind], last):
            wiped, last = wiped + len(pks), pks[-1]
        running.step_done(rule.title, f"{wiped:,} wiped" if wiped else "")
        total += wiped
    with running.finish(said(total)):
        pass


def said(total: int) -> str:
    """How it ended, in a sentence."""
    if not total:
        return "Nothing was due."
    return "1 row was wiped." if total == 1 else f"{total:,} rows were wiped."


@transaction.atomic
def wipe_batch(running: Running, rule: Rule, months: int, last: object) -> list[object]:
    """Wipe up to BATCH due rows whose key comes after `last`, with one event; the keys. Raises JobLost."""
    council = lock()
    if not running.mine.exists():
        raise JobLost
    rows = retention.due(rule, months, running.job.asked_at)
    later = rows if last is None else rows.filter(pk__gt=last)
    by = Person.objects.filter(public_id=running.job.asked_by_id).first() if running.job.asked_by_id else None
    return _wipe_some(council, rule, later, by=by, at=timezone.now())


def _wipe_some(council: Council, rule: Rule, rows: QuerySet[Any], *, by: Person | None, at: datetime) -> list[object]:
    """Wipe the first BATCH of `rows`, with one event; their keys. The council is locked."""
    pks = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
    if pks:
        rule.wipe(rows.filter(pk__in=pks), at)
        details = {"kind": rule.kind, "rows": len(pks)}
        Event.record(RETENTION_APPLIED, about=council.reference, by=by, at=at, details=details)
    return pks


def sweep_retention(at: datetime) -> None:
    """Wipe what is due by the rules that wait for nobody's word; swept, so on the day it comes due.

    Two queries when nothing is; two at once wipe nothing twice.
    """
    months = retention.months_by_kind()
    for rule in filter(attrgetter("is_swept"), retention.RULES.values()):
        if retention.due(rule, months[rule.kind], at).exists():
            while _sweep_some(rule, months[rule.kind], at):
                pass


@transaction.atomic
def _sweep_some(rule: Rule, months: int, at: datetime) -> list[object]:
    return _wipe_some(lock(), rule, retention.due(rule, months, at), by=None, at=at)
