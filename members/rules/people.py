"""Who may appoint, and what an appointment must be."""

from datetime import date

from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR
from members.standing import Standing


def check_can_enter(who: Standing) -> None:
    """Pages for members need an appointment that is current today: an ended one ends access at the next request."""
    if not who.is_member:
        raise NotAllowed(
            "You have no current appointment with the council, so these pages are closed to you. "
            "If that is wrong, ask your council's administrator."
        )


def check_can_appoint(who: Standing) -> None:
    """Appointments are made by the administrator, on the council's behalf."""
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the council's administrator can appoint people or end an appointment.")


def check_can_end(starts_on: date, ends_on: date) -> None:
    """The last day is not before the first."""
    if ends_on < starts_on:
        raise NotAllowed(f"This appointment began on {starts_on:%-d %B %Y}. It cannot end before that.")
