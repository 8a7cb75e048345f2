"""Who reads a briefing, and when its reader sees where the home is."""

from datetime import date, timedelta

from corpparent.rules import NotAllowed
from members.standing import Standing
from visits.models import RotaSlot
from visits.rules.rota import RUNNING
from visits.rules.visits import sees_all_reports

BEFORE = timedelta(days=14)


def check_can_read(who: Standing, has_turn: bool) -> None:
    """A briefing holds points of reports, which are exempt."""
    if not (has_turn or sees_all_reports(who)):
        raise NotAllowed("A briefing is for the visitors of a home, and for those who read reports of visits.")


def sees_address(slot: RotaSlot, *, has_taken: bool, may_go: bool, today: date) -> bool:
    """Only a visitor who may go today, from 14 days before the visit may begin until it is made or given up."""
    return has_taken and may_go and slot.status in RUNNING and today >= slot.starts_on - BEFORE
