"""What the council wants figures to be."""

import uuid
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.periods import Period
from members.models import Person
from reports.indicators import rules
from reports.indicators.events import TARGET_REMOVED, TARGET_SET
from reports.indicators.models import Indicator, Target
from reports.indicators.services.asking import ask_for_commentary


@transaction.atomic
def set_target(
    *,
    indicator: Indicator,
    period: Period,
    value: Decimal,
    tolerance: Decimal,
    answerable: Person,
    by: Person,
    at: datetime,
) -> Target:
    """Set the target of `indicator` for `period`, in its unit. What was set before stays, no longer current.

    The same again changes nothing. Raises NotAllowed.
    """
    rules.check_can_set_targets(by.standing_on(localdate(at)))
    Indicator.objects.select_for_update().get(pk=indicator.pk)  # two officers at once: the second supersedes
    before = Target.objects.filter(indicator=indicator, period=period.code, is_current=True).first()
    if before and (before.value, before.tolerance, before.answerable_id) == (value, tolerance, answerable.pk):
        return before
    Target.objects.filter(indicator=indicator, period=period.code, is_current=True).update(is_current=False)
    target = Target.objects.create(
        indicator=indicator,
        period=period.code,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        value=value,
        tolerance=tolerance,
        answerable=answerable,
        set_by=by,
        set_at=at,
    )
    details = {"indicator": indicator.code, "period": period.code, "value": str(value), "tolerance": str(tolerance)}
    Event.record(TARGET_SET, about=target.reference, by=by, at=at, details=details)
    ask_for_commentary(codes=[indicator.code], at=at)
    return target


@transaction.atomic
def remove_target(*, target: Target, by: Person, at: datetime) -> None:
    """Take a target back: its figures have no colour then. Doing it twice does it once. Raises NotAllowed."""
    rules.check_can_set_targets(by.standing_on(localdate(at)))
    Indicator.objects.select_for_update().get(pk=target.indicator_id)
    if Target.objects.filter(pk=target.pk, is_current=True).update(is_current=False):
        Event.record(TARGET_REMOVED, about=target.reference, by=by, at=at)
        ask_for_commentary(codes=[target.indicator.code], at=at)


def hand_over_target(*, target: Target, successor: Person, by: Person | None, at: datetime) -> None:
    """The same target, for which `successor` answers; what was so before stays, no longer current.

    Part of a handover (members.services.hand_over): in its transaction, and its event is the event of this.
    """
    # All of theirs before the first event: whoever sets a target locks its figure and then the record.
    theirs = Target.objects.filter(answerable=target.answerable_id, is_current=True).values("indicator")
    list(Indicator.objects.select_for_update().filter(pk__in=theirs).order_by("pk").values_list("pk"))
    if not Target.objects.filter(pk=target.pk, is_current=True).update(is_current=False):
        return
    target.pk, target.public_id = None, uuid.uuid4()
    target.answerable, target.set_by, target.set_at = successor, by or target.set_by, at
    target.is_current, target._state.adding = True, True
    target.save()
    ask_for_commentary(codes=[target.indicator.code], at=at)
