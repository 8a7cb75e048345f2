"""My duties that wait, for my start page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from members.duties import State
from members.duties.telling import counted
from members.facts.ledger import glanced_settings, ledgers
from members.needs import Need
from members.standing import Standing

MOST = 3  # titles that are named


def needs(who: Standing) -> Iterator[Need]:
    """One need for all my duties that are due or late. Two queries, and the council's settings at a glance."""
    if not who.level or who.public_id is None:
        return
    today = who.on or localdate()
    waiting = [line for line in ledgers({who.public_id: today}, glanced_settings())[who.public_id] if line.is_waiting]
    if not waiting:
        return
    late = [line for line in waiting if line.state is State.OVERDUE]
    soonest = min((line.due_on for line in waiting if line.due_on), default=date.max)
    yield Need(
        title=f"{counted(len(waiting), 'duty', ('waits', 'wait'))} for you",
        url=reverse("members:statement-detail", args=[who.public_id]),
        about=f"{listed([line.definition.title for line in waiting[:MOST]])}{' and more' * (len(waiting) > MOST)}",
        why="Your statement shows what each asks, and the record that proves it.",
        tag=f"{len(late)} late" if late else f"By {soonest:%-d %B %Y}",
        tone="late" if late else "due",
        by=soonest,
    )


def listed(titles: list[str]) -> str:
    """Titles of duties beside each other; some hold commas of their own."""
    return " · ".join(titles)
