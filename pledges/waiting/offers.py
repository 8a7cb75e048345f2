"""Whom offers wait for to be confirmed, and what is not good enough to be answered."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from pledges.facts import offers, shortfalls
from pledges.models import PledgeSettings


def needs(who: Standing) -> Iterator[Need]:
    """One need for all offers, one for all that is not good enough. Three queries whatever the rows."""
    if not who.is_member:
        return
    times = PledgeSettings.current()
    yield from to_confirm(who, times)
    yield from to_answer(who, times)


def to_confirm(who: Standing, times: PledgeSettings) -> Iterator[Need]:
    on = who.on or localdate()
    found = list(offers.for_confirmer(offers.to_confirm(on, times), who))
    if not found:
        return
    first = found[0]
    last = offers.public_until(first, times) or on
    is_gone = last < on
    yield Need(
        title="Say whether it is still so" if len(found) == 1 else f"Say whether {len(found)} offers are still so",
        url=reverse("pledges:offer-detail", args=[first.public_id])
        if len(found) == 1
        else f"{reverse('pledges:offer-list')}?status=to-confirm",
        about=first.title,
        why="Young people no longer see it." if is_gone else "Young people ring the numbers that stand there.",
        tag=f"{'Left the public page after' if is_gone else 'Public until'} {last:%-d %B %Y}",
        tone="late" if is_gone else "due",
        by=last,
    )


def to_answer(who: Standing, times: PledgeSettings) -> Iterator[Need]:
    on = who.on or localdate()
    found = list(shortfalls.to_settle(who))
    if not found:
        return
    first = found[0]
    due = localdate(first.raised_at) + timedelta(days=times.shortfall_days)
    many = f"Say what comes of {len(found)} things that are not good enough"
    yield Need(
        title="Say what comes of what is not good enough" if len(found) == 1 else many,
        url=reverse("pledges:shortfall-detail", args=[first.public_id])
        if len(found) == 1
        else reverse("pledges:shortfall-list"),
        about=first.source_label,
        why="A corporate parent asked. It leads to an action, or to a reason.",
        tag=f"Said on {day(first.raised_at)}",
        tone="late" if due < on else "due",
        by=due,
    )
