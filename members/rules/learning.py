"""Who keeps courses and the library, and which way a session and a reading go."""

from datetime import datetime

from corpparent.rules import NotAllowed
from corpparent.words import day, moment
from members.models import Course, LearningSession, Reading
from members.roles import ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER
from members.standing import Standing

Status = Reading.Status

NEXT = {
    Status.DRAFT: {Status.PUBLISHED},
    Status.PUBLISHED: {Status.WITHDRAWN},
    Status.WITHDRAWN: set(),
}


def check_can_keep_learning(who: Standing) -> None:
    """Courses, attendance and the library are kept by democratic services, or by the administrator."""
    if not who.has(ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER):
        raise NotAllowed("Only democratic services and the administrator look after courses and the library.")


def check_can_plan_session(course: Course) -> None:
    """A retired course is not held again."""
    if course.is_retired:
        raise NotAllowed(f"“{course.title}” is retired. Take it back into use before you plan a session of it.")


def check_can_cancel_session(session: LearningSession) -> None:
    """What people came to was held."""
    if session.attendance_at:
        raise NotAllowed("Attendance of this session is written down, so it was held and cannot be cancelled.")


def check_can_record_attendance(session: LearningSession, at: datetime) -> None:
    """Nobody has come before it begins, and nobody came to what was cancelled."""
    if session.cancelled_at:
        raise NotAllowed(f"This session was cancelled on {day(session.cancelled_at)}, so nobody came to it.")
    if at < session.starts_at:
        raise NotAllowed(f"This session begins on {moment(session.starts_at)}. Write down who came after that.")


def check_can_move_reading(reading: Reading, to: Reading.Status) -> None:
    """A draft is published, what is published may be withdrawn, and that is the end of it."""
    if to in NEXT[Status(reading.status)]:
        return
    if reading.status == Status.DRAFT:
        raise NotAllowed("This is a draft. Nobody has been shown it, so there is nothing to withdraw.")
    if reading.status == Status.PUBLISHED:
        raise NotAllowed("This is published already.")
    raise NotAllowed("This was withdrawn. Write a new one to bring it back.")


def check_can_change_reading(reading: Reading) -> None:
    """What people have said that they read stays as they read it."""
    if reading.status != Status.DRAFT:
        raise NotAllowed(
            "This was published, and people may have read it as it stands. Withdraw it and publish a new one instead."
        )
