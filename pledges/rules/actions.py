"""Who raises an action, who sees it, who says that it is done, and who checks that."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.roles import CHIEF_EXECUTIVE, DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER, PARTICIPATION_OFFICER
from members.standing import Standing
from pledges.models import Action

# Who keep the register in order, and who see what is exempt whoever it belongs to.
KEEPERS = (DCS, LEAD_MEMBER, DEMOCRATIC_SERVICES_OFFICER)
CHECKERS = (*KEEPERS, PARTICIPATION_OFFICER)
SEES_EXEMPT = (*KEEPERS, CHIEF_EXECUTIVE)
Status = Action.Status


def check_can_see_register(who: Standing) -> None:
    if not who.is_member:
        raise NotAllowed("Only people with an appointment see the register of actions.")


def check_can_raise(who: Standing) -> None:
    """Every corporate parent, and the officers who serve them."""
    if not who.is_member:
        raise NotAllowed("Only people with an appointment raise an action.")


def check_due(due_on: date, on: date) -> None:
    """An action is due today at the earliest. Raises ValidationError at `due_on`."""
    if due_on < on:
        raise ValidationError({"due_on": "This day has passed. Enter a day that is still to come."})


def check_owner(is_member: bool, name: str) -> None:
    """Raises ValidationError at `owner`."""
    if not is_member:
        raise ValidationError({"owner": f"{name} holds no appointment today. Choose somebody who does."})


def check_can_keep(who: Standing, action: Action) -> None:
    """Move, give away, drop or open again: who keeps the register, and who raised it."""
    if not who.has(*KEEPERS) and who.person_id != action.raised_by_id:
        raise NotAllowed(
            "Only whoever raised this action, the Director of Children's Services, the Lead Member or democratic "
            "services changes it."
        )


def check_can_note(who: Standing, action: Action) -> None:
    """Everybody who sees it may write what they know of it."""
    if not who.is_member:
        raise NotAllowed("Only people with an appointment write to an action.")


def check_can_finish(who: Standing, action: Action) -> None:
    """Its owner says that it is done."""
    if who.person_id != action.owner_id:
        raise NotAllowed(f"Only {action.owner.name}, who does it, says that it is done.")


def check_can_check(who: Standing, action: Action) -> None:
    """Somebody else than the owner: officers do not mark their own work. Source: DOMAIN, 3."""
    if who.person_id == action.owner_id:
        raise NotAllowed("You do this action, so somebody else checks that it is done.")
    if not who.has(*CHECKERS) and who.person_id != action.raised_by_id:
        raise NotAllowed(
            "Only whoever raised this action, the Director of Children's Services, the Lead Member, democratic "
            "services or the participation officer checks that it is done."
        )


def check_is(action: Action, *statuses: str) -> None:
    """Raise NotAllowed unless it stands at one of `statuses`."""
    if action.status not in statuses:
        raise NotAllowed(f"This action is {action.get_status_display().lower()}, so this cannot be done with it now.")


def check_reason(because: str) -> None:
    """Raises ValidationError at `because`."""
    if not because.strip():
        raise ValidationError({"because": "Say why. It stands in the story of the action."})


def sees_all(who: Standing) -> bool:
    """Whether exempt actions of everybody are seen."""
    return who.has(*SEES_EXEMPT)


def bodies_of(who: Standing) -> frozenset[UUID]:
    """Whose exempt actions are seen as one of their members."""
    return who.bodies
