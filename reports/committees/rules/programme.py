"""What a body usually sees in a year, and how one matter of its work programme stands.

Source: work programmes of councils' corporate parenting bodies (DOMAIN, 5.3).
"""

from datetime import date
from typing import NamedTuple

from corpparent.periods import Period
from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.committees.models import Meeting, WorkProgrammeItem
from reports.committees.models.meeting import keeps_papers

LONGEST, LONGEST_REASON = 200, 300


class Topic(NamedTuple):
    """`month` by whose last day it is expected, of the financial year that begins in April."""

    slug: str
    title: str
    month: int


TOPICS = (
    Topic("pledge-summer", "How we keep our pledge: first half of the year", 9),
    Topic("virtual-school", "Annual report of the virtual school", 10),
    Topic("reviewing-officers", "Annual report of the independent reviewing officers", 9),
    Topic("health", "Annual report on the health of children in care", 11),
    Topic("fostering", "Fostering service, private fostering included", 7),
    Topic("adoption", "Adoption service", 7),
    Topic("advocacy", "Advocacy and independent visitors", 6),
    Topic("complaints", "Complaints of children and what was learned", 6),
    Topic("sufficiency", "Enough good homes: the sufficiency strategy", 1),
    Topic("inspections", "What Ofsted found", 12),
    Topic("missing", "Children missing from home, and exploitation", 12),
    Topic("offending", "Children in care and the police", 1),
    Topic("care-leavers", "Our offer to care leavers, and where they live", 2),
    Topic("homes", "Independent visits to our homes (regulation 44)", 2),
    Topic("participation", "What the children in care council asks of us", 6),
    Topic("pledge-winter", "How we keep our pledge: second half of the year", 3),
    Topic("annual-report", "The body’s own annual report to the council, made with young people", 3),
)


def expected_by(topic: Topic, year: Period) -> date:
    """The last day of its month in `year`, a financial year."""
    of_year = year.starts_on.year + (topic.month < 4)
    following = date(of_year + (topic.month == 12), topic.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def check_can_keep(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed("Work programmes are kept by democratic services officers and administrators.")


def is_on_agenda(one: WorkProgrammeItem) -> bool:
    """Whether it stands on one: not where the item was withdrawn, or the meeting cancelled. `one` with both."""
    return one.item is not None and not one.item.is_withdrawn and one.item.meeting.status != Meeting.Status.CANCELLED


def check_is_open(one: WorkProgrammeItem) -> None:
    """Neither on an agenda nor dropped."""
    if is_on_agenda(one):
        raise NotAllowed("This stands on an agenda already.")
    if one.dropped_because:
        raise NotAllowed("This is not expected any more. Take it up again first.")


def state_of(one: WorkProgrammeItem, today: date) -> str:
    """ "done", "dropped", "agenda", "planned", "late" or "missing"; `one` with its meeting and that of its item."""
    if one.dropped_because:
        return "dropped"
    if one.item and is_on_agenda(one):
        return "done" if one.item.meeting.is_over else "agenda"
    if one.item:
        return "missing"
    if one.meeting and one.meeting.status != Meeting.Status.CANCELLED and one.meeting.meets_on >= today:
        return "planned" if one.meeting.meets_on <= one.expected_by else "late"
    return "missing"
