"""How the invented council's scheme of visits began: courses are asked for, and those who visit came to them.

At first nobody could have watched a visit; when some were made, the council asked for that too.
"""

from datetime import timedelta

from django.utils import timezone

from members import services as members
from members.models import Attendance, Course, Person
from visits import services
from visits.facts.rota import visiting_councillors
from visits.invented.people import ADMINISTRATOR, BEGAN, CLERK, day, somebody
from visits.models import VisitSettings

SAFE, VISITS = "Keeping children safe: what every member should know", "Visiting a children’s home"
TAUGHT = BEGAN + 13
WATCHES_FROM = -220  # days from today


def begin_scheme() -> None:
    courses = [Course.objects.get(title=title) for title in (SAFE, VISITS)]
    set_times(BEGAN + 2, shadow_visits=0, safeguarding_course=courses[0], visit_course=courses[1])
    for course in courses:
        teach(course)


def ask_to_watch() -> None:
    """From now on a new visitor watches one visit first."""
    set_times(WATCHES_FROM, shadow_visits=1)


def set_times(number: int, **fields: object) -> None:
    version = VisitSettings.current().version
    services.set_times(version=version, by=somebody(ADMINISTRATOR), at=day(number), **fields)


def teach(course: Course) -> None:
    """A session for those on the rota; all who were on it by then came."""
    clerk, starts_at = somebody(CLERK), day(TAUGHT)
    session = members.plan_session(
        course=course, starts_at=starts_at, place="Committee Room 1", by=clerk, at=day(TAUGHT - 5)
    )
    there = visiting_councillors(timezone.localdate(starts_at))
    came: dict[Person, str] = dict.fromkeys(there, Attendance.Outcome.ATTENDED)
    at = starts_at + timedelta(hours=3)
    members.record_attendance(session=session, outcomes=came, version=session.version, by=clerk, at=at)
