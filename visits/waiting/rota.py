"""The rota on the start page: turns offered to me, visits I took, and for who arranges it what nobody leads."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from visits.facts import rota as facts
from visits.models import RotaSlot, Turn
from visits.rules.rota import SEES, arranges

MOST = 5
AHEAD = timedelta(days=30)


def needs(who: Standing) -> Iterator[Need]:
    """At most five of each. One query for who sees the rota, one more for who arranges it."""
    if who.person_id is None or not who.has(*SEES):
        return
    today = who.on or localdate()
    for turn in facts.turns_waiting_for(who.person_id)[:MOST]:
        yield offered(turn) if turn.status == Turn.Status.OFFERED else to_make(turn, today)
    if arranges(who):
        for slot in facts.without_lead(today + AHEAD)[:MOST]:
            yield without_visitors(slot, today)


def offered(turn: Turn) -> Need:
    return Need(
        title=f"Can you visit {turn.slot.home}?",
        url=address(turn.slot),
        about="A visit is offered to you",
        why=f"{turn.get_part_display()}. Say whether you can, so that somebody else is asked in time.",
        tag="Waiting for you",
        by=turn.slot.due_on,
    )


def to_make(turn: Turn, today: date) -> Need:
    slot = turn.slot
    is_late = slot.due_on < today
    return Need(
        title=f"Visit {slot.home}",
        url=address(slot),
        about="A visit you took",
        why=f"You chose {day(slot.planned_on)}." if slot.planned_on else "Choose a day, and read the briefing.",
        tag=tag_of(slot, today),
        tone="late" if is_late else "due",
        by=slot.due_on,
    )


def without_visitors(slot: RotaSlot, today: date) -> Need:
    return Need(
        title=f"Nobody leads the visit to {slot.home}",
        url=address(slot),
        about="The rota of visits",
        why="Offer it to somebody who may go.",
        tag=tag_of(slot, today),
        tone="late" if slot.due_on < today else "due",
        by=slot.due_on,
    )


def tag_of(slot: RotaSlot, today: date) -> str:
    late = (today - slot.due_on).days
    return f"{late:,} day{'s' * (late != 1)} late" if late > 0 else f"By {day(slot.due_on)}"


def address(slot: RotaSlot) -> str:
    return reverse("visits:slot-detail", args=[slot.public_id])
