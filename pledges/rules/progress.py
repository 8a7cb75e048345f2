"""Whether a promise was kept: who may say so, of which period, and when one rating is worse than another."""

from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localdate

from corpparent.periods import AROUND, Kind, Period
from corpparent.rules import NotAllowed
from members.roles import DCS, LEAD_MEMBER, PARTICIPATION_OFFICER, PERFORMANCE_OFFICER
from members.standing import Standing
from pledges.models import Pledge, Progress

Rating = Progress.Rating
OFFICERS, YOUNG_PEOPLE = Progress.Voice.OFFICERS, Progress.Voice.YOUNG_PEOPLE

SPEAKS_FOR_OFFICERS = (DCS, LEAD_MEMBER, "childrens-services-manager", PERFORMANCE_OFFICER)
KINDS: tuple[Kind, ...] = ("quarter", "year")
ORDER = [Rating.KEPT, Rating.PARTLY, Rating.NOT_KEPT]  # the best first; who could not tell compares with nothing
AFTER_PUBLISHING = (Pledge.Status.LIVE, Pledge.Status.UNDER_REVIEW, Pledge.Status.RETIRED)


def is_worse(rating: str, than: str) -> bool:
    """Whether `rating` is a slip from `than`. “Could not tell” is neither better nor worse than anything."""
    return rating in ORDER and than in ORDER and ORDER.index(Rating(rating)) > ORDER.index(Rating(than))


def check_can_record(who: Standing, voice: str, owner_role: str) -> None:
    """Officers speak for officers, the participation officer for young people: two voices, two people.

    `owner_role` is the slug of the role that answers for the promise, or "". Source: ADR 15.
    """
    if voice == YOUNG_PEOPLE:
        if not who.has(PARTICIPATION_OFFICER):
            raise NotAllowed("Only the participation officer writes down what young people say of a promise.")
        return
    if who.has(PARTICIPATION_OFFICER):
        raise NotAllowed("You write down what young people say, so somebody else speaks for the council’s officers.")
    if not who.has(*SPEAKS_FOR_OFFICERS, *filter(None, [owner_role])):
        raise NotAllowed("Only whoever answers for this promise, or a manager, can say how officers see it.")


def check_is_published(pledge: Pledge) -> None:
    """Nobody can say how a draft is kept."""
    if pledge.status not in AFTER_PUBLISHING:
        raise NotAllowed("Progress is told once the pledge is live.")


def check_period(period: Period, pledge: Pledge, ended_on: date | None, on: date) -> None:
    """A quarter or a year that has begun, of a pledge that holds. `ended_on`: since when nothing is promised."""
    check_is_published(pledge)
    if period.kind not in KINDS:
        raise NotAllowed("Progress is told by quarter or by year, like 2026-27-Q2 or 2026-27.")
    if period.starts_on > on:
        raise NotAllowed(f"{period.label} has not begun yet. Choose a quarter or a year that has.")
    if period.ends_on < pledge.starts_on:
        raise NotAllowed(
            f"This was not yet promised in {period.label}. The pledge holds from {written(pledge.starts_on)}."
        )
    if ended_on and period.starts_on > ended_on:
        raise NotAllowed(f"This was no longer promised in {period.label}. It ended on {written(ended_on)}.")


def periods_to_tell(starts_on: date, ended_on: date | None, on: date) -> dict[Kind, list[Period]]:
    """Quarters and years that `check_period` lets through, the newest first: {"quarter": […], "year": […]}."""
    last = min(on, ended_on) if ended_on else on
    found: dict[Kind, list[Period]] = {}
    for kind in KINDS:
        period, periods = AROUND[kind](last), []
        while period.ends_on >= starts_on:
            periods.append(period)
            period = period.before()
        found[kind] = periods
    return found


def check_evidence(voice: str, rating: str, dates: Sequence[date], heard_how: str, on: date) -> None:
    """Officers’ “Kept” stands on a dated piece of evidence at least; young people’s voice on how they were asked.

    `dates` are those of the evidence. Source: DOMAIN, 3.
    """
    if voice == YOUNG_PEOPLE:
        if not heard_how:
            raise NotAllowed("Say how young people were asked, such as “Children’s council, eight of them”.")
        return
    if rating == Rating.KEPT and not dates:
        raise NotAllowed("“Kept” needs evidence: give at least one thing that shows it, with its date.")
    late = [one for one in dates if one > on]
    if late:
        raise NotAllowed(f"Evidence cannot be dated {written(late[0])}: that day has not come yet.")


def check_correction(now: Progress | None, because: str) -> None:
    """What was said once is corrected with a reason. `now`: what this voice says of this period today, or None."""
    if now and not because:
        said_on = written(localdate(now.recorded_at))
        raise NotAllowed(f"Something was said of this on {said_on}. Say why it changes: both stay in sight.")


def check_another_person(by_id: int | None, others: Sequence[int | None]) -> None:
    """Nobody writes both voices of one period. `others`: keys of those who wrote the other voice of it."""
    if by_id is not None and by_id in others:
        raise NotAllowed("You wrote down the other voice for this period. Somebody else must write this one.")


def written(day: date) -> str:
    return f"{day:%-d %B %Y}"
