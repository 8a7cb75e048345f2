"""“What needs me now”: apps say what waits for a person, the start page shows it, most urgent first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from members.standing import Standing


@dataclass(frozen=True)
class Need:
    """One thing that waits for one person. `tone` is due, late or neutral; `by` sorts, the soonest first."""

    title: str
    url: str
    about: str
    why: str
    tag: str
    tone: str = "due"
    by: date = date.max


SOURCES: list[Callable[[Standing], Iterable[Need]]] = []


def register(source: Callable[[Standing], Iterable[Need]]) -> None:
    """Add a source of needs; called in AppConfig.ready. It must ask the same number of queries whatever the rows."""
    SOURCES.append(source)


def needs_of(who: Standing, more: Iterable[Need] = ()) -> list[Need]:
    """Everything that waits for `who`, with `more` that the page found out itself: late before due, then by date."""
    order = {"late": 0, "due": 1}
    found = [need for source in SOURCES for need in source(who)]
    return sorted([*found, *more], key=lambda need: (order.get(need.tone, 2), need.by, need.title))
