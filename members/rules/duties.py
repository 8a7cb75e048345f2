"""Who sees whose duties, who signs, and who sets how often."""

from datetime import date

from corpparent.periods import Period
from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR, CHIEF_EXECUTIVE, DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER, OFFICES
from members.standing import Standing

# Those who answer for the whole, and those who keep its papers.
SEE_ALL = (LEAD_MEMBER, DCS, CHIEF_EXECUTIVE, DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR)


def sees_all_duties(who: Standing) -> bool:
    """Whether the matrix, the evidence files and anybody's statement are open to `who`."""
    return who.has(*SEE_ALL)


def check_can_see_all_duties(who: Standing) -> None:
    """What everybody met or missed is for those who answer for it."""
    if not sees_all_duties(who):
        raise NotAllowed(
            "Only the Lead Member, the Director of Children's Services, the chief executive, a democratic services "
            "officer or the administrator can see everybody's duties. Your own are in your statement."
        )


def check_can_sign(who: Standing) -> None:
    """A statement says what a level asks: without a level there is nothing to sign. Source: ADR 13."""
    if not who.level:
        raise NotAllowed("None of your appointments makes you a corporate parent, so there is no statement to sign.")


def check_can_review_arrangements(who: Standing) -> None:
    """SP2 is owed by the two whom the law names. Source: Children Act 2004, sections 18 and 19."""
    if not who.has(*OFFICES):
        raise NotAllowed(
            "Only the Lead Member or the Director of Children's Services signs that they have looked at this."
        )


def check_can_set_duties(who: Standing) -> None:
    """How often a duty is asked is the council's decision, written down by its administrator."""
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the council's administrator can change how often a duty is asked.")


def check_year_has_begun(year: Period, today: date) -> None:
    """There is no evidence of days that have not come."""
    if year.starts_on > today:
        raise NotAllowed(f"{year.label} has not begun yet. Choose this year or one before.")
