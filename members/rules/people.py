"""Who may come in, appoint, and look."""

from uuid import UUID

from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR, CHIEF_EXECUTIVE, DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER
from members.standing import Standing

# They mend an empty chair, and answer for who holds which duty.
GOVERNORS = [ADMINISTRATOR, CHIEF_EXECUTIVE, LEAD_MEMBER, DCS, DEMOCRATIC_SERVICES_OFFICER]


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


def check_can_see_record(who: Standing, person: UUID) -> None:
    """What the record says about `person` (public id): their own, or for those who answer for the arrangements."""
    if who.public_id != person and not who.has(*GOVERNORS):
        raise NotAllowed("Only they themselves and those who answer for the council’s arrangements see this.")


def check_can_close(who: Standing, person: UUID) -> None:
    """An administrator closes accounts, and never their own."""
    check_can_appoint(who)
    if who.public_id == person:
        raise NotAllowed("You cannot close your own account. Ask another administrator to do it.")


def check_can_succeed(name: str, *, is_member: bool, is_same: bool) -> None:
    """Work goes on to somebody else with an appointment today."""
    if is_same:
        raise NotAllowed("Choose somebody else: this work is theirs already.")
    if not is_member:
        raise NotAllowed(f"{name} has no appointment today. Choose somebody who has one.")
