"""“So what?”: what is said about a figure."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.periods import Period
from members.models import Person
from reports.indicators import rules
from reports.indicators.events import COMMENTARY_WRITTEN
from reports.indicators.facts import target_of
from reports.indicators.models import Commentary, Indicator, Observation, Target
from reports.indicators.services.asking import ask_for_commentary


def answerable_in(code: str, period: Period) -> Target | None:
    """The target that names who answers for the indicator `code` in `period`. One query."""
    targets = Target.objects.filter(indicator__code=code, is_current=True).select_related("indicator")
    return target_of(targets, period)


def answerable_for(observation: Observation) -> Target | None:
    """The target that names who answers for a figure. One query."""
    return answerable_in(observation.indicator.code, Period.parse(observation.period))


@transaction.atomic
def write_commentary(*, observation: Observation, text: str, by: Person, at: datetime) -> Commentary:
    """Say something about one figure. What was said before stays, no longer current. Raises NotAllowed."""
    target = answerable_for(observation)
    rules.check_can_comment(by.standing_on(localdate(at)), target.answerable_id if target else None)
    # Before the figure, as whoever takes figures in does; and so that nobody is asked while somebody writes.
    Indicator.objects.select_for_update().filter(code=observation.indicator.code, is_current=True).first()
    Observation.objects.select_for_update().get(pk=observation.pk)
    before = Commentary.objects.filter(observation=observation, is_current=True).first()
    if before and (before.text, before.author_id) == (text, by.pk):
        return before
    Commentary.objects.filter(observation=observation, is_current=True).update(is_current=False)
    made = Commentary.objects.create(observation=observation, text=text, author=by, written_at=at)
    details = {"indicator": observation.indicator.code, "period": observation.period}
    Event.record(COMMENTARY_WRITTEN, about=made.reference, by=by, at=at, details=details)
    ask_for_commentary(codes=[observation.indicator.code], at=at)
    return made
