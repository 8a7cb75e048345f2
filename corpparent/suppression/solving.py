"""Small numbers and what would give them away, hidden; and the attack, run on the result before anybody sees it."""

from dataclasses import dataclass

from corpparent.suppression.attacking import exposed
from corpparent.suppression.choosing import Choice, Ranges
from corpparent.suppression.system import Key, Sum, System, components, primary

ATTEMPTS = 60
FREE = 10  # after so many, what is hidden stays hidden: large systems then end soon, with a few more cells hidden


@dataclass(frozen=True)
class Protected:
    """What must not be printed. `primary`: hidden for themselves. `coarsened`: breakdowns left out as a whole.

    `given_away`: hidden cells that what is known already gives away, whatever else is hidden.
    """

    hidden: frozenset[Key] = frozenset()
    primary: frozenset[Key] = frozenset()
    coarsened: tuple[Sum, ...] = ()
    given_away: frozenset[Key] = frozenset()
    attempts: int = 0


def solve(system: System, *, attempts: int = ATTEMPTS) -> Protected:
    """Every small cell hidden, and as few others as leave each hidden cell POSSIBLE values to the attack.

    Where `attempts` choices do not get there, breakdowns are left out as a whole, at last with their totals. It never
    refuses, and the same system always gives the same answer.
    """
    found = [_solve_one(part, attempts) for part in components(system) if primary(part)]
    return Protected(
        hidden=frozenset().union(*(one.hidden for one in found)),
        primary=primary(system),
        coarsened=tuple(each for one in found for each in one.coarsened),
        given_away=frozenset().union(*(one.given_away for one in found)),
        attempts=sum(one.attempts for one in found),
    )


def _solve_one(system: System, attempts: int) -> Protected:
    """Choose, find what the choice gives away, forbid it, choose again; the attack has the last word."""
    must, ranges = primary(system), Ranges(system)
    lost = _given_away(system, ranges)
    choice = Choice(system, must, lost)
    for attempt in range(1, attempts + 1):
        hidden = choice.best()
        if hidden is None:
            break
        if attempt > FREE:
            choice.keep(hidden)
        cuts = list(ranges.cuts(hidden, sorted(hidden - lost, key=repr)))
        for key, cut in cuts:
            choice.add(key, cut)
        if cuts:
            continue
        found = exposed(system, hidden)
        caught = found - _beyond_help(system, found)
        if not caught:
            return Protected(hidden, must, (), found, attempt)
        for key in caught:
            choice.add_not_enough(key, hidden)
    return _coarsen(system, must, attempts)


def _given_away(system: System, ranges: Ranges) -> frozenset[Key]:
    """The cells that seem to stay too well known with everything hidden that can be; none where nothing is known."""
    if not system.intervals and len(system.open_keys) == len(system.cells):
        return frozenset()
    return frozenset(key for key, _ in ranges.cuts(system.open_keys, sorted(system.open_keys, key=repr)))


def _beyond_help(system: System, found: frozenset[Key]) -> frozenset[Key]:
    """Those of the cells `found` too well known that the attack finds so whatever is hidden."""
    return exposed(system, system.open_keys, found) if found else found


def _coarsen(system: System, must: frozenset[Key], attempts: int) -> Protected:
    """Whole breakdowns hidden around every cell that is caught: first the parts, then the totals, then all there is."""
    hidden: frozenset[Key] = must
    left_out: dict[Sum, None] = {}
    while caught := (found := exposed(system, hidden)) - _beyond_help(system, found):
        around = [each for each in system.equations if caught & set(each.keys)]
        left_out |= dict.fromkeys(around)
        parts = frozenset(key for each in around for key in each.parts) & system.open_keys
        totals = frozenset(each.total for each in around) & system.open_keys
        grown = next((more for more in (parts, totals) if more - hidden), system.open_keys)
        hidden |= grown
    return Protected(hidden, must, tuple(left_out), found, attempts)
