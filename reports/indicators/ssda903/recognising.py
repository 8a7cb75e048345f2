"""Which module a heading is of."""

import re

from reports.indicators.files.problems import FileRefused
from reports.indicators.ssda903.modules import MODULES, Module

NAME = re.compile(r"[A-Z][A-Z_]{0,29}")  # of a column: nothing that could be a child's code, a date or a postcode


def module_of(heading: list[str]) -> Module:
    """The module with just these columns, in any order. Raises FileRefused naming the column that is missing or new."""
    for name in heading:
        if name and heading.count(name) > 1:
            raise FileRefused(f"Its heading has {said(name, heading)} twice. Remove one of them.")
    nearest = min(MODULES.values(), key=lambda module: len(set(module.columns) ^ set(heading)))
    missing = [name for name in nearest.columns if name not in heading]
    unknown = [name for name in heading if name not in nearest.columns]
    if len(missing) * 2 > len(nearest.columns):
        raise FileRefused(
            "Its first line is not the heading of any table of the return. Each table's first row names its columns, "
            f"as in {', '.join(MODULES['header'].columns)}."
        )
    if missing:
        raise FileRefused(f"It looks like the table “{nearest.label}” but has no column {', '.join(missing)}.")
    if unknown:
        names = ", ".join(said(name, heading) for name in unknown[:5])
        raise FileRefused(f"It looks like the table “{nearest.label}” but that table has no {names}. Remove it.")
    return nearest


def said(name: str, heading: list[str]) -> str:
    """A column by its name, or by its place where the name could be anything."""
    return f"column {name}" if NAME.fullmatch(name) else f"column of that name (the {heading.index(name) + 1}. column)"
