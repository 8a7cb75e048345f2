"""What others found in a home: inspections, the independent person's visits, reviews of care."""

from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.timezone import localdate

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from visits.events import (
    CARE_REVIEW_CHANGED,
    CARE_REVIEW_RECORDED,
    INDEPENDENT_VISIT_CHANGED,
    INDEPENDENT_VISIT_RECORDED,
    INSPECTION_CHANGED,
    INSPECTION_RECORDED,
)
from visits.models import CareReview, Home, IndependentVisit, Inspection
from visits.rules import inspections as rules
from visits.services.homes import check_writer, locked

Found = TypeVar("Found", Inspection, IndependentVisit, CareReview)
PARTS: dict[type[models.Model], set[str]] = {
    Inspection: {"kind", "inspected_on", "published_on", "grades", "requirements"},
    IndependentVisit: {
        "visited_on",
        "organisation",
        "is_safeguarded",
        "is_good_for_them",
        "recommendations",
        "answered_on",
        "sent_on",
    },
    CareReview: {"ends_on", "sent_on"},
}
# No grades ({}) and an opinion that was not given (None) are blank to Django, and none the worse for it.
MAY_BE_NOTHING = ("grades", "is_safeguarded", "is_good_for_them")
AGAIN = {
    Inspection: ("inspected_on", "An inspection of this kind on this day is written down already. Change that one."),
    IndependentVisit: ("visited_on", "A visit in this month is written down already. Change that one."),
    CareReview: ("ends_on", "A review up to this day is written down already. Change that one."),
}


@transaction.atomic
def record_inspection(*, home: Home, by: Person | None, at: datetime, **fields: Any) -> Inspection:
    """Its grades are kept under the scheme that held on its day: {head: grade}. Exactly the same twice is once.

    Raises NotAllowed, ValidationError by field.
    """
    row, is_new = record(Inspection, home, by, at, fields)
    if is_new:
        Event.record(INSPECTION_RECORDED, about=row.reference, by=by, at=at, details={"kind": row.kind})
    return row


@transaction.atomic
def change_inspection(
    *, inspection: Inspection, version: int, by: Person | None, at: datetime, **fields: Any
) -> Inspection:
    """Say that it is published, or put right what was written. Raises NotAllowed, Stale, ValidationError by field."""
    row, changed = change(inspection, version, by, at, fields)
    if changed:
        Event.record(INSPECTION_CHANGED, about=row.reference, by=by, at=at, details={"changed": changed})
    return row


@transaction.atomic
def record_independent_visit(*, home: Home, by: Person | None, at: datetime, **fields: Any) -> IndependentVisit:
    """The month is that of the day. Exactly the same twice is once. Raises NotAllowed, ValidationError by field."""
    row, is_new = record(IndependentVisit, home, by, at, fields)
    if is_new:
        Event.record(INDEPENDENT_VISIT_RECORDED, about=row.reference, by=by, at=at)
    return row


@transaction.atomic
def change_independent_visit(
    *, visit: IndependentVisit, version: int, by: Person | None, at: datetime, **fields: Any
) -> IndependentVisit:
    """Raises NotAllowed, Stale, ValidationError by field."""
    row, changed = change(visit, version, by, at, fields)
    if changed:
        Event.record(INDEPENDENT_VISIT_CHANGED, about=row.reference, by=by, at=at, details={"changed": changed})
    return row


@transaction.atomic
def record_care_review(*, home: Home, by: Person | None, at: datetime, **fields: Any) -> CareReview:
    """Exactly the same twice is once. Raises NotAllowed, ValidationError by field."""
    row, is_new = record(CareReview, home, by, at, fields)
    if is_new:
        Event.record(CARE_REVIEW_RECORDED, about=row.reference, by=by, at=at)
    return row


@transaction.atomic
def change_care_review(
    *, review: CareReview, version: int, by: Person | None, at: datetime, **fields: Any
) -> CareReview:
    """Raises NotAllowed, Stale, ValidationError by field."""
    row, changed = change(review, version, by, at, fields)
    if changed:
        Event.record(CARE_REVIEW_CHANGED, about=row.reference, by=by, at=at, details={"changed": changed})
    return row


def record(
    model: type[Found], home: Home, by: Person | None, at: datetime, fields: dict[str, Any]
) -> tuple[Found, bool]:
    """The row, and whether it is new."""
    check_writer(by, at)
    row = model(home=locked(home), recorded_by=by, recorded_at=at)
    write(row, fields, at)
    if found := same_place(row):
        if all(getattr(found, name) == getattr(row, name) for name in PARTS[model]):
            return found, False
        field, words = AGAIN[model]
        raise ValidationError({field: words})
    row.save()
    return row, True


def change(
    row: Found, version: int, by: Person | None, at: datetime, fields: dict[str, Any]
) -> tuple[Found, list[str]]:
    """The row, and the names of what changed."""
    check_writer(by, at)
    locked(row.home)
    kept: Found = type(row).objects.select_for_update().get(pk=row.pk)
    check_version(kept, version)
    before = {name: getattr(kept, name) for name in fields}
    write(kept, fields, at)
    changed = sorted(name for name, value in before.items() if getattr(kept, name) != value)
    if changed:
        if same_place(kept):
            field, words = AGAIN[type(row)]
            raise ValidationError({field: words})
        kept.version += 1
        kept.save()
    return kept, changed


def write(row: Found, fields: dict[str, Any], at: datetime) -> None:
    """Put `fields` into `row` and look at all of it. Raises ValidationError by field."""
    if others := set(fields) - PARTS[type(row)]:
        raise TypeError(f"This is not written with {', '.join(sorted(others))}.")
    for name, value in fields.items():
        setattr(row, name, value)
    today = localdate(at)
    if isinstance(row, Inspection):
        row.scheme = rules.scheme_of_home(row.home, row.inspected_on).slug
        rules.check_inspection(row, today)
    elif isinstance(row, IndependentVisit):
        row.month = row.visited_on.replace(day=1)
        rules.check_independent_visit(row, today)
        check_words("organisation", row.organisation)
    else:
        rules.check_care_review(row, today)
    row.full_clean(exclude=["home", "recorded_by", *MAY_BE_NOTHING], validate_unique=False, validate_constraints=False)


def check_words(field: str, words: str) -> None:
    try:
        validate_no_identifiers(words)
    except ValidationError as problem:
        raise ValidationError({field: problem}) from problem


def same_place(row: Found) -> Found | None:
    """Another row where only one may stand."""
    if isinstance(row, Inspection):
        where: dict[str, Any] = {"kind": row.kind, "inspected_on": row.inspected_on}
    elif isinstance(row, IndependentVisit):
        where = {"month": row.month}
    else:
        where = {"ends_on": row.ends_on}
    return type(row).objects.filter(home=row.home_id, **where).exclude(pk=row.pk).first()
