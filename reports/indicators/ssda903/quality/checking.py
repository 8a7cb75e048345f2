"""Every rule over every module that came, in one pass a module."""

from collections.abc import Iterable, Iterator

import polars as pl

from reports.indicators.ssda903.modules import MODULES
from reports.indicators.ssda903.quality.prepared import prepare
from reports.indicators.ssda903.quality.rule import Finding, Rule
from reports.indicators.ssda903.reading import Return903

KEPT = 500


def check(read: Return903, rules: Iterable[Rule]) -> list[Finding]:
    """What the rules found, by module (in the order of MODULES) and row; a rule keeps its first 500 rows.

    A rule whose modules did not all come is not asked.
    """
    frames = prepare(read)
    asked = [each for each in rules if {each.module, *each.needs} <= frames.keys()]
    came = [module for module in MODULES if module in frames]
    return [finding for module in came for finding in of_module(frames[module], asked, module)]


def of_module(rows: pl.LazyFrame, rules: list[Rule], module: str) -> list[Finding]:
    """The module's findings by row; what a rule did not keep is counted in a last line of it, with row 0."""
    mine = [each for each in rules if each.module == module]
    found = rows.select(
        pl.col("row").filter(each.found).sort().implode().alias(str(place)) for place, each in enumerate(mine)
    ).collect()
    every = [finding for place, each in enumerate(mine) for finding in findings(each, found.item(0, place))]
    return sorted(every, key=lambda finding: (finding.row == 0, finding.row, finding.rule, finding.column))


def findings(by: Rule, rows: pl.Series) -> Iterator[Finding]:
    """One finding a row, and one more that says how many rows were not kept."""
    for row in rows.head(KEPT):
        yield Finding(by.code, by.module, row, by.column, by.message, by.weighs)
    more = len(rows) - KEPT
    if more > 0:
        yield Finding(by.code, by.module, 0, by.column, beyond(more), by.weighs)


def beyond(more: int) -> str:
    return f"And {more:,} more {'row' if more == 1 else 'rows'} with the same fault."
