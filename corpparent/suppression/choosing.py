"""Which cells to hide, by optimisation: the cheapest choice that no cut forbids, and the cuts that a choice breaks.

Source: Fischetti and Salazar-Gonzalez, "Models and algorithms for optimizing cell suppression in tabular data with
linear constraints", 2000: a programme over which cells are hidden, and for a cell too well known a linear cut, read
off the dual of the programme that finds its range.
"""

from collections.abc import Collection, Iterator

import highspy
import numpy as np

from corpparent.suppression.system import POSSIBLE, Cell, Key, System

REACH = 12  # how far from its value a hidden cell is thought to move; more would only blur the cuts
ROOM = POSSIBLE - 1  # the most a hidden cell can be, less the least
TINY = 1e-7
NEAR = 0.02  # a choice may cost this much more than the cheapest; to prove the last of it takes most of the time

Cut = dict[int, float]  # by column: what hiding it adds to the room of the cell that the cut is about


def cost(cell: Cell) -> float:
    """Fewest printed figures first, then small numbers rather than large; a zero counts as large, for readers often
    know that there can be none. A number that is printed nowhere costs next to nothing."""
    size = min(abs(cell.value) or 1000, 1000)
    return cell.weight * (1000 + size) + 1


class Choice:
    """The programme that chooses: one yes or no a cell. `must`: hidden for themselves; `lost`: beyond protection."""

    def __init__(self, system: System, must: Collection[Key], lost: Collection[Key]) -> None:
        self.cells = sorted(system.cells, key=lambda cell: repr(cell.key))
        self.index = {cell.key: i for i, cell in enumerate(self.cells)}
        self.lost = {self.index[key] for key in lost}
        self.solver = _quiet()
        self.solver.setOptionValue("mip_rel_gap", NEAR)
        for cell in self.cells:
            self.solver.addVar(float(cell.key in must), float(not cell.known))
        count = len(self.cells)
        self.solver.changeColsIntegrality(count, np.arange(count), np.full(count, highspy.HighsVarType.kInteger))
        self.solver.changeColsCost(count, np.arange(count), np.array([cost(cell) for cell in self.cells]))
        for each in system.equations:
            self._never_alone([self.index[key] for key in each.keys])

    def best(self) -> frozenset[Key] | None:
        """The cheapest choice so far, or None where there is none."""
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        values = self.solver.getSolution().col_value
        return frozenset(cell.key for cell, value in zip(self.cells, values, strict=True) if value > 0.5)

    def keep(self, hidden: Collection[Key]) -> None:
        """From now on these stay hidden, and every choice only adds to them."""
        columns = np.array([self.index[key] for key in hidden], np.int32)
        self.solver.changeColsBounds(len(columns), columns, np.ones(len(columns)), np.ones(len(columns)))

    def add(self, key: Key, cut: Cut) -> None:
        """If `key` is hidden, those of `cut` that are hidden too must give it room."""
        column = self.index[key]
        row = {i: min(room, ROOM) for i, room in cut.items()}
        row[column] = row.get(column, 0) - ROOM
        self._at_least_nothing(row)

    def add_not_enough(self, key: Key, hidden: Collection[Key]) -> None:
        """`hidden` leaves `key` too well known: hide at least one cell more, or not `key`."""
        row = {i: 1.0 for cell, i in self.index.items() if cell not in hidden}
        self._at_least_nothing(row | {self.index[key]: -1.0})

    def _never_alone(self, columns: list[int]) -> None:
        """A cell that is the only hidden one of a sum is known: the sum says it."""
        for column in set(columns) - self.lost:
            self._at_least_nothing(dict.fromkeys(columns, 1.0) | {column: -1.0})

    def _at_least_nothing(self, row: Cut) -> None:
        self.solver.addRow(0, highspy.kHighsInf, len(row), np.array(list(row), np.int32), np.array(list(row.values())))


class Ranges:
    """How far hidden cells can move from their values, all sums kept; one variable a cell, shown ones held still."""

    def __init__(self, system: System) -> None:
        self.cells = sorted(system.cells, key=lambda cell: repr(cell.key))
        self.index = {cell.key: i for i, cell in enumerate(self.cells)}
        self.down, self.up = self._room(system)
        self.solver = _quiet()
        self.solver.addVars(len(self.cells), np.zeros(len(self.cells)), np.zeros(len(self.cells)))
        for each in system.equations:
            columns = np.array([self.index[key] for key in each.keys], np.int32)
            factors = np.array([1.0] + [-1.0] * len(each.parts))
            self.solver.addRow(0, 0, len(columns), columns, factors)

    def cuts(self, hidden: Collection[Key], targets: Collection[Key]) -> Iterator[tuple[Key, Cut]]:
        """A cut for each of `targets` that does not have ROOM where `hidden` is hidden."""
        moves = np.array([cell.key in hidden for cell in self.cells], float)
        count = len(self.cells)
        self.solver.changeColsBounds(count, np.arange(count), -self.down * moves, self.up * moves)
        for key in targets:
            room = self._weights(self.index[key], 1) + self._weights(self.index[key], -1)
            if room @ moves < ROOM - TINY * count:
                yield key, {int(i): float(room[i]) for i in np.flatnonzero(room > TINY)}

    def _room(self, system: System) -> tuple[np.ndarray, np.ndarray]:
        """How far each cell may go down and up, at most REACH: a small one never below 1."""
        down = np.full(len(self.cells), float(REACH))
        up = down.copy()
        for i, cell in enumerate(self.cells):
            lower = max(cell.lower, 1) if cell.is_small and cell.lower >= 0 else cell.lower
            down[i] = min(down[i], cell.value - lower)
        for fact in system.intervals:
            i = self.index[fact.key]
            value = self.cells[i].value
            down[i], up[i] = min(down[i], value - fact.low), min(up[i], fact.high - value)
        return down, up

    def _weights(self, column: int, sign: int) -> np.ndarray:
        """By cell: what hiding it adds to how far `column` can move up (sign 1) or down (-1).

        Any dual solution gives a true bound, so that a cut may be weak but never wrong.
        """
        self.solver.changeColCost(column, -sign)
        self.solver.run()
        reduced = np.array(self.solver.getSolution().col_dual)
        self.solver.changeColCost(column, 0)
        return np.maximum(np.maximum(reduced * self.down, -reduced * self.up), 0)


def _quiet() -> highspy.Highs:
    """A solver that says nothing and always does the same."""
    solver = highspy.Highs()
    for option, value in {"output_flag": False, "threads": 1, "random_seed": 1}.items():
        solver.setOptionValue(option, value)
    return solver
