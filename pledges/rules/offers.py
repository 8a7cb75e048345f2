"""Who writes, publishes, confirms and withdraws an offer, and which way it goes."""

from corpparent.rules import NotAllowed
from members.roles import (
    ADMINISTRATOR,
    DCS,
    DEMOCRATIC_SERVICES_OFFICER,
    LEAD_MEMBER,
    PARTICIPATION_OFFICER,
    PERFORMANCE_OFFICER,
)
from members.standing import Standing
from pledges.models import Offer

WRITERS = (
    ADMINISTRATOR,
    DCS,
    DEMOCRATIC_SERVICES_OFFICER,
    PARTICIPATION_OFFICER,
    PERFORMANCE_OFFICER,
    "childrens-services-manager",
    "virtual-school-head",
)
PUBLISHERS = (DCS, LEAD_MEMBER, PARTICIPATION_OFFICER, DEMOCRATIC_SERVICES_OFFICER)
CONFIRMERS = (PARTICIPATION_OFFICER, ADMINISTRATOR)

Status = Offer.Status
# A change takes an offer back to draft: a second person looks again before everybody does.
NEXT = {
    Status.DRAFT: {Status.DRAFT, Status.PUBLISHED, Status.WITHDRAWN},
    Status.PUBLISHED: {Status.DRAFT, Status.WITHDRAWN},
    Status.WITHDRAWN: {Status.DRAFT},
}
REFUSALS = {
    Status.DRAFT: "This offer cannot be changed as it stands.",
    Status.PUBLISHED: "This offer was withdrawn. Change it first if there is such help again, then publish it.",
    Status.WITHDRAWN: "This offer is withdrawn already.",
}


def check_can_see_offers(who: Standing) -> None:
    """Everybody with an appointment reads drafts and withdrawn offers too."""
    if not who.is_member:
        raise NotAllowed("Only people with an appointment see offers that are not published.")


def check_can_write_offers(who: Standing) -> None:
    if not who.has(*WRITERS):
        raise NotAllowed("Only officers and managers write offers. Tell the participation officer what is missing.")


def check_can_publish_offer(who: Standing, offer: Offer) -> None:
    """A second person reads it before everybody does. Source: SECURITY, rule 13."""
    if not who.has(*PUBLISHERS):
        raise NotAllowed(
            "Only the Director, the Lead Member, the participation officer and democratic services publish an offer."
        )
    if offer.status == Status.PUBLISHED:
        raise NotAllowed("This offer is published already.")
    check_can_move(offer, Status.PUBLISHED)
    if offer.written_by_id == who.person_id:
        raise NotAllowed("You wrote this yourself. Ask somebody else to read and publish it.")


def check_can_confirm_offer(who: Standing, offer: Offer) -> None:
    """Whoever holds the role that answers for it, the participation officer, or the administrator."""
    if offer.status != Status.PUBLISHED:
        raise NotAllowed("Only a published offer is confirmed. Publish it first: that says it is so.")
    if not who.has(*CONFIRMERS, *owner_slugs(offer)):
        raise NotAllowed(
            "Only whoever answers for this offer, the participation officer and the administrator confirm it."
        )


def check_can_withdraw_offer(who: Standing, offer: Offer) -> None:
    """At once, by any of those who write or publish: nobody should ring for what is no longer there."""
    if not who.has(*WRITERS, *PUBLISHERS, *owner_slugs(offer)):
        raise NotAllowed("Only officers, managers and whoever answers for this offer withdraw it.")
    check_can_move(offer, Status.WITHDRAWN)


def check_can_move(offer: Offer, to: Offer.Status) -> None:
    """From draft to published and back, withdrawn from both, and from there to draft again."""
    if to not in NEXT[Status(offer.status)]:
        raise NotAllowed(REFUSALS[to])


def owner_slugs(offer: Offer) -> tuple[str, ...]:
    """The role that answers for it, where one does."""
    return (offer.owner_role.slug,) if offer.owner_role else ()
