"""Who may change the council's settings, and what its working day must be."""

from datetime import time

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR
from members.standing import Standing

LEAST_CLEAR_DAYS = 5
MOST_CLEAR_DAYS = 20


def check_can_change_council(who: Standing) -> None:
    """Names, numbers, colours, words and closed days are the administrator's."""
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the council's administrator can see and change the council's settings.")


def check_working_day(begins_at: time, ends_at: time, clear_days: int) -> None:
    """Raise ValidationError by field. Source of the five clear days: Local Government Act 1972, section 100B(4)."""
    if ends_at <= begins_at:
        raise ValidationError({"day_ends_at": f"The office opens at {begins_at:%H:%M}. Enter a later time."})
    if clear_days < LEAST_CLEAR_DAYS:
        raise ValidationError({"clear_days": "The law asks for five clear days at least. Enter 5 or more."})
    if clear_days > MOST_CLEAR_DAYS:
        raise ValidationError({"clear_days": f"Enter {MOST_CLEAR_DAYS} clear days at most."})
