"""Who declares a conflict with a home, and who may say that it is over."""

from corpparent.rules import NotAllowed
from members.models import Level
from members.roles import DCS, LEAD_MEMBER, VISITING_COUNCILLOR
from members.standing import Standing
from visits.models import Conflict
from visits.rules.rota import arranges

DECLARES = (VISITING_COUNCILLOR, DCS, LEAD_MEMBER)


def declares(who: Standing) -> bool:
    """Whether homes are named to them at all, so that they can say with which they have a conflict."""
    return who.has(*DECLARES)


def check_can_see(who: Standing) -> None:
    if not (declares(who) or arranges(who)):
        raise NotAllowed("Conflicts are declared by councillors who visit homes.")


def check_can_declare(who: Standing) -> None:
    if not declares(who) or who.level < Level.TARGETED:
        raise NotAllowed("Conflicts are declared by councillors who visit homes.")


def check_can_end(who: Standing, conflict: Conflict) -> None:
    if who.person_id != conflict.person_id and not arranges(who):
        raise NotAllowed("Whoever declared it says that it is over, or democratic services for them.")
