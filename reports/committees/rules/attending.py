"""Who may write down attendance, what can be said of each person, and how many make a quorum.

Source: Local Government Act 1972, schedule 12 (quorum, attendance in the minutes) and section 85 (absence); Localism
Act 2011, section 31, and the LGA model code of conduct (interests).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from corpparent.months import months_after
from corpparent.rules import NotAllowed
from members.models import Appointment, Body, Person
from members.standing import Standing
from reports.committees.models import Attendance, Interest, Meeting
from reports.committees.models.meeting import keeps_papers

Outcome, Place = Attendance.Outcome, Appointment.Place
VOTES = (Place.CHAIR, Place.VICE_CHAIR, Place.MEMBER)
EXPECTED = (*VOTES, Place.ADVISER)  # a substitute comes when somebody sends them


@dataclass(frozen=True)
class Given:
    """What is said of one person; hours are London's, and of those who came only."""

    outcome: str
    stands_in_for: Person | None = None
    came_at: time | None = None
    left_at: time | None = None


def check_can_record(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed("Attendance is written down by democratic services officers and administrators.")


def check_is_recorded_now(meeting: Meeting, at: datetime) -> None:
    """Once it has begun, and until its minutes are confirmed."""
    if meeting.status == Meeting.Status.CANCELLED:
        raise NotAllowed("The meeting was cancelled: nobody came to it.")
    if meeting.status == Meeting.Status.CONFIRMED:
        raise NotAllowed("The minutes are confirmed, and say who was there. They stay as they are.")
    if at < meeting.starts_at:
        raise NotAllowed("The meeting has not begun yet.")


def wrong_with(person: Person, given: Given, all_given: Mapping[Person, Given], meeting: Meeting) -> str:
    """What cannot be said of `person`, in a sentence; "" where nothing is wrong."""
    came = given.outcome in Attendance.ATTENDED
    if given.outcome not in Outcome.values:
        return f"Say of {person.name} whether they came."
    if not came and (given.came_at or given.left_at):
        return f"{person.name} did not come. Leave the hours empty, or choose “Present”."
    if not came and given.stands_in_for:
        return f"{person.name} did not come, and so stood in for nobody."
    if given.came_at and given.came_at <= meeting.begins_at:
        return f"The meeting began at {meeting.begins_at:%H:%M}. If {person.name} came before, leave “came late” empty."
    if given.left_at and given.left_at <= (given.came_at or meeting.begins_at):
        return f"{person.name} left before they came. Put the hours right."
    return wrong_substitute(person, given.stands_in_for, all_given) if given.stands_in_for else ""


def wrong_substitute(person: Person, other: Person, all_given: Mapping[Person, Given]) -> str:
    if other == person:
        return f"{person.name} cannot stand in for themselves."
    if other not in all_given or all_given[other].outcome in Attendance.ATTENDED:
        return f"{other.name} was there: {person.name} cannot stand in for them."
    also = [one.name for one, given in all_given.items() if given.stands_in_for == other and one != person]
    return f"{also[0]} stands in for {other.name} already." if also else ""


def check_interest(kind: str, part: str, dispensation: str) -> dict[str, str]:
    """What is wrong with an interest, by field."""
    if kind == Interest.Kind.PECUNIARY and part != Interest.Part.LEFT and not dispensation:
        return {
            "part": "Whoever has a disclosable pecuniary interest takes no part and leaves, unless a dispensation was "
            "given (Localism Act 2011, section 31). Say which, or choose “Left, and took no part”."
        }
    return {}


def counts_remotely(body: Body) -> bool:
    """Whether somebody who joins remotely counts to the quorum: not where the law says how a body meets.

    Remote attendance at decision-making meetings was lawful until 7 May 2021 only (SI 2020/392).
    """
    return body.regime == Body.Regime.INFORMAL


def quorum_of(body: Body) -> tuple[int, str]:
    """How many it takes, and where that is said: the body's own number, or a quarter of its seats and at least two.

    Source of the second: Local Government Act 1972, schedule 12, paragraph 6 (of the whole council); councils' standing
    orders follow it for committees, where they say nothing else.
    """
    if body.quorum:
        return body.quorum, "its terms of reference"
    return max(2, -(-(body.seats or 0) // 4)), "a quarter of its seats, at least two, as nothing else is written down"


def disqualified_after(last_on: date, months: int) -> date:
    """The last day on which somebody who came last on `last_on` is still a member. Source: LGA 1972, section 85(1)."""
    return months_after(last_on, months)
