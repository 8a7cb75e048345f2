"""Who issues the summary of a quarter's visits, of which quarter, and who says that they have read it."""

from datetime import date

from django.core.exceptions import ValidationError

from corpparent.periods import NotAPeriod, Period
from corpparent.rules import NotAllowed
from members.roles import DCS, DEMOCRATIC_SERVICES_OFFICER, PARTICIPATION_OFFICER
from members.standing import Standing

ISSUERS = (DEMOCRATIC_SERVICES_OFFICER, PARTICIPATION_OFFICER, DCS)
LONGEST_REASON = 200


def check_can_issue(who: Standing) -> None:
    if not who.has(*ISSUERS):
        raise NotAllowed(
            "Only democratic services, the participation officer and the Director of Children's Services issue a "
            "summary of visits."
        )


def check_can_see(who: Standing) -> None:
    """The edition without homes is for everybody with an appointment; the other is as exempt as reports are."""
    if not who.is_member:
        raise NotAllowed("Only people with an appointment see summaries of visits.")


def is_reader(who: Standing) -> bool:
    """Whether `who` is a corporate parent, and so is asked to read (duty U4, which every level owes)."""
    return who.level > 0


def check_can_read(who: Standing) -> None:
    if not is_reader(who):
        raise NotAllowed("Only corporate parents are asked to say that they read it. You may read it all the same.")


def quarter_of(code: str, today: date) -> Period:
    """The quarter that `code` names, which has ended before `today`. Raises ValidationError at `quarter`."""
    try:
        period = Period.parse(code)
    except NotAPeriod as problem:
        raise ValidationError({"quarter": str(problem)}) from problem
    if period.kind != "quarter":
        raise ValidationError({"quarter": "A summary is of a quarter, written like 2026-27-Q2."})
    if period.ends_on >= today:
        raise ValidationError(
            {"quarter": f"{period.label} has not ended. Its summary can be issued from the day after."}
        )
    return period


def check_holds_something(is_empty: bool, quarter: Period) -> None:
    if is_empty:
        raise ValidationError(
            {"quarter": f"No visit was made or wanted from {quarter.label}. There is nothing to say."}
        )
