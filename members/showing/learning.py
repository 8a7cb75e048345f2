"""What the pages about learning show: words, links and dates prepared here, so that templates only place them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day, moment
from members.facts.learning import Expected, Held
from members.models import Attendance, Course, LearningSession, Level
from members.words import say

FOR_LEVEL = {
    Level.OFFICER: "Everybody with an appointment",
    Level.UNIVERSAL: "Every corporate parent",
    Level.TARGETED: "Targeted and specialist corporate parents",
    Level.SPECIALIST: "Specialist corporate parents",
}
OUTCOME_TONES = {
    Attendance.Outcome.ATTENDED: "ok",
    Attendance.Outcome.EXCUSED: "neutral",
    Attendance.Outcome.ABSENT: "due",
}


def holds(course: Course) -> str:
    """ "Holds for 24 months.", "Does not run out."."""
    if not course.valid_months:
        return "Does not run out."
    return f"Holds for {course.valid_months} month{'s' * (course.valid_months != 1)}."


def of_held(held: Held, today: date) -> dict[str, Any]:
    """One course that somebody came to, with how long it holds."""
    tone, tag = state_of(held, today)
    return {
        "url": reverse("members:course-detail", args=[held.course.public_id]),
        "title": held.course.title,
        "second": f"{held.course.get_kind_display()}. Came on {held.attended_on:%-d %B %Y}.",
        "tone": tone,
        "tag": tag,
    }


def state_of(held: Held, today: date) -> tuple[str, str]:
    """(tone, words) of how long it holds."""
    if held.runs_out_on is None:
        return "ok", "Does not run out"
    if held.ran_out(today):
        return "late", f"Ran out on {held.runs_out_on:%-d %B %Y}"
    if held.runs_out_soon(today):
        return "due", f"Runs out on {held.runs_out_on:%-d %B %Y}"
    return "ok", f"Holds until {held.runs_out_on:%-d %B %Y}"


def of_expected(expected: Expected, today: date) -> dict[str, Any]:
    """One course that is expected of somebody, with its next session."""
    coming = expected.session
    tone, tag = state_of(expected.held, today) if expected.held else ("due", "Not done yet")
    return {
        "url": reverse("members:course-detail", args=[expected.course.public_id]),
        "title": expected.course.title,
        "second": f"Next on {said(coming)}." if coming else "No session is planned yet.",
        "tone": tone,
        "tag": tag,
    }


def of_coming(session: LearningSession) -> dict[str, Any]:
    """One session, with its course, that somebody may come to."""
    url = reverse("members:session-detail", args=[session.public_id])
    return {"url": url, "title": session.course.title, "second": said(session)}


def said(session: LearningSession) -> str:
    """ "4 November 2026 at 18:00, Committee Room 2"."""
    return f"{moment(session.starts_at)}{', ' * bool(session.place)}{session.place}"


def of_course(course: Course, coming: LearningSession | None) -> dict[str, Any]:
    """One row of the list of courses."""
    parts = [f"{course.get_kind_display()}.", f"{say(FOR_LEVEL[Level(course.for_level)])}.", holds(course)]
    tone, tag = ("info", "Expected") if course.is_expected else ("", "")
    if course.is_retired:
        tone, tag = "neutral", "Retired"
    return {
        "url": reverse("members:course-detail", args=[course.public_id]),
        "title": course.title,
        "second": " ".join(parts),
        "next": f"Next on {said(coming)}." if coming else "",
        "tone": tone,
        "tag": tag,
    }


def facts_of_course(course: Course) -> list[dict[str, str]]:
    return [
        {"label": "What it is", "value": course.get_kind_display()},
        {"label": "Whom it is for", "value": say(FOR_LEVEL[Level(course.for_level)])},
        {"label": "Expected of them", "value": "Yes" if course.is_expected else "No, offered"},
        {"label": "How long it holds", "value": holds(course).removesuffix(".")},
    ]


def of_sessions(sessions: Iterable[LearningSession], today: date) -> list[dict[str, Any]]:
    """Rows of sessions, of one course or (with their courses) of many."""
    return [of_session(session, today) for session in sessions]


def of_session(session: LearningSession, today: date) -> dict[str, Any]:
    tone, tag = state_of_session(session, today)
    return {
        "url": reverse("members:session-detail", args=[session.public_id]),
        "title": moment(session.starts_at),
        "second": session.place,
        "tone": tone,
        "tag": tag,
    }


def state_of_session(session: LearningSession, today: date) -> tuple[str, str]:
    """(tone, words): cancelled, to come, held, or held and nobody has written down who came."""
    if session.cancelled_at:
        return "neutral", "Cancelled"
    if session.attendance_at:
        return "ok", "Attendance written down"
    if localdate(session.starts_at) < today:
        return "due", "Attendance not written down"
    return "info", "Planned"


def facts_of_session(session: LearningSession) -> list[dict[str, str]]:
    facts = [{"label": "Where", "value": session.place or "Not said yet"}]
    if session.cancelled_at:
        facts.append({"label": "Cancelled", "value": day(session.cancelled_at)})
    if session.attendance_at:
        facts.append({"label": "Attendance written down", "value": moment(session.attendance_at)})
    return facts


def of_attendance(rows: Iterable[Attendance]) -> list[dict[str, str]]:
    """Who came and who did not, with the tone of each answer."""
    return [
        {
            "name": row.person.name,
            "tone": OUTCOME_TONES[Attendance.Outcome(row.outcome)],
            "tag": row.get_outcome_display(),
        }
        for row in rows
    ]
