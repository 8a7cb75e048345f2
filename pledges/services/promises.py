"""The promises of a pledge, how they are measured, and what partners commit to beside them."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import check_version
from members.models import Person
from pledges.events import (
    COMMITMENT_ADDED,
    COMMITMENT_ENDED,
    MEASURE_ADDED,
    MEASURE_REMOVED,
    PROMISE_ADDED,
    PROMISE_CHANGED,
    PROMISE_REMOVED,
)
from pledges.models import Commitment, Measure, Pledge, Promise
from pledges.rules import pledges as pledge_rules
from pledges.rules import promises as rules
from pledges.services.pledges import check_writer, locked
from reports.indicators.models import Indicator

OUT_OF_THE_WAY = 1_000  # more than a pledge has promises
IN_USE = "Something belongs to this promise already, such as a voice, an action or a drawing. Change its words instead."


@transaction.atomic
def add_promise(*, pledge: Pledge, by: Person | None, at: datetime, **fields: object) -> Promise:
    """Add a promise as the last one. Raises NotAllowed, ValidationError by field."""
    check_writer(by, at)
    pledge = locked(pledge)
    pledge_rules.check_words_can_change(pledge)
    promises = pledge.promises.count() + 1
    rules.check_number_of_promises(promises)
    promise = Promise(pledge=pledge, **fields | {"number": promises})
    promise.clean_fields()
    rules.check_promise(promise, pledge, promises)
    promise.save()
    Event.record(PROMISE_ADDED, about=promise.reference, by=by, at=at, details={"pledge": str(pledge.public_id)})
    return promise


@transaction.atomic
def change_promise(*, promise: Promise, version: int, by: Person | None, at: datetime, **fields: object) -> Promise:
    """Change the named fields; another `number` moves it among the others. The same again changes nothing.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    check_writer(by, at)
    pledge = locked(promise.pledge)
    promise = Promise.objects.select_related("partner").get(pk=promise.pk)
    check_version(promise, version)
    changed = sorted(name for name, value in fields.items() if getattr(promise, name) != value)
    if not changed:
        return promise
    pledge_rules.check_is_not_retired(pledge)
    rules.check_fields(pledge, changed)
    for name in changed:
        setattr(promise, name, fields[name])
    promise.clean_fields()
    rules.check_promise(promise, pledge, pledge.promises.count())
    rules.check_keeps_owner(promise, pledge, changed)
    if "number" in changed:
        _move(pledge, promise)
    promise.version += 1
    promise.save()
    details = {"fields": [name.replace("_", "-") for name in changed]}
    Event.record(PROMISE_CHANGED, about=promise.reference, by=by, at=at, details=details)
    return promise


@transaction.atomic
def remove_promise(*, promise: Promise, by: Person | None, at: datetime) -> None:
    """Take it out of a draft; those after it move up. Raises NotAllowed."""
    check_writer(by, at)
    pledge = locked(promise.pledge)
    rules.check_can_be_removed(pledge)
    reference = promise.reference
    try:
        with transaction.atomic():
            Commitment.objects.filter(promise=promise).update(promise=None)
            Measure.objects.filter(promise=promise).delete()
            Promise.objects.get(pk=promise.pk).delete()
    except ProtectedError as used:
        raise NotAllowed(IN_USE) from used
    _number(pledge, list(pledge.promises.order_by("number").values_list("pk", flat=True)))
    Event.record(PROMISE_REMOVED, about=reference, by=by, at=at, details={"pledge": str(pledge.public_id)})


@transaction.atomic
def add_measure(*, promise: Promise, by: Person | None, at: datetime, **fields: object) -> Measure:
    """Say by what one sees whether it is kept. Raises NotAllowed, ValidationError by field."""
    check_writer(by, at)
    pledge_rules.check_is_not_retired(locked(promise.pledge))
    measure = Measure(promise=promise, **fields)
    measure.clean_fields()
    others = promise.measures.filter(removed_at__isnull=True).values_list("indicator_code", flat=True)
    indicators = Indicator.objects.current().filter(code=measure.indicator_code).values_list("code", flat=True)
    rules.check_measure(measure, indicators=list(indicators), others=list(others))
    measure.save()
    Event.record(MEASURE_ADDED, about=measure.reference, by=by, at=at, details={"kind": measure.kind})
    return measure


@transaction.atomic
def remove_measure(*, measure: Measure, by: Person | None, at: datetime) -> None:
    """Measure by it no longer; that it was measured so stays. Twice is once. Raises NotAllowed."""
    check_writer(by, at)
    pledge_rules.check_is_not_retired(locked(measure.promise.pledge))
    measure = Measure.objects.get(pk=measure.pk)
    if measure.removed_at:
        return
    measure.removed_at = at
    measure.save(update_fields=["removed_at"])
    Event.record(MEASURE_REMOVED, about=measure.reference, by=by, at=at)


@transaction.atomic
def add_commitment(*, pledge: Pledge, by: Person | None, at: datetime, **fields: object) -> Commitment:
    """Write down what a partner commits to. Raises NotAllowed, ValidationError by field."""
    check_writer(by, at)
    pledge = locked(pledge)
    pledge_rules.check_is_not_retired(pledge)
    commitment = Commitment(pledge=pledge, **fields)
    commitment.clean_fields()
    rules.check_commitment(commitment, pledge, localdate(at))
    commitment.save()
    details = {"partner": str(commitment.partner.public_id)}
    Event.record(COMMITMENT_ADDED, about=commitment.reference, by=by, at=at, details=details)
    return commitment


@transaction.atomic
def end_commitment(*, commitment: Commitment, by: Person | None, at: datetime) -> Commitment:
    """They commit to it no longer; what was said of it stays. Twice is once. Raises NotAllowed."""
    check_writer(by, at)
    pledge_rules.check_is_not_retired(locked(commitment.pledge))
    commitment = Commitment.objects.get(pk=commitment.pk)
    if commitment.ended_at:
        return commitment
    commitment.ended_at = at
    commitment.version += 1
    commitment.save(update_fields=["ended_at", "version"])
    Event.record(COMMITMENT_ENDED, about=commitment.reference, by=by, at=at)
    return commitment


def _move(pledge: Pledge, promise: Promise) -> None:
    """Put it in the place that `promise.number` says; the others keep their order."""
    order = list(pledge.promises.exclude(pk=promise.pk).order_by("number").values_list("pk", flat=True))
    order.insert(promise.number - 1, promise.pk)
    _number(pledge, order)


def _number(pledge: Pledge, order: list[int]) -> None:
    """Number promises 1, 2, 3 … in the order of these keys: out of the way first, since no number stands twice."""
    pledge.promises.update(number=F("number") + OUT_OF_THE_WAY)
    promises = [Promise(pk=key, number=number) for number, key in enumerate(order, start=1)]
    Promise.objects.bulk_update(promises, ["number"])
