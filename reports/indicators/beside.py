"""What other apps offer beside a figure of our own: apps say who is led where, the figure's page draws the links."""

from collections.abc import Callable
from typing import NamedTuple

from members.standing import Standing
from reports.indicators.models import Indicator


class Link(NamedTuple):
    label: str
    url: str


Source = Callable[[Indicator, Standing], Link | None]
SOURCES: list[Source] = []


def register(source: Source) -> None:
    """Add a source of links; called in AppConfig.ready. Without a query."""
    SOURCES.append(source)


def links_of(indicator: Indicator, who: Standing) -> list[Link]:
    """What `who` may do with the figure, in the order of registration."""
    return [link for source in SOURCES if (link := source(indicator, who))]
