"""How numbers hang together: counts, and what every reader knows about them. Pure values, no optimiser."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

SMALL = range(1, 6)  # counts that could point at a child. Source: the DfE's convention for councils' figures
POSSIBLE = 4  # how many values each hidden cell must keep, whatever a reader works out

Key = Hashable


class NotASystem(ValueError):
    """The numbers contradict what is said of them. The message names the cell or the sum, not its value."""


@dataclass(frozen=True)
class Cell:
    """A count. `lower` is the least it can be, as every reader knows.

    `known`: published by government, or printed in an earlier edition; hiding it again protects nobody.
    `weight`: how many printed figures go when this cell goes; 0 for a number that is printed nowhere.
    """

    key: Key
    value: int
    lower: int = 0
    known: bool = False
    weight: int = 1

    @property
    def is_small(self) -> bool:
        return abs(self.value) in SMALL


@dataclass(frozen=True)
class Sum:
    """`total` is the sum of `parts`. `title` is what people call the breakdown."""

    total: Key
    parts: tuple[Key, ...]
    title: str = ""

    @property
    def keys(self) -> tuple[Key, ...]:
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Pair:
    """A share: `numerator` of `denominator`, and the `rest` of it. It is a sum too, and need not be said twice."""

    numerator: Key
    rest: Key
    denominator: Key

    @property
    def keys(self) -> tuple[Key, ...]:
        return (self.numerator, self.rest, self.denominator)


@dataclass(frozen=True)
class Interval:
    """A reader knows that the cell lies from `low` to `high`, both counted: a rounded share was printed of it."""

    key: Key
    low: int
    high: int

    @property
    def keys(self) -> tuple[Key, ...]:
        return (self.key,)


@dataclass(frozen=True)
class System:
    """Cells and all that every reader knows of them. Raises NotASystem where the values say otherwise."""

    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...] = ()
    pairs: tuple[Pair, ...] = ()
    intervals: tuple[Interval, ...] = ()
    by_key: dict[Key, Cell] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {cell.key: cell for cell in self.cells})
        if len(self.by_key) != len(self.cells):
            raise NotASystem("There are two cells of one key.")
        for cell in self.cells:
            if cell.value < cell.lower:
                raise NotASystem(f"The cell {cell.key} is less than the least it can be.")
        for each in self.equations:
            if self.by_key[each.total].value != sum(self.by_key[key].value for key in each.parts):
                raise NotASystem(f"The parts of {each.total} do not add up to it.")
        for fact in self.intervals:
            if not fact.low <= self.by_key[fact.key].value <= fact.high:
                raise NotASystem(f"The cell {fact.key} lies outside what is said to be known of it.")

    @property
    def equations(self) -> tuple[Sum, ...]:
        """The sums, and those that the pairs are."""
        return (*self.sums, *(Sum(pair.denominator, (pair.numerator, pair.rest)) for pair in self.pairs))

    @property
    def open_keys(self) -> frozenset[Key]:
        """The cells that can be hidden."""
        return frozenset(cell.key for cell in self.cells if not cell.known)


def primary(system: System) -> frozenset[Key]:
    """The cells that must be hidden for themselves.

    Any count from 1 to 5; and both sides of a share where one of them, or the whole, is from 1 to 5. That includes
    none or all of a group under 6; every other zero may be shown. Source: docs/adr/0009.
    """
    small = {cell.key for cell in system.cells if cell.is_small}
    sides = {side for pair in system.pairs if not small.isdisjoint(pair.keys) for side in (pair.numerator, pair.rest)}
    return frozenset(small | sides) & system.open_keys


def components(system: System) -> Iterator[System]:
    """The parts of `system` that say nothing of each other, each a system; a known cell ties nothing together."""
    leader = {cell.key: cell.key for cell in system.cells}

    def find(key: Key) -> Key:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for each in system.equations:
        joined = [find(key) for key in each.keys if not system.by_key[key].known]
        for key in joined[1:]:
            leader[find(key)] = find(joined[0])
    yield from _split(system, {key: find(key) for key in leader if not system.by_key[key].known})


def _split(system: System, group: dict[Key, Key]) -> Iterator[System]:
    """The systems by the group of their open cells; known cells come along wherever a sum names them."""
    sums = _by_group(system.sums, group)
    pairs = _by_group(system.pairs, group)
    intervals = _by_group(system.intervals, group)
    members: dict[Key, list[Key]] = {}
    for key, of in group.items():
        members.setdefault(of, []).append(key)
    for of, own in members.items():
        said = [*sums.get(of, ()), *pairs.get(of, ())]
        keys = dict.fromkeys([*own, *(key for one in said for key in one.keys)])
        cells = tuple(system.by_key[key] for key in keys)
        yield System(cells, tuple(sums.get(of, ())), tuple(pairs.get(of, ())), tuple(intervals.get(of, ())))


class _Named(Protocol):
    @property
    def keys(self) -> tuple[Key, ...]: ...


N = TypeVar("N", bound=_Named)


def _by_group(facts: Iterable[N], group: dict[Key, Key]) -> dict[Key, list[N]]:
    """`facts` by the group of the open cells they name; those that name none say nothing new."""
    found: dict[Key, list[N]] = {}
    for fact in facts:
        of = next((group[key] for key in fact.keys if key in group), None)
        if of is not None:
            found.setdefault(of, []).append(fact)
    return found
