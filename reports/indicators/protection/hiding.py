"""Which of the council's own figures may be printed: small ones, and those that would give them away, may not. Pure."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpparent.suppression.system import SMALL, System
from reports.indicators import registry
from reports.indicators.kinds import Unit
from reports.indicators.protection import relations
from reports.indicators.protection.coming import published_later
from reports.indicators.protection.relating import SHARES, Key, Own, Plan

__all__ = ["Earlier", "Key", "Own", "Parts", "Result", "hidden_of"]


class Parts(NamedTuple):
    """What of one figure may be printed. Whoever can only hide a figure as a whole goes by `value`, and hides more."""

    value: bool
    numerator: bool
    denominator: bool


ALL = Parts(True, True, True)
NONE = Parts(False, False, False)


class Earlier(NamedTuple):
    """The figures as they stood before a correction, and which of them were shown."""

    figures: Sequence[Own]
    known: Collection[Key]


@dataclass(frozen=True)
class Result:
    """`merged`: figures of breakdowns that had to be left out as a whole, for the notes on data."""

    shown: dict[Key, Parts]
    merged: set[Key]

    @property
    def hidden(self) -> set[Key]:
        """The figures whose value may not be printed."""
        return {key for key, parts in self.shown.items() if not parts.value}


def hidden_of(figures: Sequence[Own], known: Collection[Key] = (), before: Iterable[Earlier] = ()) -> Result:
    """What may be printed of `figures`, all of one area, each key once. Always the same for the same figures.

    `known`: those that everybody can read already, because government published them or an earlier edition printed
    them. They are never hidden, and readers are taken to use them. `before`: what they were corrected from; what was
    hidden then must not come out now, beside what was shown then. Source: docs/adr/0009.
    """
    from corpparent.suppression.solving import solve  # loads an optimiser, which most processes never need

    ties, definitions = relations.load(), {one.code: one for one in registry.load()}
    coming = list(published_later(figures, ties, definitions))
    whole = whole_numbers([*figures, *coming])
    plan = Plan(whole, {*known, *(one.key for one in coming)}, ties, definitions)
    earlier = [Plan(whole_numbers(each.figures), each.known, ties, definitions).system for each in before]
    found = solve(united(plan.system, earlier))
    shown = {figure.key: _judge(figure, plan, found.hidden) for figure in figures if figure.key not in known}
    left_out = {key for each in found.coarsened for key in each.parts}
    return Result(
        shown | {figure.key: ALL for figure in figures if figure.key in known},
        {figure.key for figure in whole if figure.key in shown and plan.top(figure) in left_out},
    )


def whole_numbers(figures: Iterable[Own]) -> list[Own]:
    """Those that sums tie together."""
    return [figure for figure in figures if figure.is_whole_numbers]


def united(now: System, earlier: Iterable[System]) -> System:
    """What somebody knows who has read them all: a number that did not change is one cell in all of them."""
    cells = {cell.key: cell for cell in now.cells}
    systems = [now, *earlier]
    for cell in (cell for system in systems[1:] for cell in system.cells):
        there = cells.get(cell.key, replace(cell, weight=0))
        cells[cell.key] = replace(there, known=there.known or cell.known)
    sums = dict.fromkeys(each for system in systems for each in system.sums)
    pairs = dict.fromkeys(each for system in systems for each in system.pairs)
    return System(tuple(cells.values()), tuple(sums), tuple(pairs))


def _judge(figure: Own, plan: Plan, hidden: Collection[Hashable]) -> Parts:
    """What may be printed of a figure that nobody can read yet."""
    if figure.numerator is figure.denominator is figure.value is None:
        return ALL
    if not _can_be_judged(figure):
        return NONE
    if not figure.is_whole_numbers:
        return NONE if _is_loosely_small(figure) else ALL
    top, bottom = plan.top(figure), plan.bottom(figure)
    value = top not in hidden and bottom not in hidden
    if figure.unit in SHARES:
        return Parts(value, top not in hidden, bottom not in hidden)
    return Parts(value, value, bottom not in hidden if bottom else value)


def _can_be_judged(figure: Own) -> bool:
    """Whether all is known that the rule asks for: of a share both numbers, of an average of how many it is."""
    if figure.unit == Unit.COUNT:
        return figure.value is not None
    is_of_two = figure.unit in SHARES or figure.unit == Unit.RATIO
    return figure.denominator is not None and (figure.numerator is not None or not is_of_two)


def _is_loosely_small(figure: Own) -> bool:
    """The rule for numbers with halves (posts, full-time equivalents), which no sum ties to others."""
    sides = [number for number in (figure.counted, figure.whole) if number is not None]
    if figure.unit in SHARES:
        sides.append(sides[1] - sides[0])
    return any(0 < abs(number) < SMALL.stop for number in sides)
