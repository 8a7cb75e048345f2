"""The indicators the portal knows, read from `definitions/*.toml` and checked.

What stands at the top of a file (theme, source, frequency ...) holds for every indicator in it that does not say
otherwise. To change what a figure means, raise its `version`; the old one stays with the figures it gave.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from corpparent import themes
from reports.indicators.definition import Definition, Feed
from reports.indicators.kinds import MULTIPLIER, Frequency, Polarity, Unit

FOLDER = Path(__file__).parent / "definitions"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FORMS = ("number", "years-months")
CALENDARS = ("as-said", "mid-year")


class RegistryError(Exception):
    """A definition is wrong. The message names the file, the indicator and what to mend."""


@cache
def load(folder: Path = FOLDER) -> tuple[Definition, ...]:
    """Every definition, files in alphabetical order. Raises RegistryError naming the entry that is wrong."""
    definitions = tuple(d for path in sorted(folder.glob("*.toml")) for d in read(path))
    check_together(definitions)
    return definitions


def read(path: Path) -> Iterator[Definition]:
    """The definitions of one file."""
    shared = tomllib.loads(path.read_text(encoding="utf-8"))
    for code, own in shared.pop("indicator", {}).items():
        try:
            yield definition(code, {**shared, **own})
        except (TypeError, ValueError) as problem:
            raise RegistryError(f"{path.name}, {code}: {problem}") from problem


def definition(code: str, entry: dict[str, Any]) -> Definition:
    """One entry, checked. Raises TypeError (a word too many or too few) or ValueError (a wrong one)."""
    feed = entry.pop("feed", None)
    entry |= {
        "unit": Unit(entry.get("unit", "")),
        "polarity": Polarity(entry.get("polarity", "")),
        "frequency": Frequency(entry.get("frequency", "")),
        "feed": Feed(**feed) if feed else None,
    }
    made = Definition(code=code, **entry)
    check(made)
    return made


def check(made: Definition) -> None:
    """What must hold within one definition. Raises ValueError with the reason."""
    if not SLUG.fullmatch(made.code):
        raise ValueError("its code may hold small letters, figures and single hyphens only.")
    if made.theme not in themes.BY_SLUG:
        raise ValueError(f"“{made.theme}” is not a theme.")
    if made.unit in MULTIPLIER and not made.denominator:
        raise ValueError(f"a figure in “{made.unit.label}” needs a denominator.")
    if made.sentence != made.sentence.strip() or made.sentence.endswith("."):
        raise ValueError("its sentence goes on after the value, without a full stop or spaces at the ends.")
    if made.is_headline and made.detail:
        raise ValueError("it cannot be both a headline and a detail.")
    if made.feed:
        check_feed(made, made.feed)


def check_feed(made: Definition, feed: Feed) -> None:
    """What must hold for a feed. Raises ValueError with the reason."""
    if feed.form not in FORMS or feed.calendar not in CALENDARS:
        raise ValueError(f"its feed has form “{feed.form}” and calendar “{feed.calendar}”; one of them is unknown.")
    if feed.whole and (feed.denominator or not feed.numerator):
        raise ValueError("its feed takes the denominator from the whole's row, so it names a numerator and no other.")
    if set(feed.whole) - set(feed.where):
        raise ValueError("its feed changes a column in `whole` that `where` does not name.")
    if bool(feed.numerator) != bool(feed.denominator or feed.whole):
        raise ValueError("its feed must give numerator and denominator together.")
    if feed.category and not feed.category_all:
        raise ValueError("its feed must say which category stands for all.")


def check_together(definitions: tuple[Definition, ...]) -> None:
    """What must hold across all of them. Raises RegistryError naming the entry."""
    codes: set[str] = set()
    ranks: set[tuple[str, int]] = set()
    for each in definitions:
        if each.code in codes:
            raise RegistryError(f"{each.code}: there are two indicators of this code.")
        if each.is_headline and (each.theme, each.rank) in ranks:
            raise RegistryError(f"{each.code}: another indicator of “{each.theme}” has rank {each.rank}.")
        codes.add(each.code)
        ranks.add((each.theme, each.rank))


def by_code(code: str) -> Definition:
    """The definition of `code`. Raises KeyError."""
    return {each.code: each for each in load()}[code]


def fed() -> tuple[Definition, ...]:
    """Those that a DfE file can feed."""
    return tuple(each for each in load() if each.feed)
