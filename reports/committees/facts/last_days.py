"""The last lawful day to publish the agenda of a meeting, by the law that its body meets under."""

from dataclasses import dataclass
from datetime import date

from members.models import Body, ClosedDay, Council
from reports.committees.models import CommitteeSettings, Meeting
from reports.committees.rules.clock import publish_by


@dataclass(frozen=True)
class Days:
    """How this council counts."""

    clear_days: int
    informal_days: int
    closed: frozenset[date]

    @classmethod
    def current(cls) -> "Days":
        """Three queries."""
        closed = frozenset(ClosedDay.objects.values_list("on", flat=True))
        return cls(Council.current().clear_days, CommitteeSettings.current().informal_days, closed)

    def last_for(self, meeting: Meeting) -> date:
        """Of a meeting called at shorter notice, the day on which it was called (LGA 1972, s100B(3) and (4)(a))."""
        is_informal = meeting.body.regime == Body.Regime.INFORMAL
        found = publish_by(meeting.meets_on, self.informal_days if is_informal else self.clear_days, self.closed)
        return max(found, meeting.convened_on) if meeting.convened_on else found


def last_lawful_day(meeting: Meeting) -> date:
    """Three queries, and the body where it was not read yet."""
    return Days.current().last_for(meeting)
