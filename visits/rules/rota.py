"""Who arranges visits, whose turn is whose, and when a visit may be put off, planned or given up."""

from datetime import date

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from corpparent.words import day
from members.roles import ADMINISTRATOR, DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER, VISITING_COUNCILLOR
from members.standing import Standing
from visits.models import Home, RotaSlot, Turn

ARRANGES = (DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR)
SEES = (*ARRANGES, VISITING_COUNCILLOR, DCS, LEAD_MEMBER)
RUNNING = (RotaSlot.Status.OPEN, RotaSlot.Status.TAKEN)
LIVE = (Turn.Status.OFFERED, Turn.Status.TAKEN)


def arranges(who: Standing) -> bool:
    return who.has(*ARRANGES)


def check_can_see_rota(who: Standing) -> None:
    if not who.has(*SEES):
        raise NotAllowed("The rota is for councillors who visit homes, and for those who arrange it.")


def check_can_arrange(who: Standing) -> None:
    if not arranges(who):
        raise NotAllowed("Only democratic services and the administrator arrange visits.")


def check_is_theirs(who: Standing, turn: Turn) -> None:
    if who.person_id != turn.person_id:
        raise NotAllowed("It is somebody else’s turn. Only they answer for it.")


def check_can_plan(who: Standing, is_visitor: bool) -> None:
    """`is_visitor`: whether they have taken a turn in it."""
    if not (is_visitor or arranges(who)):
        raise NotAllowed("Only its visitors and those who arrange the rota say this of a visit.")


def check_running(slot: RotaSlot) -> None:
    if slot.status not in RUNNING:
        raise NotAllowed(f"This visit is over: {slot.get_status_display().lower()}.")


def check_not_begun(is_begun: bool) -> None:
    """Its words must not be left without a visit."""
    if is_begun:
        raise NotAllowed("The report of this visit is begun. Send it, or say that the visit was not made.")


def check_days(home: Home, starts_on: date, due_on: date, today: date) -> None:
    """Raise ValidationError by field."""
    if due_on < starts_on:
        raise ValidationError({"due_on": "The last day is before the first. Enter a later one."})
    if due_on < today:
        raise ValidationError({"due_on": "This day has gone. Enter a day to come."})
    if starts_on < home.opened_on:
        raise ValidationError({"starts_on": f"The home opened on {day(home.opened_on)}. Enter a day from then on."})
    if home.closed_on and due_on > home.closed_on:
        raise ValidationError({"due_on": f"The home closes on {day(home.closed_on)}. Enter a day until then."})


def check_planned(slot: RotaSlot, planned_on: date, today: date) -> None:
    """A day may lie after `due_on`: a late visit is better than none. Raises ValidationError by field."""
    if planned_on < today:
        raise ValidationError({"planned_on": "This day has gone. Enter a day to come."})
    if planned_on < slot.starts_on:
        raise ValidationError({"planned_on": f"Visit from {day(slot.starts_on)} on. Enter a day from then."})
    if slot.home.closed_on and planned_on > slot.home.closed_on:
        raise ValidationError({"planned_on": f"The home closes on {day(slot.home.closed_on)}."})


def check_not_made(slot: RotaSlot, today: date) -> None:
    """Nobody can say of a visit that is still to come that it was not made; it is cancelled."""
    if today < slot.starts_on:
        raise NotAllowed(f"It may still be made: it begins on {day(slot.starts_on)}. Cancel it if it is not wanted.")


def is_too_late(slot: RotaSlot, closed_on: date, today: date) -> bool:
    """Whether a visit to a home that closes on `closed_on` cannot be made before, or is planned for a day after it."""
    return first_day(slot, today) > closed_on


def first_day(slot: RotaSlot, today: date) -> date:
    """The earliest day on which the visit can be: the gate is asked for it."""
    return max(today, slot.planned_on or slot.starts_on)
