"""Who says “this is not good enough”, and who says what comes of it."""

from corpparent.rules import NotAllowed
from members.roles import DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER, PARTICIPATION_OFFICER, PERFORMANCE_OFFICER
from members.standing import Standing
from pledges.models import Shortfall

SETTLERS = (
    DCS,
    LEAD_MEMBER,
    DEMOCRATIC_SERVICES_OFFICER,
    PARTICIPATION_OFFICER,
    PERFORMANCE_OFFICER,
    "childrens-services-manager",
)


def check_can_see_shortfalls(who: Standing) -> None:
    """Corporate parents read all of it, and so do the officers who serve them."""
    if not who.is_member:
        raise NotAllowed("Only people with an appointment read what is not good enough.")


def check_can_raise_shortfall(who: Standing) -> None:
    """Every corporate parent may ask for better. Source: NCB tool-kit 2009, Appendix 1."""
    if not who.level:
        raise NotAllowed("Only corporate parents say that something is not good enough.")


def check_can_settle_shortfall(who: Standing, shortfall: Shortfall) -> None:
    """Those who answer for children's services or for the promise, and never who raised it: it is their question."""
    if not who.has(*SETTLERS, *owner_slugs(shortfall)):
        raise NotAllowed(
            "Only the Director, the Lead Member, officers, managers of children’s services and whoever answers for "
            "the promise say what comes of this."
        )
    if shortfall.raised_by_id is not None and shortfall.raised_by_id == who.person_id:
        raise NotAllowed("You said this yourself. Somebody else says what comes of it.")
    check_is_not_settled(shortfall)


def check_is_not_settled(shortfall: Shortfall) -> None:
    if shortfall.settled_at:
        raise NotAllowed("This is settled already.")


def owner_slugs(shortfall: Shortfall) -> tuple[str, ...]:
    """The role that answers for the promise, where it is about one."""
    promise = shortfall.promise
    return (promise.owner_role.slug,) if promise and promise.owner_role else ()
