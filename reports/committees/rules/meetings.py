"""Who plans meetings, when one may still be moved or cancelled, and what its days and hours must be.

Source: Local Government Act 1972, s100A(6): a meeting may be called at shorter notice, and then says when it was.
"""

from datetime import date, time

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.models import Body
from members.roles import ADMINISTRATOR
from members.standing import Standing
from reports.committees.models import Meeting
from reports.committees.models.meeting import keeps_papers

LONGEST_REASON = 300
FIELDS = ("meets_on", "begins_at", "ends_at", "place", "attending", "joining", "is_public", "convened_on")
# What a calendar shows: a change to one of them is a new version of its entry.
IN_CALENDARS = ("meets_on", "begins_at", "ends_at", "place", "joining")


def check_can_plan(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed("Meetings are planned by democratic services officers and administrators.")


def check_can_set(who: Standing) -> None:
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("How committees work here is set by administrators.")


def check_can_change(meeting: Meeting) -> None:
    """A meeting that was held, or is cancelled, stays as it is."""
    if meeting.is_over:
        raise NotAllowed("The meeting was held: its day and place stay as they were.")
    if meeting.status == Meeting.Status.CANCELLED:
        raise NotAllowed("The meeting is cancelled. Plan another one in its place.")


def check_body(body: Body, on: date) -> None:
    """Meetings are planned of bodies of the council that are in being on that day. Raises ValidationError by field."""
    if body.kind == Body.Kind.PARTNER:
        raise ValidationError({"body": f"{body} is a partner: it plans its meetings itself."})
    if on < body.starts_on or (body.ends_on and body.ends_on < on):
        raise ValidationError({"meets_on": f"{body} is not in being on {on:%-d %B %Y}."})


def check_times(meeting: Meeting, today: date) -> None:
    """Raises ValidationError by field."""
    wrong = dict(wrong_times(meeting.begins_at, meeting.ends_at))
    if meeting.meets_on < today:
        wrong["meets_on"] = "This day is over. Enter a day to come."
    if meeting.convened_on and meeting.convened_on > min(today, meeting.meets_on):
        wrong["convened_on"] = "Enter the day on which it was called: today, or a day before."
    if wrong:
        raise ValidationError(wrong)  # type: ignore[arg-type]  # one sentence a field


def wrong_times(begins_at: time, ends_at: time | None) -> list[tuple[str, str]]:
    if ends_at and ends_at <= begins_at:
        return [("ends_at", "It ends before it begins. Enter a later hour, or leave it empty.")]
    return []


def is_public_by_default(body: Body) -> bool:
    """Bodies that no law binds meet in private unless somebody opens a meeting."""
    return body.regime != Body.Regime.INFORMAL
