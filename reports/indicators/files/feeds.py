"""Which rows of a file are figures we know: the feeds of the registry, looked up by a row's filters."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from reports.indicators.definition import Definition, Feed


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Spaces and capitals do not tell filters apart."""
    return " ".join(text.split()).casefold()


@dataclass
class Use:
    """What a row is for: the figures it gives, and every (column, form) that must be read from it."""

    gives: list[Definition] = field(default_factory=list)
    needs: set[tuple[str, str]] = field(default_factory=set)


class Finder:
    """Feeds whose columns a file has, grouped by the columns that filter its rows."""

    def __init__(self, definitions: Iterable[Definition], columns: Iterable[str]) -> None:
        have = set(columns)
        self.definitions = [d for d in definitions if d.feed and d.feed.columns <= have]
        self.filters = sorted({name for d in self.definitions if d.feed for name in d.feed.filters})
        self.groups: dict[tuple[str, ...], dict[tuple[str, ...], Use]] = {}
        for definition in self.definitions:
            self.add(definition, definition.feed)

    def add(self, definition: Definition, feed: Feed | None) -> None:
        """Note the rows that give the figure, and the row that is its whole."""
        if feed is None:
            return
        use = self.use(feed.where)
        use.gives.append(definition)
        use.needs |= {(feed.value, feed.form)} | {(c, "number") for c in (feed.numerator, feed.denominator) if c}
        if feed.whole:
            self.use(feed.where | feed.whole).needs.add((feed.numerator, "number"))

    def use(self, where: dict[str, str]) -> Use:
        columns = tuple(sorted(where))
        texts = tuple(plain(where[column]) for column in columns)
        return self.groups.setdefault(columns, {}).setdefault(texts, Use())

    def find(self, filters: dict[str, str]) -> Use | None:
        """What the row with these filter cells (column: plain text) is for, or None."""
        for columns, uses in self.groups.items():
            if use := uses.get(tuple(filters[column] for column in columns)):
                return use
        return None
