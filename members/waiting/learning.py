"""What learning and checks ask of people, for their start page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from corpparent.words import moment
from members.facts import checks, learning, library
from members.facts.learning import Expected
from members.models import Acknowledgement, Check
from members.needs import Need
from members.standing import Standing

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """Readings to acknowledge, courses to come to, checks that run out. Five queries, whatever the rows."""
    if not who.is_member or who.person_id is None:
        return
    now = timezone.now()
    today = timezone.localdate(now)
    for asked in library.asked_of(who.person_id)[:MOST]:
        yield of_reading(asked, today)
    for expected in learning.expected_of(who, now, learning.held_by_person(who.person_id))[:MOST]:
        yield of_course(expected, today)
    for check in checks.running_out(today).filter(person=who.person_id)[:MOST]:
        yield of_check(check, who)


def of_reading(asked: Acknowledgement, today: date) -> Need:
    is_late = asked.due_on < today
    return Need(
        title="Read and say that you have",
        url=reverse("members:reading-detail", args=[asked.reading.public_id]),
        about=asked.reading.title,
        why="It is new, and you are asked to know of it.",
        tag=f"{'Was due' if is_late else 'By'} {asked.due_on:%-d %B %Y}",
        tone="late" if is_late else "due",
        by=asked.due_on,
    )


def of_course(expected: Expected, today: date) -> Need:
    held = expected.held
    runs_out_on = held.runs_out_on if held else None
    coming = expected.session
    return Need(
        title="Come to a course",
        url=reverse("members:course-detail", args=[expected.course.public_id]),
        about=expected.course.title,
        why=f"The next one is on {moment(coming.starts_at)}." if coming else "No session is planned yet.",
        tag=tag_of_course(runs_out_on, today),
        tone="late" if runs_out_on and runs_out_on < today else "due",
        by=runs_out_on or (timezone.localdate(coming.starts_at) if coming else date.max),
    )


def tag_of_course(runs_out_on: date | None, today: date) -> str:
    """ "Not done yet", "Ran out on 4 November 2025", "Runs out on 4 December 2026"."""
    if runs_out_on is None:
        return "Not done yet"
    return f"{'Ran out' if runs_out_on < today else 'Runs out'} on {runs_out_on:%-d %B %Y}"


def of_check(check: Check, who: Standing) -> Need:
    return Need(
        title="Have your check renewed",
        url=reverse("members:person-checks", args=[who.public_id]),
        about=check.get_kind_display(),
        why="The checks officer writes the new one down.",
        tag=f"Runs out on {check.ends_on:%-d %B %Y}",
        by=check.ends_on or date.max,
    )
