"""“So what?” asked of whoever answers for a figure, as the record keeps it for their duty C1."""

from collections.abc import Collection
from datetime import datetime

from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Council
from reports.indicators.events import COMMENTARY_ASKED, COMMENTARY_RELEASED
from reports.indicators.facts.asking import open_asks, waiting
from reports.indicators.models import Area, Target


def ask_for_commentary(*, at: datetime, codes: Collection[str] | None = None) -> None:
    """Ask whoever answers for a newest figure that is off its target and has no commentary; take back what is over.

    Of the indicators `codes`, or of all that ever had a target. Part of the deed that changed figures, targets or
    commentary: in its transaction, after its event, with the indicators locked. What was asked and is open is not asked
    again; it is taken back when the figure is on target, somebody else wrote about it, or answers for it. Some eight
    queries, one a person, and those of the events.
    """
    found = Target.objects.select_related("indicator", "answerable").order_by("pk")
    targets = {row.public_id: row for row in (found if codes is None else found.filter(indicator__code__in=codes))}
    area = Area.objects.filter(code=Council.current().area_code).first() if targets else None
    if area is None:
        return
    now = waiting(area, [target for target in targets.values() if target.is_current], localdate(at))
    people = {target.answerable.public_id: target.answerable for target in targets.values()}
    before = open_asks({target.indicator.code for target in targets.values()}, people)
    for ask in sorted(before.keys() - now.keys()):
        about, whom = targets[before[ask]].reference, people[ask.person]
        Event.record(COMMENTARY_RELEASED, about=about, by=None, counts_for=whom, at=at, details=ask.details)
    for ask, off in now.items():
        if off.is_newest and ask not in before:
            about, whom = off.target.reference, people[ask.person]
            Event.record(COMMENTARY_ASKED, about=about, by=None, counts_for=whom, at=at, details=ask.details)
