"""My duties on my start page: the need, and each with its state at the side."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import in_words
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
    """Each of the `lines` of `who` that can be met by now, in words; the statement shows the others too."""
    shown = [line for line in lines if line.state is not State.NOT_RECORDED]
    return [row_of(line, who.on or localdate(), say=say) for line in shown]


def summary(lines: list[Line]) -> str:
    """ "Four of five met.", of the duties that can be met by now; "" where none is asked."""
    asked = [line for line in lines if line.state not in (State.NOT_RECORDED, State.NOT_ASKED)]
    met = sum(line.state is State.MET for line in asked)
    return f"{in_words(met).capitalize() if met else 'None'} of {in_words(len(asked))} met." if asked else ""


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
        tag=f"{in_words(len(late)).capitalize()} late" if late else f"By {soonest:%-d %B %Y}",
        tone="late" if late else "due",
        by=soonest,
    )


def listed(titles: list[str]) -> str:
    """Titles of duties beside each other; some hold commas of their own."""
    return " · ".join(titles)
