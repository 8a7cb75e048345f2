"""The heading of a scorecard: columns by name in any order, and none about single children."""

import re
from collections.abc import Iterable

from reports.indicators.files.problems import FileRefused, Problem, Problems, shown
from reports.indicators.files.scorecard_sheets import MAX_COLUMNS

COLUMNS = ("indicator", "period", "as_at", "numerator", "denominator", "value", "status")
OF_A_CHILD = {"child", "childid", "upn", "uln", "dob", "dateofbirth", "mcdob", "forename", "surname"}
OF_A_CHILD |= {"firstname", "lastname", "postcode", "homepost", "plpost", "nhsnumber", "nhsno", "personid", "swid"}


def squeezed(name: str) -> str:
    """ "Date of birth" as "dateofbirth"."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


KNOWN = {squeezed(name): name for name in COLUMNS}


def names_of(columns: Iterable[str]) -> list[str]:
    """ "As at" as "as_at"; columns that a scorecard does not have as they are."""
    return [KNOWN.get(squeezed(name), name) for name in columns]


def is_heading(cells: Iterable[str]) -> bool:
    """Whether a row of a sheet begins a scorecard."""
    return {"indicator", "period"} <= set(names_of(cells))


def check_columns(columns: list[str]) -> None:
    """What a heading must name, and must not. Raises FileRefused."""
    check_no_children(columns)
    names = names_of(columns)
    numbers = ["value"] if "value" in names else ["numerator", "denominator"]
    absent = [name for name in ("indicator", "period", *numbers) if name not in names]
    if absent:
        raise FileRefused(missing(absent))
    if twice := next((name for name in COLUMNS if names.count(name) > 1), ""):
        raise FileRefused(f"The heading has the column {twice} twice. Remove one of them.")
    if len(columns) > MAX_COLUMNS:
        raise FileRefused(f"The heading has more than {MAX_COLUMNS} columns; a scorecard has {len(COLUMNS)}.")


def check_no_children(names: Iterable[str]) -> None:
    """Refuse what has a column about single children, wherever it stands. Raises FileRefused."""
    for name in names:
        if squeezed(name) in OF_A_CHILD:
            raise FileRefused(
                f"There is a column {shown(name)} in this file, so it may be about single children. Only sums for the "
                "whole council belong here; the statutory return has a page of its own."
            )


def missing(names: Iterable[str]) -> str:
    return (
        f"This is not a scorecard: it has no column {', '.join(names)}. Download the template: it has every column "
        "and says how to fill them in."
    )


def note_unknown(columns: Iterable[str], problems: Problems) -> None:
    """Columns that say nothing to the portal are pointed out: one may be misspelt."""
    for name in columns:
        if name and squeezed(name) not in KNOWN:
            reason = f"{shown(name)} is not a column of a scorecard."
            problems.add(Problem(0, "", reason, "The column was passed over."))
