"""The clock of an executive body: when a key decision is entered in the plan, when a private meeting is announced.

Source: SI 2012/2089. Key decisions: 28 clear days' publicity (r9); where that is impracticable, notice to the chair of
scrutiny and five clear days (general exception, r10); where that is not possible either, agreement that it is urgent
and cannot reasonably be deferred (special urgency, r11). A meeting in private: notice of 28 clear days, then of five
with the representations and the answer to them; less only as agreed by the chair of scrutiny or of the council (r5).
Whether the 28 are working days or days of the calendar is the council's setting.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

from corpparent.rules import NotAllowed
from corpparent.working_days import NEVER
from members.models import Body
from members.standing import Standing
from reports.committees.models import ForwardPlanEntry, Meeting, PrivateNotice
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules.clock import CLEAR_DAYS, NOTICE_DAYS, publish_by

DAY = timedelta(days=1)
SHORT = {
    "general": "Fewer than 28 clear days remain, so this is a general exception (regulation 10): it needs the reason, "
    "and who of scrutiny was given notice.",
    "urgent": "Fewer than five clear days remain, so this is special urgency (regulation 11): it needs the reason, and "
    "who agreed that it cannot wait.",
}


@dataclass(frozen=True)
class NoticeDays:
    """How this council counts the days of an executive notice."""

    days: int = NOTICE_DAYS
    by_calendar: bool = False
    closed: Set[date] = NEVER

    def first_by(self, on: date) -> date:
        """The last lawful day for what wants 28 clear days before `on`."""
        return on - (self.days + 1) * DAY if self.by_calendar else publish_by(on, self.days, self.closed)

    def second_by(self, on: date) -> date:
        """The last lawful day for what wants five clear working days before `on`."""
        return publish_by(on, CLEAR_DAYS, self.closed)

    def by(self, step: str, on: date) -> date:
        return self.first_by(on) if step == PrivateNotice.Step.FIRST else self.second_by(on)

    def shortness(self, given_on: date, decide_on: date) -> str:
        """ "" where a key decision on `decide_on` has its 28 days, "general" with five of them, else "urgent"."""
        if given_on <= self.first_by(decide_on):
            return ""
        return "general" if given_on <= self.second_by(decide_on) else "urgent"


def check_can_keep(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed(
            "The forward plan and its notices are kept by democratic services officers and administrators."
        )


def check_is_executive(body: Body) -> None:
    if body.regime != Body.Regime.EXECUTIVE:
        raise NotAllowed("Only an executive body gives these notices. Others meet under the Local Government Act 1972.")


def check_stands(entry: ForwardPlanEntry) -> None:
    if entry.withdrawn_because:
        raise NotAllowed("This entry was withdrawn and stays as it is. Enter the matter anew if it comes back.")


def check_is_to_come(meeting: Meeting, today: date) -> None:
    if meeting.status == Meeting.Status.CANCELLED:
        raise NotAllowed("The meeting is cancelled, so no notice of it is given.")
    if meeting.is_over or meeting.meets_on < today:
        raise NotAllowed("The meeting was held, so notice of it cannot be given any more.")


def missing_of_short(shortness: str, because: str, agreed_by: str) -> dict[str, str]:
    """What a key decision with less than its 28 days lacks, by field."""
    if not shortness:
        return {}
    found = {} if because else {"short_because": SHORT[shortness]}
    if not agreed_by:
        who = "of scrutiny was given notice" if shortness == "general" else "agreed that it cannot wait"
        found["agreed_by"] = f"Say who {who}, by post: Chair of the scrutiny committee."
    return found


def missing_of_notice(is_late: bool, because: str, agreed_by: str) -> dict[str, str]:
    """What the notice of a private meeting lacks where its last lawful day is over, by field."""
    if not is_late:
        return {}
    found = {} if because else {"short_because": "The last lawful day is over. Say why the time could not be given."}
    if not agreed_by:
        found["agreed_by"] = (
            "Less time is lawful only as agreed. Say who agreed, by post: Chair of the scrutiny committee."
        )
    return found
