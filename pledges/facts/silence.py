"""Who has not spoken of a quarter that has ended."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from corpparent.periods import Period, quarter_around
from pledges.facts.progress import Told
from pledges.models import Commitment, Pledge, Progress, Promise

DAYS_TO_SPEAK = 28  # after a quarter has ended


@dataclass(frozen=True)
class Silence:
    """One voice that has not spoken of one promise or commitment for a quarter that has ended."""

    of: Told
    voice: str
    period: Period

    @property
    def due_on(self) -> date:
        return self.period.ends_on + timedelta(days=DAYS_TO_SPEAK)

    def is_late(self, on: date) -> bool:
        return on > self.due_on


def silent_on(on: date) -> list[Silence]:
    """Who has not spoken of the newest quarter that ended before `on`, of pledges live in it. Three queries.

    What was said of the whole year speaks for its quarters.
    """
    period = quarter_around(on).before()
    live = Q(pledge__status__in=[Pledge.Status.LIVE, Pledge.Status.UNDER_REVIEW])
    live &= Q(pledge__starts_on__lte=period.ends_on, pledge__published_at__date__lte=period.ends_on)
    promises = Promise.objects.filter(live).select_related("pledge", "owner_role")
    commitments = Commitment.objects.filter(live, ended_at__isnull=True, made_on__lte=period.ends_on)
    spoken = set(
        Progress.objects.filter(starts_on__lte=period.starts_on, ends_on__gte=period.ends_on).values_list(
            "promise_id", "commitment_id", "voice"
        )
    )
    asked: list[tuple[Told, int | None, int | None]] = [(one, one.pk, None) for one in promises]
    asked += [(one, None, one.pk) for one in commitments.select_related("pledge", "promise__owner_role", "partner")]
    return [
        Silence(one, voice, period)
        for one, promise, commitment in asked
        for voice in Progress.Voice.values
        if (promise, commitment, voice) not in spoken
    ]
