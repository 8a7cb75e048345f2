"""One duty of one person on one day: the line of a statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from members.duties.definitions import Definition
from members.duties.owing import Term, owed_since
from members.duties.proving import Asked, Deed, Part, State, judged

ORDER = {state: number for number, state in enumerate(State)}


class Setting(NamedTuple):
    """A duty as this council asks it."""

    definition: Definition
    months: int | None
    days: int
    begins_on: date = date.min  # the council's first day with the portal


@dataclass(frozen=True)
class Line:
    """A duty that is owed, since when, and how each of its proofs stands."""

    setting: Setting
    since: date
    parts: tuple[Part, ...]

    @property
    def definition(self) -> Definition:
        return self.setting.definition

    @cached_property
    def state(self) -> State:
        """The worst of its proofs; those that cannot be recorded yet count for nothing beside others."""
        return min((part.state for part in self.parts), key=ORDER.__getitem__)

    @property
    def due_on(self) -> date | None:
        """The nearest day of the proofs that make its state: until when it holds, or by when it is to be proved."""
        return min((part.due_on for part in self.parts if part.state is self.state and part.due_on), default=None)

    @property
    def is_waiting(self) -> bool:
        return self.state in (State.DUE, State.OVERDUE)

    @property
    def proved(self) -> list[Deed]:
        """Every event behind it, the newest first."""
        found = {deed.number: deed for part in self.parts for deed in part.proved}
        return [found[number] for number in sorted(found, reverse=True)]


def lines_of(
    settings: Iterable[Setting],
    terms: Iterable[Term],
    deeds: Iterable[Deed],
    on: date,
    *,
    recorded: frozenset[str],
) -> list[Line]:
    """The duties that somebody with these `terms` owes on day `on`, in the order of `settings`.

    `deeds`: the events that count for this person, in the record's order; those after the day are left out here.
    `recorded`: the types of event that this installation can write.
    """
    terms, done = list(terms), [deed for deed in deeds if deed.on <= on]
    found = []
    for setting in settings:
        since = owed_since(setting.definition, terms, on)
        if since is None or setting.begins_on > on:
            continue
        since = max(since, setting.begins_on)
        asked = Asked(since, on, setting.months, setting.days)
        parts = tuple(
            judged(proof, done, asked) if proof.needed <= recorded else Part(proof, State.NOT_RECORDED)
            for proof in setting.definition.proofs
        )
        found.append(Line(setting, since, parts))
    return found
