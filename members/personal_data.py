"""What apps hold about one person, for that person's own copy (members.facts.personal_data)."""

from collections.abc import Callable

from members.models import Person

Row = dict[str, str]
Source = Callable[[Person], list[Row]]

SOURCES: dict[str, Source] = {}


def register(heading: str, source: Source) -> None:
    """Add rows {what: said} under a heading of their own; called in AppConfig.ready.

    One query whatever the rows, and nobody but this person stands in them.
    """
    SOURCES[heading] = source
