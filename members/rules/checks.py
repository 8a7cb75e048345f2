"""Who may know of checks, and who may write them down."""

from uuid import UUID

from corpparent.rules import NotAllowed
from members.models import Check
from members.roles import CHECKS_OFFICER, DCS
from members.standing import Standing

Kind = Check.Kind

# For these somebody has agreed, and no exception in law is needed.
NEEDS_NO_LAW = {Kind.BASIC, Kind.REFERENCES, Kind.CONDUCT}


def sees_all_checks(who: Standing) -> bool:
    """The checks officer and the Director of Children's Services see everybody's."""
    return who.has(CHECKS_OFFICER, DCS)


def sees_checks_of(who: Standing, person_id: UUID) -> bool:
    """Whether `who` may see the checks of the person with that public id: everybody may see their own."""
    return who.is_member and (who.public_id == person_id or sees_all_checks(who))


def check_can_see_checks_of(who: Standing, person_id: UUID) -> None:
    """Checks are known to few."""
    if not sees_checks_of(who, person_id):
        raise NotAllowed("Only the person, the checks officer and the Director of Children's Services see checks.")


def check_can_see_all_checks(who: Standing) -> None:
    """The same for the list of everybody."""
    if not sees_all_checks(who):
        raise NotAllowed("Only the checks officer and the Director of Children's Services see everybody's checks.")


def check_can_record_check(who: Standing, person_id: UUID) -> None:
    """The checks officer writes checks down, and never their own."""
    if not who.has(CHECKS_OFFICER):
        raise NotAllowed("Only the checks officer can write down a check.")
    if who.public_id == person_id:
        raise NotAllowed("You cannot write down your own check. Another checks officer does it.")


def needs_a_reason_in_law(kind: str, eligibility: str) -> bool:
    """Whether consent is given as the reason for a check that only the law allows.

    Source: Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975: standard and enhanced checks need an
    exception, and a person's consent is none.
    """
    return eligibility == Check.Eligibility.CONSENT and kind not in NEEDS_NO_LAW
