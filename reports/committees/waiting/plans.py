"""Plans on the start page of whoever keeps them, from 60 days before they are due."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.committees.facts import plans as facts

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """At most five, the longest waiting first. One query."""
    if not who.is_member or who.person_id is None:
        return
    today = who.on or localdate()
    for plan in facts.due_of(who.person_id, today)[:MOST]:
        is_late = plan.due_on < today
        yield Need(
            title=f"Renew: {plan.title}",
            url=reverse("committees:plan-detail", args=[plan.public_id]),
            about=plan.get_kind_display(),
            why="Plans must answer what our children need now.",
            tag=f"{'Was due' if is_late else 'By'} {day(plan.due_on)}",
            tone="late" if is_late else "due",
            by=plan.due_on,
        )
