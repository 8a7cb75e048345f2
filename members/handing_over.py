"""What somebody has open when they go: apps say what it is and how it moves, one press moves all of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from members.models import Person


class Move(Protocol):
    """Give one thing to `successor`, inside the caller's transaction. Its event is that of the whole handover."""

    def __call__(self, *, successor: Person, by: Person | None, at: datetime) -> object: ...


@dataclass(frozen=True)
class Open:
    """One open thing: `kind` in a word or two (“Target”), `title`, its page, and how it moves."""

    kind: str
    title: str
    url: str
    move: Move


Source = Callable[[Person], Iterable[Open]]
SOURCES: list[Source] = []


def register(source: Source) -> None:
    """Add a source of open things; called in AppConfig.ready. One query whatever the rows."""
    SOURCES.append(source)


def open_of(person: Person) -> list[Open]:
    """Everything that `person` has open, by kind and title."""
    found = (one for source in SOURCES for one in source(person))
    return sorted(found, key=lambda one: (one.kind, one.title))
