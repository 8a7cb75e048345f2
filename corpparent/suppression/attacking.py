"""What a reader can work out: every hidden number as far as the printed ones give it away.

This knows nothing of how the cells were chosen (`solving`), and shares no code with it: integer programmes over the
hidden cells alone, with whatever was printed moved to the right-hand side.
"""

from collections.abc import Collection
from functools import cached_property

import highspy
import numpy as np

from corpparent.suppression.system import POSSIBLE, Key, System

WIDE = 12  # an interval of this many integers is not looked through for gaps
WHOLE = 1e-6


def attack(system: System, hidden: Collection[Key]) -> dict[Key, tuple[int, int]]:
    """The least and the most that each hidden cell can be, both counted, for a reader who knows all the rest.

    The reader is the strongest there can be: somebody who guesses which of the hidden cells are small, and so knows
    that each of those is at least 1.
    """
    reader = Reader(system, hidden)
    return {key: (reader.least(key), reader.most(key)) for key in reader.index}


def exposed(system: System, hidden: Collection[Key], among: Collection[Key] | None = None) -> frozenset[Key]:
    """The hidden cells (or those of them `among` others) that keep fewer than POSSIBLE values.

    Gaps within their bounds are seen.
    """
    reader = Reader(system, hidden)
    asked = reader.index if among is None else [key for key in reader.index if key in among]
    return frozenset(key for key in asked if not reader.leaves_room(key))


def ceiling(system: System) -> int:
    """More than any cell can be, as far as a reader would think. Too low errs on the safe side."""
    return 1000 + 2 * max(abs(cell.value) for cell in system.cells)


class Reader:
    """A reader's knowledge as a programme: one integer variable a hidden cell, one row a sum that names some."""

    def __init__(self, system: System, hidden: Collection[Key]) -> None:
        hidden = set(hidden)
        self.system = system
        self.index = {cell.key: i for i, cell in enumerate(cell for cell in system.cells if cell.key in hidden)}
        self.low, self.high = self._bounds()
        self.seen: list[set[int]] = [set() for _ in self.index]  # values in whole numbers that fit, as they were met
        self.relaxed = self._programme(whole=False)

    def least(self, key: Key) -> int:
        return self._extreme(self.index[key], 1)

    def most(self, key: Key) -> int:
        return -self._extreme(self.index[key], -1)

    def leaves_room(self, key: Key) -> bool:
        """Whether `key` keeps at least POSSIBLE values."""
        column = self.index[key]
        if len(self.seen[column]) >= POSSIBLE:
            return True
        low, high = self.least(key), self.most(key)
        if high - low + 1 < POSSIBLE or high - low >= WIDE:
            return high - low + 1 >= POSSIBLE
        for value in range(low + 1, high):
            if len(self.seen[column]) < POSSIBLE:
                self._can_be(column, value)
        return len(self.seen[column]) >= POSSIBLE

    def _bounds(self) -> tuple[np.ndarray, np.ndarray]:
        cells = [self.system.by_key[key] for key in self.index]
        low = np.array(
            [max(cell.lower, 1) if cell.is_small and cell.lower >= 0 else cell.lower for cell in cells], float
        )
        high = np.full(len(cells), float(ceiling(self.system)))
        for fact in self.system.intervals:
            if fact.key in self.index:
                i = self.index[fact.key]
                low[i], high[i] = max(low[i], fact.low), min(high[i], fact.high)
        return low, high

    def _programme(self, *, whole: bool) -> highspy.Highs:
        """The rows: hidden total less hidden parts is what is printed of them."""
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("presolve", "on" if whole else "off")  # relaxed, each run starts from the last
        count = len(self.index)
        solver.addVars(count, self.low, self.high)
        if whole:
            solver.changeColsIntegrality(count, np.arange(count), np.full(count, highspy.HighsVarType.kInteger))
        for each in self.system.equations:
            row: dict[int, int] = {}
            printed = 0
            for key, sign in [(each.total, 1), *((part, -1) for part in each.parts)]:
                if key in self.index:
                    row[self.index[key]] = row.get(self.index[key], 0) + sign
                else:
                    printed -= sign * self.system.by_key[key].value
            if row:
                columns, factors = np.array(list(row), np.int32), np.array(list(row.values()), float)
                solver.addRow(printed, printed, len(row), columns, factors)
        return solver

    @cached_property
    def whole(self) -> highspy.Highs:
        return self._programme(whole=True)

    def _extreme(self, column: int, sign: int) -> int:
        """The least of `sign` times the cell."""
        found = self._corner(column, sign)
        if found is None:
            raise ArithmeticError("No numbers fit what is printed, so that nothing can be said of the hidden ones.")
        return sign * round(found[column])

    def _can_be(self, column: int, value: int) -> None:
        """See whether whole numbers fit with the cell at `value`."""
        solvers = (self.relaxed, self.whole)
        for solver in solvers:
            solver.changeColBounds(column, value, value)
        self._corner(column, 1)
        for solver in solvers:
            solver.changeColBounds(column, self.low[column], self.high[column])

    def _corner(self, column: int, sign: int) -> np.ndarray | None:
        """Whole numbers for all cells where `sign` times the `column` is least; None where none fit.

        Relaxed first: where that corner is whole, it is the answer, and mostly it is.
        """
        found = _minimise(self.relaxed, column, sign)
        if found is not None and not _is_whole(found):
            found = _minimise(self.whole, column, sign)
        if found is not None:
            for values, value in zip(self.seen, found, strict=True):
                values.add(round(value))
        return found


def _minimise(solver: highspy.Highs, column: int, sign: int) -> np.ndarray | None:
    """The values of all columns where `sign` times the `column` is least; None where nothing fits."""
    solver.changeColCost(column, sign)
    solver.run()
    is_found = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    values = np.array(solver.getSolution().col_value)
    solver.changeColCost(column, 0)  # forgets status and solution
    return values if is_found else None


def _is_whole(values: np.ndarray) -> bool:
    return bool(np.all(np.abs(values - np.round(values)) < WHOLE))
