"""Which codes a column may hold in which year: `codes.toml`, read once.

A code that is not in the list is reported and kept: a return is never refused for one.
"""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("codes.toml")


@cache
def for_year(year: int) -> dict[str, frozenset[str]]:
    """Column -> its codes in the collection that ends on 31 March of `year`."""
    written = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        column: frozenset(code for when, codes in entry.items() if holds(when, year) for code in codes.split())
        for column, entry in written.items()
    }


def holds(when: str, year: int) -> bool:
    """Whether "always", "until-2024" or "from-2025" (both years included) is true of `year`."""
    if when == "always":
        return True
    word, _, limit = when.partition("-")
    return year <= int(limit) if word == "until" else year >= int(limit)
