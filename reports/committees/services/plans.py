"""The register of plans and analyses of needs: recorded, renewed, ended, and their keepers reminded (SP3, SP4)."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import check_version
from members.models import Person
from pledges.services.once import wait_for
from reports.committees.events import (
    NEEDS_ANALYSIS_RECORDED,
    PLAN_ADDED,
    PLAN_CORRECTED,
    PLAN_ENDED,
    PLAN_RECORDED,
    PLAN_REMINDED,
    PLAN_RENEWED,
)
from reports.committees.facts import plans as facts
from reports.committees.models import Plan
from reports.committees.rules import plans as rules
from reports.committees.services.agendas import identifiers_in

MOST = 50  # of a sweep: the next is half a minute later


@transaction.atomic
def record_plan(*, by: Person | None, at: datetime, **fields: object) -> Plan:
    """Put a plan or an analysis of needs on the register. The same twice is recorded once.

    `fields` are those of Plan. Raises NotAllowed, ValidationError by field.
    """
    today = localdate(at)
    wait_for(by)
    if by:
        rules.check_can_record(by.standing_on(today))
    check(fields, today)
    if same := Plan.objects.filter(recorded_by=by, ended_on=None, **fields).first():
        return same
    plan = Plan.objects.create(recorded_by=by, recorded_at=at, **fields)
    Event.record(PLAN_ADDED, about=plan.reference, by=by, at=at, details={"kind": plan.kind})
    count(plan, by, at)
    return plan


@transaction.atomic
def renew_plan(*, plan: Plan, version: int, by: Person, at: datetime, **fields: object) -> Plan:
    """Record anew what it says, when it was agreed and when it is due.

    Only a plan that was agreed anew counts for SP3 and SP4: what else is changed is a correction.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    today = localdate(at)
    plan = held(plan)
    rules.check_can_renew(by.standing_on(today), plan)
    if all(getattr(plan, name) == value for name, value in fields.items()):
        return plan
    rules.check_is_in_force(plan)
    check_version(plan, version)
    check(fields, today)
    agreed_before, due_before = plan.agreed_on, plan.due_on
    for name, value in fields.items():
        setattr(plan, name, value)
    if plan.due_on != due_before:
        plan.reminded_at = None
    if plan.agreed_on <= agreed_before:
        keep(plan)
        Event.record(PLAN_CORRECTED, about=plan.reference, by=by, at=at, details={"kind": plan.kind})
        return plan
    plan.recorded_by, plan.recorded_at = by, at
    keep(plan)
    Event.record(PLAN_RENEWED, about=plan.reference, by=by, at=at, details={"kind": plan.kind})
    count(plan, by, at)
    return plan


@transaction.atomic
def end_plan(*, plan: Plan, version: int, by: Person, at: datetime) -> Plan:
    """It is no longer in force from today. Raises NotAllowed, Stale."""
    plan = held(plan)
    rules.check_can_renew(by.standing_on(localdate(at)), plan)
    if plan.ended_on:
        return plan
    check_version(plan, version)
    plan.ended_on = localdate(at)
    keep(plan)
    Event.record(PLAN_ENDED, about=plan.reference, by=by, at=at, details={"kind": plan.kind})
    return plan


def sweep_plans(at: datetime) -> int:
    """Remind the keeper of each plan that is due soon or late, once; returns how many."""
    return sum(remind(plan, at) for plan in facts.to_remind(localdate(at))[:MOST])


@transaction.atomic
def remind(plan: Plan, at: datetime) -> bool:
    """Whether it was done here: another sweep may have been first, or somebody renewed it."""
    plan = held(plan)
    if plan.reminded_at or plan.ended_on or plan.due_on > localdate(at) + rules.WARNED:
        return False
    plan.reminded_at = at
    plan.save(update_fields=["reminded_at"])
    path = reverse("committees:plan-detail", args=[plan.public_id])
    notices.tell(plan.owner.public_id, f"plan-due:{plan.public_id}:{plan.version}", path, at)
    Event.record(PLAN_REMINDED, about=plan.reference, by=None, at=at, details={"kind": plan.kind})
    return True


def count(plan: Plan, by: Person | None, at: datetime) -> None:
    """It counts for those whose duty it is, one event each; where both chairs are empty, for nobody."""
    details = {"kind": plan.kind}
    for person in facts.answering(localdate(at)):
        if plan.is_analysis:
            Event.record(
                NEEDS_ANALYSIS_RECORDED, about=plan.reference, by=by, counts_for=person, at=at, details=details
            )
        else:
            Event.record(PLAN_RECORDED, about=plan.reference, by=by, counts_for=person, at=at, details=details)


def check(fields: dict[str, object], today: date) -> None:
    """Raises ValidationError by field, NotAllowed where the keeper has no appointment."""
    texts = {name: str(fields.get(name, "")) for name in ("title", "partners", "reflects")}
    wrong = {**rules.wrong_in(fields, today), **dict(identifiers_in(texts))}
    if wrong:
        raise ValidationError(wrong)
    owner = fields["owner"]
    if isinstance(owner, Person) and not owner.standing_on(today).is_member:
        raise NotAllowed("Whoever keeps a plan has an appointment today.")


def held(plan: Plan) -> Plan:
    return Plan.objects.select_for_update().get(pk=plan.pk)


def keep(plan: Plan) -> None:
    plan.version += 1
    plan.save()
