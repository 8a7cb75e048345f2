"""A headline figure of a pack, made ready for page and paper."""

from dataclasses import dataclass
from functools import cached_property

from corpparent.charts import Chart, trend
from reports.indicators.showing import sentences, words
from reports.indicators.showing.shown import Shown


@dataclass(frozen=True)
class Figure:
    """A headline figure: heading, sentences, chart and table."""

    shown: Shown
    year: str  # of the pack: a figure that is older says so

    @property
    def title(self) -> str:
        return self.shown.title

    @property
    def headline(self) -> str:
        return sentences.headline(self.shown)

    @property
    def small_line(self) -> str:
        """What stands under the heading: which way is better, what the number is made of, a caution."""
        said = (sentences.polarity(self.shown), sentences.parts(self.shown), sentences.small_cohort(self.shown))
        return " ".join(filter(None, said))

    @property
    def comparison(self) -> str:
        return sentences.comparison(self.shown)

    @property
    def tag(self) -> sentences.Tag | None:
        return sentences.tag(self.shown)

    @cached_property
    def chart(self) -> Chart:
        return self._draw(narrow=False)

    @cached_property
    def narrow_chart(self) -> Chart:
        return self._draw(narrow=True)

    def _draw(self, *, narrow: bool) -> Chart:
        return trend(
            sentence=sentences.whole(self.shown),
            periods=self.shown.years,
            series=self.shown.lines,
            unit=words.UNITS.get(self.shown.unit, self.shown.unit),
            decimals=self.shown.decimals,
            narrow=narrow,
        )

    @property
    def head(self) -> list[str]:
        return ["Year to March", *self.shown.years]

    @property
    def rows(self) -> list[list[str]]:
        return self.shown.rows

    @property
    def table_label(self) -> str:
        unit = words.UNITS.get(self.shown.unit, self.shown.unit)
        return f"{self.shown.title}{f', {unit}' if unit not in ('', '%') else ''}: year ending March"

    @property
    def source(self) -> str:
        provisional = " Provisional." if self.shown.figure("us").get("is_provisional") else ""
        time = other_time(self.shown, self.year)
        return f"{self.shown.source}{f', {time}' if time else ''}.{provisional}"


def other_time(shown: Shown, year: str) -> str:
    """The newest period of a figure where it is not the pack's year: "year ending March 2021"; else ""."""
    return "" if shown.newest == f"year ending March {year}" else shown.newest
