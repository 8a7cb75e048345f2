"""The rota as rows, one visit that is wanted as facts, and who could go."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import count, day, in_words
from members.models import Person
from pledges.showing.public import Tag
from visits.facts.gate import Answers
from visits.models import Home, RotaSlot, Turn, Visit, VisitSettings
from visits.rules.gate import may_go, missing
from visits.rules.rota import is_too_late

Part, Status = Turn.Part, RotaSlot.Status
ENDED_TAGS = {Status.VISITED: "ok", Status.NOT_MADE: "late", Status.CANCELLED: "neutral"}


@dataclass(frozen=True)
class Row:
    """One line of the rota."""

    url: str
    title: str
    second: str
    tag: Tag


class Fact(NamedTuple):
    label: str
    value: str


class PartRow(NamedTuple):
    """A part in a visit and who has it."""

    label: str
    name: str
    tag: Tag


@dataclass(frozen=True)
class Candidate:
    """Somebody on the rota. `why_not`: what keeps them from going; `can_watch`: they may come along and learn."""

    person: Person
    load: str
    why_not: list[str]
    can_watch: bool
    turns: int


def row_of(slot: RotaSlot, today: date) -> Row:
    """`slot` as of facts.rota.slots."""
    names = ", ".join(f"{turn.person.name}{'' if turn.status == 'taken' else ' (asked)'}" for turn in slot.live)  # type: ignore[attr-defined]
    who = names or "Nobody was asked yet"
    on = f"On {day(slot.planned_on)}. " if slot.planned_on else ""
    return Row(page(slot), slot.home.alias, f"{on}{who}.", tag_of(slot, today))


def mine(turn: Turn, today: date) -> Row:
    slot = turn.slot
    if turn.status == Turn.Status.OFFERED:
        return Row(page(slot), slot.home.alias, "Offered to you. Say whether you can.", Tag("due", "Waiting for you"))
    on = f"You go on {day(slot.planned_on)}." if slot.planned_on else "Choose a day."
    return Row(page(slot), slot.home.alias, f"{turn.get_part_display()}. {on}", tag_of(slot, today))


def home_row(home: Home) -> str:
    """ "Juniper, last visited 3 March 2026". `home` as of facts.rota.homes_with_last."""
    last = home.last_on  # type: ignore[attr-defined]  # annotated
    return f"{home.alias}, last visited {day(last)}" if last else f"{home.alias}, never visited"


def being_written(visit: Visit, visitors: set[int], cleared: set[int], today: date) -> Row:
    """A report that nobody but its author reads yet: who, which visit, and for how long."""
    since = "Returned" if visit.status == Visit.Status.RETURNED else "Begun"
    began = localdate(visit.returned_at or visit.started_at)
    second = f"{visit.lead.name}. {since} {ago(began, today)}, last saved {ago(localdate(visit.saved_at), today)}."
    tag = Tag("due", "Being written")
    if visit.lead_id not in visitors:
        tag = Tag("late", "Their appointment has ended")
    elif visit.lead_id not in cleared:
        tag = Tag("late", "Their check ran out")
    url = page(visit.slot) if visit.slot else ""
    return Row(url, visit.home.alias, second, tag)


def ago(on: date, today: date) -> str:
    """ "today", "one day ago", "12 days ago"."""
    days = (today - on).days
    return f"{count(days, 'day')} ago" if days > 0 else "today"


def tag_of(slot: RotaSlot, today: date) -> Tag:
    """ "15 days late", "By 30 September 2026", "Visited", "Not made"."""
    if slot.status in ENDED_TAGS:
        return Tag(ENDED_TAGS[Status(slot.status)], slot.get_status_display())
    if (late := (today - slot.due_on).days) > 0:
        return Tag("late", f"{late:,} day{'s' * (late != 1)} late")
    return Tag("due", f"By {day(slot.due_on)}")


def facts_of(slot: RotaSlot) -> list[Fact]:
    found = [
        Fact("Ofsted number", slot.home.urn),
        Fact("When", f"From {day(slot.starts_on)} to {day(slot.due_on)}"),
        Fact("Day the visitors chose", day(slot.planned_on) if slot.planned_on else ""),
        Fact("Announced", "The home knows the day" if slot.is_announced else "The home does not know the day"),
        Fact("Why one visits alone", slot.alone_because),
        Fact("Why it was not made", slot.get_not_made_because_display() if slot.not_made_because else ""),
        Fact("Why it was cancelled", why_cancelled(slot)),
        Fact("Ended", f"{slot.closed_by or 'The portal'}, {day(localdate(slot.closed_at))}" if slot.closed_at else ""),
    ]
    return [fact for fact in found if fact.value]


def why_cancelled(slot: RotaSlot) -> str:
    """Where its home closed before it could be made."""
    closed_on, ended_at = slot.home.closed_on, slot.closed_at
    if slot.status != Status.CANCELLED or not (closed_on and ended_at):
        return ""
    return f"The home closes on {day(closed_on)}" if is_too_late(slot, closed_on, localdate(ended_at)) else ""


def parts_of(turns: Mapping[str, Turn]) -> list[PartRow]:
    return [part_row(part, turns.get(part)) for part in Part if part in turns or part != Part.SHADOW]


def part_row(part: Turn.Part, turn: Turn | None) -> PartRow:
    if turn is None:
        return PartRow(part.label, "Nobody yet", Tag("neutral", "Free"))
    taken = turn.status == Turn.Status.TAKEN
    return PartRow(part.label, turn.person.name, Tag("ok", "Yes") if taken else Tag("due", "Asked, no answer yet"))


def free_parts(turns: Mapping[str, Turn]) -> list[Turn.Part]:
    return [part for part in Part if part not in turns]


def needs_second(slot: RotaSlot, turns: Mapping[str, Turn], scheme: VisitSettings) -> bool:
    """Whether two are expected, only one said yes, and nobody has said why."""
    second = turns.get(Part.SECOND)
    has_second = second is not None and second.status == Turn.Status.TAKEN
    return scheme.is_pair_expected and Part.LEAD in turns and not has_second and not slot.alone_because


def not_asked(scheme: VisitSettings) -> str:
    """What the gate asks of nobody, because the council has named no course for it; "" where it has."""
    named = {"safeguarding training": scheme.safeguarding_course_id, "training about visits": scheme.visit_course_id}
    if all(named.values()):
        return ""
    what = " or as ".join(name for name, course in named.items() if not course)
    return (
        f"The council has not named a course as {what}, so nobody is asked for it. The administrator names it under "
        "“How visits work”."
    )


def candidates(
    people: list[Person],
    gates: Mapping[str, Mapping[int, Answers]],
    load: Counter[int],
    turns: Mapping[str, Turn],
) -> list[Candidate]:
    """Those who may go before those who may not, and who has least to do first. Who has a part in it is left out."""
    busy = {turn.person_id for turn in turns.values()}
    found = [
        Candidate(
            person=person,
            load=f"{count(load[person.pk], 'visit').capitalize()} this year",
            why_not=missing(gates[Part.LEAD][person.pk]),
            can_watch=may_go(gates[Part.SHADOW][person.pk]),
            turns=load[person.pk],
        )
        for person in people
        if person.pk not in busy
    ]
    return sorted(found, key=lambda one: (bool(one.why_not), one.turns, one.person.name))


def added(number: int) -> str:
    if not number:
        return "Nothing more is wanted by then: the rota holds it already."
    return f"{in_words(number).capitalize()} visit{'s are' if number != 1 else ' is'} on the rota. Offer them now."


def page(slot: RotaSlot) -> str:
    return reverse("visits:slot-detail", args=[slot.public_id])
