"""What the events say of one proof for one person on one day. Pure: the ledger reads the rows, this judges them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from corpparent.months import months_after
from members.duties.definitions import Proof


class State(StrEnum):
    """How a duty stands: the first of these that one of its proofs is in."""

    OVERDUE = "overdue"
    DUE = "due"
    MET = "met"
    NOT_ASKED = "not-asked"  # nothing was expected of this person yet, so nothing proves anything
    NOT_RECORDED = "not-recorded"  # no app of this installation can write the proof yet


class Deed(NamedTuple):
    """An event as duties see it; `number` is its place in the record."""

    type: str
    at: datetime
    on: date  # when it was done, in London: the day of `at`, unless it was written down afterwards
    number: int
    subject: UUID
    details: Mapping[str, Any]


class Waiting(NamedTuple):
    """Something that was asked and is not done; `due_on` is the last day in time."""

    deed: Deed
    due_on: date


@dataclass(frozen=True)
class Part:
    """One proof of a duty. `proved` holds every event that proves it, the newest first.

    `due_on`: when met, the last day the proof holds (None: for good); when due or overdue, the last day in time.
    """

    proof: Proof
    state: State
    due_on: date | None = None
    proved: Sequence[Deed] = ()
    waiting: Sequence[Waiting] = ()


class Asked(NamedTuple):
    """From when a duty is owed, the day one looks at, and how the council set it."""

    since: date
    on: date
    months: int | None
    days: int


def judged(proof: Proof, deeds: Iterable[Deed], asked: Asked) -> Part:
    """How `proof` stands by a person's `deeds` (in the record's order, none after the day)."""
    types = proof.read
    own = [deed for deed in deeds if deed.type in types]
    if proof.asked:
        return occasion(proof, own, asked)
    return interval(proof, own, asked)


def interval(proof: Proof, deeds: Sequence[Deed], asked: Asked) -> Part:
    """At least every so many months; the first is due so many days after the duty began."""
    assert asked.months is not None, "Every duty proved by an interval is set with its months."
    proved = in_force(proof, deeds)
    began = asked.since
    if proved:
        holds_until = months_after(proved[0].on, asked.months)
        if asked.on <= holds_until:
            return Part(proof, State.MET, holds_until, proved)
        began = max(began, holds_until)
    due_on = began + timedelta(days=asked.days)
    return Part(proof, State.OVERDUE if asked.on > due_on else State.DUE, due_on, proved)


def occasion(proof: Proof, deeds: Sequence[Deed], asked: Asked) -> Part:
    """Once for each thing that was expected of this person since the duty began."""
    answers = {key_of(proof, deed): deed for deed in reversed(in_force(proof, deeds))}  # the newest to each stays
    releases = {key_of(proof, deed): deed for deed in deeds if deed.type == proof.released_by}
    proved, waiting = {}, []
    for deed in expected(proof, deeds, asked):
        answer = answers.get(key_of(proof, deed))
        released = releases.get(key_of(proof, deed))
        if answer and answer.number > deed.number:
            proved[answer.number] = answer
        elif released is None or released.number < deed.number:
            waiting.append(Waiting(deed, deed.on + timedelta(days=days_given(proof, deed, asked))))
    waiting.sort(key=lambda one: one.due_on)
    behind = sorted(proved.values(), key=lambda deed: deed.at, reverse=True)
    return Part(proof, state_of(waiting, behind, asked.on), waiting[0].due_on if waiting else None, behind, waiting)


def days_given(proof: Proof, deed: Deed, asked: Asked) -> int:
    """How many days there are to do what `deed` asked: its own where it names them, else those of the duty."""
    own: int | None = deed.details.get(proof.days_from) if proof.days_from else None
    return asked.days if own is None else own


def expected(proof: Proof, deeds: Iterable[Deed], asked: Asked) -> Iterator[Deed]:
    """What was asked of the person that still counts on the day."""
    since = asked.since
    if proof.within_months:
        since = max(since, months_after(asked.on, -proof.within_months))
    return (deed for deed in deeds if deed.type == proof.asked and deed.on >= since and matches(proof, deed))


def state_of(waiting: Sequence[Waiting], proved: Sequence[Deed], on: date) -> State:
    """Of an occasion: `waiting` begins with what was due first."""
    if waiting:
        return State.OVERDUE if on > waiting[0].due_on else State.DUE
    return State.MET if proved else State.NOT_ASKED


def in_force(proof: Proof, deeds: Iterable[Deed]) -> list[Deed]:
    """The proving events that nothing undid, the newest first."""
    kept: list[Deed] = []
    for deed in deeds:
        if deed.type == proof.undone_by:
            kept = [earlier for earlier in kept if earlier.subject != deed.subject]
        elif deed.type == proof.event and (proof.asked or matches(proof, deed)):
            kept.append(deed)
    return sorted(kept, key=lambda deed: (deed.on, deed.at), reverse=True)


def matches(proof: Proof, deed: Deed) -> bool:
    """Whether the details say what the proof wants: of what was asked, or of what proves an interval."""
    return all(deed.details.get(name) in values for name, values in proof.where.items())


def key_of(proof: Proof, deed: Deed) -> tuple[object, ...]:
    """What an answer shares with what was asked: the subject, or what the details say."""
    return tuple(deed.details.get(name) for name in proof.same) if proof.same else (deed.subject,)
