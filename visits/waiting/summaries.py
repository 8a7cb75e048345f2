"""Summaries of visits on the start page, until I said that I have read them."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.periods import Period
from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from visits.facts import readers as facts
from visits.models import SummaryReader
from visits.rules.summaries import is_reader

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """At most five. One query, and how the council set the duty at a glance; none for who owes no duties."""
    if who.person_id is None or not is_reader(who):
        return
    today, days = who.on or localdate(), facts.days_to_read()
    for row in facts.asked_of(who.person_id)[:MOST]:
        yield need_of(row, today, days)


def need_of(row: SummaryReader, today: date, days: int | None) -> Need:
    """Without a day where the council does not ask this duty."""
    due_on = localdate(row.asked_at) + timedelta(days=days) if days is not None else date.max
    is_late = due_on < today
    return Need(
        title="Read the summary of visits",
        url=reverse("visits:summary-detail", args=[row.summary.public_id]),
        about=f"Visits to children’s homes, {Period.parse(row.summary.quarter).label}",
        why="It asks whether homes are good enough for your own child.",
        tag=f"{'Was due' if is_late else 'By'} {day(due_on)}" if days is not None else "Waiting for you",
        tone="late" if is_late else "due",
        by=due_on,
    )
