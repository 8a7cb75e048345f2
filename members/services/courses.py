"""Courses: what the council teaches its corporate parents."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from corpparent.models import Event
from corpparent.versions import check_version
from members.events import COURSE_ADDED, COURSE_CHANGED
from members.models import Course, Person
from members.services.keepers import check_keeper, set_fields

TAKEN = "There is a course of this title already. Change that one, or choose another title."


@transaction.atomic
def add_course(*, by: Person | None, at: datetime, **fields: object) -> Course:
    """Add a course with `fields` of the model. Raises NotAllowed, ValidationError naming the field."""
    check_keeper(by, at)
    course = _save(Course(**fields))
    Event.record(COURSE_ADDED, about=course.reference, by=by, at=at, details={"kind": course.kind})
    return course


@transaction.atomic
def change_course(*, course: Course, version: int, by: Person | None, at: datetime, **fields: object) -> Course:
    """Change `fields` of a course, `is_retired` among them. The same again changes nothing.

    Raises NotAllowed, Stale, ValidationError naming the field.
    """
    check_keeper(by, at)
    course = Course.objects.select_for_update().get(pk=course.pk)
    changed = set_fields(course, fields)
    if not changed:
        return course
    check_version(course, version)
    course.version += 1
    _save(course)
    Event.record(COURSE_CHANGED, about=course.reference, by=by, at=at, details={"fields": sorted(changed)})
    return course


def _save(course: Course) -> Course:
    """Save once it is clean; the database knows best whether the title is taken."""
    course.full_clean(validate_unique=False)
    try:
        with transaction.atomic():
            course.save()
    except IntegrityError as clash:
        raise ValidationError({"title": TAKEN}) from clash
    return course
