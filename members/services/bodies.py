"""Bodies and their terms of reference."""

from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members import rules
from members.events import BODY_ADDED, BODY_CHANGED, BODY_CLOSED, BODY_OPENED, TERMS_ADOPTED
from members.models import Appointment, Body, Council, Person, TermsOfReference

ADDRESSES = {"new"}  # paths beside those of bodies


@transaction.atomic
def add_body(*, by: Person | None, at: datetime, **fields: object) -> Body:
    """Add a body; its slug is made from its name and stays. Raises NotAllowed, ValidationError by field."""
    check_keeper(by, at)
    _lock_all()
    body = Body(**fields)
    body.slug = _free_slug(body.name)
    _check(body)
    body.save()
    details = {"kind": body.kind, "regime": body.regime}
    Event.record(BODY_ADDED, about=body.reference, by=by, at=at, details=details)
    return body


@transaction.atomic
def change_body(*, body: Body, version: int, by: Person | None, at: datetime, **fields: object) -> Body:
    """Change the named fields; the same again changes nothing. Raises NotAllowed, Stale, ValidationError by field."""
    check_keeper(by, at)
    _lock_all()
    body = Body.objects.select_for_update().get(pk=body.pk)
    check_version(body, version)
    changed = sorted(name for name, value in fields.items() if getattr(body, name) != value)
    if not changed:
        return body
    for name in changed:
        setattr(body, name, fields[name])
    body.version += 1
    _check(body)
    body.save()
    details = {"fields": [name.replace("_", "-") for name in changed]}
    Event.record(BODY_CHANGED, about=body.reference, by=by, at=at, details=details)
    return body


@transaction.atomic
def close_body(*, body: Body, ends_on: date, by: Person | None, at: datetime) -> Body:
    """End it with `ends_on` as its last day. Doing it twice does it once. Raises NotAllowed, ValidationError."""
    check_keeper(by, at)
    body = Body.objects.select_for_update().get(pk=body.pk)
    if body.ends_on == ends_on:
        return body
    staying = Appointment.objects.filter(body=body).exclude(ends_on__lte=ends_on).count()
    rules.check_closing(body, ends_on, localdate(at), staying)
    body.ends_on = ends_on
    body.version += 1
    body.save(update_fields=["ends_on", "version"])
    Event.record(BODY_CLOSED, about=body.reference, by=by, at=at, details={"ends_on": ends_on.isoformat()})
    return body


@transaction.atomic
def open_body(*, body: Body, by: Person | None, at: datetime) -> Body:
    """Take its last day back: it goes on. Doing it twice does it once. Raises NotAllowed."""
    check_keeper(by, at)
    _lock_all()
    body = Body.objects.select_for_update().get(pk=body.pk)
    if body.ends_on is None:
        return body
    rules.check_opening(body, leads_already=_leading_beside(body))
    body.ends_on = None
    body.version += 1
    body.save(update_fields=["ends_on", "version"])
    Event.record(BODY_OPENED, about=body.reference, by=by, at=at)
    return body


@transaction.atomic
def adopt_terms(
    *, body: Body, text: str, adopted_on: date, adopted_by: str, review_on: date, by: Person | None, at: datetime
) -> TermsOfReference:
    """Write what was adopted as the next version; those before stay as they are. The same again is the one before.

    Raises NotAllowed, ValidationError by field.
    """
    check_keeper(by, at)
    body = Body.objects.select_for_update().get(pk=body.pk)
    last = body.terms.order_by("-number").first()  # type: ignore[attr-defined]
    if last and (last.text, last.adopted_on, last.review_on) == (text, adopted_on, review_on):
        return last
    rules.check_terms(body, adopted_on, review_on, localdate(at), last.adopted_on if last else None)
    terms = TermsOfReference(
        body=body,
        number=last.number + 1 if last else 1,
        text=text,
        adopted_on=adopted_on,
        adopted_by=adopted_by,
        review_on=review_on,
        entered_by=by,
        entered_at=at,
    )
    terms.full_clean(exclude={"entered_by"})  # nobody, where the portal itself writes them
    terms.save()
    Event.record(TERMS_ADOPTED, about=terms.reference, by=by, at=at, details={"number": terms.number})
    return terms


def check_keeper(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` keeps bodies on that day, or is the portal itself."""
    if by is not None:
        rules.check_can_keep_bodies(by.standing_on(localdate(at)))


def _lock_all() -> None:
    """What one body may be depends on the others, so whoever writes one waits for whoever is writing another."""
    Council.objects.select_for_update().filter(pk=1).first()


def _check(body: Body) -> None:
    """Raise ValidationError by field: each by itself, then among the others."""
    body.full_clean(validate_constraints=False)
    leads_already = _leading_beside(body) if body.ends_on is None else ""
    rules.check_body(body, leads_already=leads_already, reports_up_to=_upwards(body))


def _leading_beside(body: Body) -> str:
    """The name of another body, not closed, that leads on corporate parenting; "" for none."""
    others = Body.objects.filter(is_corporate_parenting=True, ends_on__isnull=True).exclude(pk=body.pk)
    return others.values_list("name", flat=True).first() or ""


def _upwards(body: Body) -> list[int]:
    """Keys of the body it reports to, of the one that reports to, and so on. One query."""
    above = dict(Body.objects.values_list("pk", "reports_to"))
    found: list[int] = []
    step = body.reports_to_id
    while step is not None and step not in found:
        found.append(step)
        step = above.get(step)
    return found


def _free_slug(name: str) -> str:
    """`name` as an address, with a number behind it where that is taken."""
    stem = slugify(name)[:70].strip("-") or "body"
    taken = ADDRESSES | set(Body.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)
