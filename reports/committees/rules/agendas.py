"""Who prepares agendas, what they begin with, and what may still happen to an item.

Sources: Local Government Act 1972, s100B(4): an item that was not on the agenda for the clear days is taken only for
special circumstances, which the minutes specify; the numbers of a published agenda stay, by the council's own practice.
"""

from datetime import date

from corpparent.rules import NotAllowed
from members.models import Body
from members.standing import Standing
from reports.committees.models import AgendaItem, ItemKind, Meeting, Purpose
from reports.committees.models.meeting import keeps_papers

LONGEST_REASON = 300
MOST_ITEMS = 200
EXCLUSION_TITLE = "Exclusion of the press and public"
# What the agenda of a body begins with until it has standing items of its own (DOMAIN, 5.3).
USUAL = (
    (ItemKind.APOLOGIES, "Apologies for absence", Purpose.NOTE),
    (ItemKind.INTERESTS, "Declarations of interest", Purpose.NOTE),
    (ItemKind.MINUTES, "Minutes of the last meeting", Purpose.DECIDE),
    (ItemKind.VOICE, "Voice of children and young people", Purpose.DISCUSS),
    (ItemKind.ACTIONS, "Actions outstanding", Purpose.DISCUSS),
    (ItemKind.REPORT, "Reports", Purpose.DISCUSS),
    (ItemKind.PROGRAMME, "Work programme", Purpose.NOTE),
)
NUMBERS_STAY = (
    "The agenda is published, so its numbers stay. Withdraw an item that will not be taken; what is new comes after "
    "the last one."
)


def check_can_prepare(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed("Agendas are prepared by democratic services officers and administrators.")


def check_is_to_come(meeting: Meeting) -> None:
    """The agenda of a meeting that was held or cancelled stays as it is."""
    if meeting.status == Meeting.Status.CANCELLED:
        raise NotAllowed("The meeting is cancelled: its agenda stays as it is.")
    if meeting.is_over:
        raise NotAllowed("The meeting was held: its agenda stays as it is.")


def check_can_order(meeting: Meeting) -> None:
    """Items move only while no number is published."""
    check_is_to_come(meeting)
    if meeting.published_at:
        raise NotAllowed(NUMBERS_STAY)


def check_can_change(item: AgendaItem) -> None:
    check_is_to_come(item.meeting)
    if item.published_at:
        raise NotAllowed("This item is published and stays as it is. Withdraw it, and add another with what is new.")


def check_can_remove(item: AgendaItem) -> None:
    check_is_to_come(item.meeting)
    if item.published_at:
        raise NotAllowed("This item is published: its number stays. You can withdraw it, with a reason.")


def check_can_withdraw(item: AgendaItem) -> None:
    check_is_to_come(item.meeting)
    if not item.published_at:
        raise NotAllowed("This item is not published yet: remove it, or change it.")


def needs_urgency(meeting: Meeting, last_day: date, today: date) -> bool:
    """Whether what is added `today` may be taken only for special circumstances (R3).

    Once the agenda is out and its last lawful day is over; of a meeting called at short notice, once it is out.
    No law asks it of informal bodies.
    """
    if meeting.body.regime == Body.Regime.INFORMAL or not meeting.published_at:
        return False
    return meeting.convened_on is not None or today > last_day
