"""One rule of the statutory return, and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl


class Finding(NamedTuple):
    """One row that a rule found. `row` is as a spreadsheet shows it (0: the module as a whole).

    The message never holds a cell's value: it belongs to the rule, not to the row. `weighs`: it may change a figure.
    """

    rule: str
    module: str
    row: int
    column: str
    message: str
    weighs: bool


@dataclass(frozen=True, eq=False)
class Rule:
    """What is wrong with a row of `module` where `found` is true; null (it cannot be told) is not found.

    `code` is the one the councils' shared rule list uses; ours begin with P. `needs` are the other modules that must
    have come for the question to be asked. Source: the rule list 2024-25 of the Data to Insight validator.
    """

    code: str
    subject: str
    module: str
    column: str
    message: str
    weighs: bool
    needs: frozenset[str]
    found: pl.Expr


def rule(
    subject: str,
    module: str,
    code: str,
    column: str,
    message: str,
    *,
    weighs: bool = True,
    needs: Iterable[str] = (),
) -> Callable[[Callable[[], pl.Expr]], Rule]:
    """Make a Rule of a function that returns a Boolean expression over the prepared rows of `module`."""

    def make(found: Callable[[], pl.Expr]) -> Rule:
        return Rule(code, subject, module, column, message, weighs, frozenset(needs), found())

    return make
