"""My duties on my start page: the need, and each with its state at the side."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from members.duties import Line, State
from members.duties.telling import Row, counted, row_of
from members.facts.ledger import glanced_settings, ledgers
from members.needs import Need
from members.standing import Standing
from members.words import say

MOST = 3  # titles that are named


def lines_for(who: Standing) -> list[Line]:
    """What `who` owes today. Two queries, and the council's settings at a glance; none for who owes nothing."""
    if not who.level or who.public_id is None:
        return []
    return ledgers({who.public_id: who.on or localdate()}, glanced_settings())[who.public_id]


def rows(who: Standing, lines: list[Line]) -> list[Row]:
    """Each of the `lines` of `who` in words."""
    return [row_of(line, who.on or localdate(), say=say) for line in lines]


def needs(who: Standing, lines: list[Line]) -> Iterator[Need]:
    """One need for all of the `lines` of `who` that are due or late."""
    waiting = [line for line in lines if line.is_waiting]
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
