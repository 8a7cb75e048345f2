"""A headline figure of a pack, made ready for page and paper."""

from dataclasses import dataclass
from functools import cached_property

from corpparent.charts import Chart
from reports.indicators.showing import drawings, sentences
from reports.indicators.showing.own import Own
from reports.indicators.showing.shown import Shown
from reports.indicators.showing.told import Told


@dataclass(frozen=True)
class Figure(Told):
    """A headline figure: heading, sentences, chart and table."""

    shown: Shown
    year: str  # of the pack: a figure that is older says so
    own: Own | None = None  # our own count of the same, where it is newer than what is published
    when = "year ending March"

    @property
    def title(self) -> str:
        return self.shown.title

    @property
    def headline(self) -> str:
        return sentences.headline(self.shown)

    @cached_property
    def chart(self) -> Chart:
        return drawings.trend_of(self.shown, narrow=False)

    @cached_property
    def narrow_chart(self) -> Chart:
        return drawings.trend_of(self.shown, narrow=True)

    @property
    def head(self) -> list[str]:
        return ["Year to March", *self.shown.years]

    @property
    def rows(self) -> list[list[str]]:
        return self.shown.rows

    @property
    def source(self) -> str:
        provisional = " Provisional." if self.shown.figure("us").get("is_provisional") else ""
        time = other_time(self.shown, self.year)
        return f"{self.shown.source}{f', {time}' if time else ''}.{provisional}"


def other_time(shown: Shown, year: str) -> str:
    """The newest period of a figure where it is not the pack's year: "year ending March 2021"; else ""."""
    return "" if shown.newest == f"year ending March {year}" else shown.newest
