"""Draft, approved by the chair, confirmed and signed at the next meeting; changes from the approval on are in sight.

Source: Local Government Act 1972, schedule 12, paragraph 41: minutes are signed at the same or the next suitable
meeting, by whoever presides there.
"""

from datetime import datetime, time

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.committees.models import Meeting, Minutes
from reports.committees.models.access import sees_exempt_of_all
from reports.committees.models.meeting import keeps_papers

LONGEST, LONGEST_REASON = 10_000, 300
Status = Minutes.Status
WHY_CHANGED = "The chair approved this draft: say why you change it. Everybody who reads the minutes sees it."


def check_can_write(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed("Minutes are written by democratic services officers and administrators.")


def check_can_start(meeting: Meeting) -> None:
    """Of a meeting that was held, which it is once somebody wrote down who came."""
    if not meeting.is_over:
        raise NotAllowed("Write down who came first. Until then the meeting does not count as held.")


def check_is_not_confirmed(minutes: Minutes) -> None:
    if minutes.status == Status.CONFIRMED:
        raise NotAllowed("These minutes are confirmed and signed. What is wrong in them is put right at a later one.")


def check_is_draft(minutes: Minutes) -> None:
    check_is_not_confirmed(minutes)
    if minutes.status != Status.DRAFT:
        raise NotAllowed("The chair approved this draft already.")


def check_is_approved(minutes: Minutes) -> None:
    check_is_not_confirmed(minutes)
    if minutes.status != Status.APPROVED:
        raise NotAllowed("The chair has not approved the draft yet.")


def check_can_approve(who: Standing, *, is_chair: bool) -> None:
    """The chair, or who writes down that the chair did."""
    if not (is_chair or keeps_papers(who)):
        raise NotAllowed("The chair of the meeting approves its draft minutes.")


def check_confirms(minutes: Minutes, at_meeting: Meeting, at: datetime) -> None:
    """Raises ValidationError at `at_meeting`: a later meeting of the same body, which has begun."""
    of = minutes.meeting
    if at_meeting.body_id != of.body_id or at_meeting.meets_on <= of.meets_on:
        raise ValidationError({"at_meeting": f"Choose a later meeting of {of.body}."})
    if at_meeting.status == Meeting.Status.CANCELLED:
        raise ValidationError({"at_meeting": "This meeting was cancelled."})
    if at < at_meeting.starts_at:
        raise ValidationError({"at_meeting": "This meeting has not begun yet: it confirms the minutes then."})


def check_times(began_at: time | None, ended_at: time | None) -> None:
    """Raises ValidationError by field."""
    if ended_at and not began_at:
        raise ValidationError({"began_at": "Say when it began, too."})
    if began_at and ended_at and ended_at <= began_at:
        raise ValidationError({"ended_at": "It ended before it began. Put the hours right."})


def reads_closed(who: Standing, meeting: Meeting) -> bool:
    """Whether `who` reads what was minuted without the public; `meeting` with its body.

    Of an open item something may have been said without the public, too: so it is asked of the meeting.
    """
    return sees_exempt_of_all(who) or meeting.body.public_id in who.bodies
