"""What fits together of an inspection, an independent visit, a review of care: else ValidationError by field."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError

from visits.models import CareReview, Home, IndependentVisit, Inspection
from visits.schemes import Scheme, find, scheme_for

MOST = 500  # requirements or recommendations of one report


def check_day_at_home(home: Home, on: date, today: date, field: str) -> None:
    """Something that happened at `home` happened while it was open, and not in the future."""
    if on > today:
        raise ValidationError({field: "This day is still to come. Enter a day up to today."})
    if on < home.opened_on:
        raise ValidationError({field: f"{home.alias} opened on {home.opened_on:%-d %B %Y}. Enter a later day."})
    if home.closed_on and on > home.closed_on:
        raise ValidationError({field: f"{home.alias} closed on {home.closed_on:%-d %B %Y}. Enter an earlier day."})


def check_after(first: date, later: date | None, field: str, what: str) -> None:
    """`what` ("The visit was made") came first, on `first`."""
    if later is not None and later < first:
        raise ValidationError({field: f"{what} on {first:%-d %B %Y}. Enter that day or a later one."})


def check_not_to_come(on: date | None, today: date, field: str) -> None:
    if on is not None and on > today:
        raise ValidationError({field: "This day is still to come. Leave it empty until then."})


def check_count(number: int | None, field: str) -> None:
    if number is not None and not 0 <= number <= MOST:
        raise ValidationError({field: f"Enter a whole number from 0 to {MOST}."})


def check_inspection(inspection: Inspection, today: date) -> None:
    """It may be published on a day to come: it is known then, and not before."""
    check_day_at_home(inspection.home, inspection.inspected_on, today, "inspected_on")
    check_after(inspection.inspected_on, inspection.published_on, "published_on", "The inspection was made")
    check_grades(find(inspection.scheme), inspection.grades)
    check_count(inspection.requirements, "requirements")


def check_grades(scheme: Scheme | None, grades: Mapping[str, str]) -> None:
    """Grades of `scheme` for its heads, and for no others."""
    if scheme is None:
        raise ValidationError({"inspected_on": "No scheme of grades is known for this day. Enter the day again."})
    heads = {head.slug for head in scheme.heads}
    for head, grade in grades.items():
        if head not in heads or scheme.grade(grade) is None:
            raise ValidationError({"grades": f"“{grade}” is no grade of the scheme “{scheme.title}”."})


def scheme_of_home(home: Home, on: date) -> Scheme:
    """What `home` is graded under on `on`. Raises ValidationError at `inspected_on`."""
    scheme = scheme_for(home.kind, on)
    if scheme is None:
        raise ValidationError({"inspected_on": "Inspections before April 2017 are not kept. Enter a later day."})
    return scheme


def check_independent_visit(visit: IndependentVisit, today: date) -> None:
    check_day_at_home(visit.home, visit.visited_on, today, "visited_on")
    check_count(visit.recommendations, "recommendations")
    for field in ("answered_on", "sent_on"):
        check_after(visit.visited_on, getattr(visit, field), field, "The visit was made")
        check_not_to_come(getattr(visit, field), today, field)


def check_care_review(review: CareReview, today: date) -> None:
    check_day_at_home(review.home, review.ends_on, today, "ends_on")
    check_after(review.ends_on, review.sent_on, "sent_on", "The time it looks back on ended")
    check_not_to_come(review.sent_on, today, "sent_on")
