"""A pledge on its way: written, consulted on, endorsed, signed, published, reviewed, retired, renewed."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import Stale, check_version
from members.models import Body, Person
from pledges.events import (
    PLEDGE_ADDED,
    PLEDGE_CHANGED,
    PLEDGE_CONSULTED,
    PLEDGE_ENDORSED,
    PLEDGE_PUBLISHED,
    PLEDGE_RENEWED,
    PLEDGE_RETIRED,
    PLEDGE_REVIEWED,
    PLEDGE_SIGNED,
)
from pledges.facts import pledges as facts
from pledges.models import Measure, Pledge, Promise, Signature
from pledges.rules import pledges as rules

Status = Pledge.Status
COPIED = (
    "number",
    "wording",
    "formal_wording",
    "theme",
    "principle",
    "owner_role",
    "partner",
    "linked_strategies",
    "expected_outcome",
    "easy_words",
    "easy_more",
    "symbol",
    "names_explained",
)
COPIED_MEASURE = ("kind", "indicator_code", "question", "target", "better", "names_explained")


@transaction.atomic
def add_pledge(*, by: Person | None, at: datetime, **fields: object) -> Pledge:
    """Begin a draft. Raises NotAllowed, ValidationError by field."""
    check_writer(by, at)
    pledge = Pledge(**fields)
    _check(pledge)
    pledge.save()
    Event.record(PLEDGE_ADDED, about=pledge.reference, by=by, at=at, details={"group": pledge.group})
    return pledge


@transaction.atomic
def change_pledge(*, pledge: Pledge, version: int, by: Person | None, at: datetime, **fields: object) -> Pledge:
    """Change the named fields; the same again changes nothing. Raises NotAllowed, Stale, ValidationError by field."""
    check_writer(by, at)
    pledge = locked(pledge)
    check_version(pledge, version)
    changed = sorted(name for name, value in fields.items() if getattr(pledge, name) != value)
    if not changed:
        return pledge
    rules.check_words_can_change(pledge)
    for name in changed:
        setattr(pledge, name, fields[name])
    _check(pledge)
    _save(pledge)
    details = {"fields": [name.replace("_", "-") for name in changed]}
    Event.record(PLEDGE_CHANGED, about=pledge.reference, by=by, at=at, details=details)
    return pledge


@transaction.atomic
def consult(*, pledge: Pledge, consulted_on: date, by: Person | None, at: datetime) -> Pledge:
    """Write down when young people were asked about it. Raises NotAllowed, ValidationError by field."""
    check_writer(by, at)
    pledge = locked(pledge)
    rules.check_can_move(pledge, Status.CONSULTED)
    rules.check_consultation(pledge, consulted_on, pledge.promises.count(), localdate(at))
    pledge.status, pledge.consulted_on = Status.CONSULTED, consulted_on
    _save(pledge)
    Event.record(PLEDGE_CONSULTED, about=pledge.reference, by=by, at=at, details={"on": consulted_on.isoformat()})
    return pledge


@transaction.atomic
def endorse(*, pledge: Pledge, body: Body, endorsed_on: date, by: Person | None, at: datetime) -> Pledge:
    """Write down which body agreed to it. Raises NotAllowed, ValidationError by field."""
    check_keeper(by, at)
    pledge = locked(pledge)
    rules.check_can_move(pledge, Status.ENDORSED)
    rules.check_endorsement(pledge, body, endorsed_on, localdate(at))
    pledge.status, pledge.endorsed_by, pledge.endorsed_on = Status.ENDORSED, body, endorsed_on
    _save(pledge)
    details = {"body": str(body.public_id), "on": endorsed_on.isoformat()}
    Event.record(PLEDGE_ENDORSED, about=pledge.reference, by=by, at=at, details=details)
    return pledge


@transaction.atomic
def sign_pledge(
    *,
    pledge: Pledge,
    signed_as: str,
    signed_on: date,
    person: Person | None,
    by: Person | None,
    at: datetime,
    names_explained: str = "",
) -> Signature:
    """Write down a signature; `person` is None where a group of young people signed. An office signs once.

    `names_explained`: why a name in `signed_as` may stand.
    Raises NotAllowed, ValidationError by field.
    """
    check_keeper(by, at)
    pledge = locked(pledge)
    rules.check_can_be_signed(pledge)
    rules.check_signature(pledge, signed_on, localdate(at))
    signature = pledge.signatures.filter(signed_as=signed_as).first()
    if signature:
        return signature
    signature = Signature(pledge=pledge, person=person, signed_as=signed_as, signed_on=signed_on)
    signature.names_explained = names_explained
    signature.full_clean()
    signature.save()
    details = {"person": str(person.public_id) if person else ""}
    Event.record(PLEDGE_SIGNED, about=pledge.reference, by=by, at=at, details=details)
    return signature


@transaction.atomic
def publish_pledge(*, pledge: Pledge, review_on: date, by: Person | None, at: datetime) -> Pledge:
    """Let it go live, or go on after a review; `review_on` is when it is looked at again.

    Raises NotAllowed, ValidationError by field.
    """
    # Whoever publishes another pledge of the group at this moment waits here.
    of_the_group = Pledge.objects.select_for_update().filter(group=pledge.group).order_by("pk")
    found = next((one for one in of_the_group if one.pk == pledge.pk), None)
    if found is None:  # somebody gave it to another group meanwhile
        raise Stale(pledge.version)
    pledge = found
    if by is not None:
        rules.check_can_publish(by.standing_on(localdate(at)))
        rules.check_another_person(has_written=facts.has_written(by.public_id, pledge))
    facts.check_can_go_live(pledge)
    rules.check_review_day(pledge, review_on, localdate(at))

    pledge.status, pledge.review_on = Status.LIVE, review_on
    pledge.published_at = pledge.published_at or at
    _save(pledge)

    Event.record(PLEDGE_PUBLISHED, about=pledge.reference, by=by, at=at, details={"review-on": review_on.isoformat()})
    return pledge


@transaction.atomic
def review_pledge(*, pledge: Pledge, by: Person | None, at: datetime) -> Pledge:
    """Say that it is being looked at again; it stays public. Raises NotAllowed."""
    check_keeper(by, at)
    pledge = locked(pledge)
    rules.check_can_move(pledge, Status.UNDER_REVIEW)
    pledge.status = Status.UNDER_REVIEW
    _save(pledge)
    Event.record(PLEDGE_REVIEWED, about=pledge.reference, by=by, at=at)
    return pledge


@transaction.atomic
def retire_pledge(*, pledge: Pledge, by: Person | None, at: datetime) -> Pledge:
    """End it: the public no longer sees it, and everything said of it stays. Twice is once. Raises NotAllowed."""
    check_keeper(by, at)
    pledge = locked(pledge)
    if pledge.status == Status.RETIRED:
        return pledge
    pledge.status, pledge.retired_at = Status.RETIRED, at
    _save(pledge)
    Event.record(PLEDGE_RETIRED, about=pledge.reference, by=by, at=at)
    return pledge


@transaction.atomic
def renew_pledge(*, pledge: Pledge, by: Person | None, at: datetime) -> Pledge:
    """The draft that comes after it: the same promises and measures, from the day after it ends, for as long.

    Days by which a promise was to be done and what partners committed to are not copied. Raises NotAllowed.
    """
    check_writer(by, at)
    pledge = locked(pledge)
    rules.check_can_be_renewed(pledge, has_after=Pledge.objects.filter(before=pledge).exists())
    starts_on, ends_on = facts.days_after(pledge)
    after = Pledge.objects.create(
        title=pledge.title,
        group=pledge.group,
        starts_on=starts_on,
        ends_on=ends_on,
        introduction=pledge.introduction,
        names_explained=pledge.names_explained,
        before=pledge,
    )
    _copy_promises(pledge, after)
    Event.record(PLEDGE_RENEWED, about=after.reference, by=by, at=at, details={"before": str(pledge.public_id)})
    return after


def check_writer(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` writes pledges on that day, or is the portal itself."""
    if by is not None:
        rules.check_can_write(by.standing_on(localdate(at)))


def check_keeper(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` keeps the council's papers on that day, or is the portal itself."""
    if by is not None:
        rules.check_can_keep(by.standing_on(localdate(at)))


def locked(pledge: Pledge) -> Pledge:
    """The pledge as it is now; whoever writes any of it waits for whoever is writing it."""
    return Pledge.objects.select_for_update().get(pk=pledge.pk)


def _check(pledge: Pledge) -> None:
    """Raise ValidationError by field."""
    pledge.clean_fields()
    rules.check_pledge(pledge)


def _save(pledge: Pledge) -> None:
    pledge.version += 1
    pledge.save()


def _copy_promises(pledge: Pledge, after: Pledge) -> None:
    """Four queries, however many promises."""
    olds = list(pledge.promises.order_by("number"))
    news = [Promise(pledge=after, **{name: getattr(old, name) for name in COPIED}) for old in olds]
    Promise.objects.bulk_create(news)
    by_old = dict(zip((old.pk for old in olds), news, strict=True))
    Measure.objects.bulk_create(
        Measure(promise=by_old[one.promise_id], **{name: getattr(one, name) for name in COPIED_MEASURE})
        for one in Measure.objects.filter(promise__in=olds, removed_at__isnull=True).order_by("pk")
    )
