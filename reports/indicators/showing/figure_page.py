"""The page of one indicator: its newest figure in sentences, charts, tables and its definition."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from corpparent.charts import Chart
from corpparent.themes import BY_SLUG
from corpparent.words import day
from reports.indicators import facts
from reports.indicators.kinds import Frequency, Polarity, Symbol, Unit
from reports.indicators.models import Area, Import, Indicator
from reports.indicators.showing import drawings, sentences, words
from reports.indicators.showing.listings import protected
from reports.indicators.showing.shown import Shown
from reports.indicators.showing.told import Told

YEARS = 10  # that the charts show
ALL = 100  # more years than any series has
MIDDLES = {"median": "neighbours", "mean": "neighbours_mean"}


@dataclass(frozen=True)
class FigurePage(Told):
    """Figures of `those.area` for `indicator`; `middle` is the average of similar councils that is shown."""

    indicator: Indicator
    those: facts.Company
    rows: facts.ByArea
    middle: str
    is_other: bool

    @classmethod
    def of(cls, indicator: Indicator, area: Area, *, middle: str, is_other: bool) -> "FigurePage":
        """`middle` is median or mean; anything else is median. Four queries, whatever there is."""
        those = facts.company(area)
        rows = facts.observations(those.everybody, [indicator], None)[indicator.code]
        return cls(indicator, those, rows, middle if middle in MIDDLES else "median", is_other)

    @cached_property
    def compared(self) -> dict[str, Any]:
        """Every figure there is, all roles: what the download holds."""
        return protected(facts.compared(self.indicator, self.those, self.rows, ALL))

    @property
    def names(self) -> dict[str, str]:
        """Names of all roles, the two averages told apart."""
        return facts.names(self.those)

    @cached_property
    def shown(self) -> Shown:  # type: ignore[override]
        """The newest years, with the chosen average under the plain name of similar councils."""
        whole = protected(facts.compared(self.indicator, self.those, self.rows, YEARS))
        series = whole["series"]
        if "neighbours" in series:
            series = series | {"neighbours": series[MIDDLES[self.middle]]}
        return Shown(whole | {"series": series}, self.names | {"neighbours": "Similar councils"})

    @property
    def has_figures(self) -> bool:
        return bool(self.shown.periods)

    @property
    def has_own(self) -> bool:
        return any(self.shown.series["us"])

    @property
    def kicker(self) -> str:
        return f"{self.those.area.name} · {BY_SLUG[self.indicator.theme].title}"

    @property
    def headline(self) -> str:
        """The newest figure as a sentence; where none is published for the council, England's."""
        if not self.has_own:
            return f"No figure is published for {self.those.area.name}. England: {self.shown.spoken('england')}."
        said = sentences.headline(self.shown)
        return of_others(said) if self.is_other else said

    @property
    def is_provisional(self) -> bool:
        return bool(self.shown.figure("us").get("is_provisional"))

    @cached_property
    def trend(self) -> Chart:
        return drawings.trend_of(self.shown, narrow=False)

    @cached_property
    def narrow_trend(self) -> Chart:
        return drawings.trend_of(self.shown, narrow=True)

    @cached_property
    def bars(self) -> Chart | None:
        return drawings.bars_of(self.shown, narrow=False)

    @cached_property
    def narrow_bars(self) -> Chart | None:
        return drawings.bars_of(self.shown, narrow=True)

    @property
    def when(self) -> str:  # type: ignore[override]
        """What the years over a table are."""
        return "year ending March" if "-" in self.shown.periods[-1] else "year"

    @property
    def head(self) -> list[str]:
        return [words.upper_first(self.when), *self.shown.years]

    @cached_property
    def neighbours(self) -> list[dict[str, Any]]:
        """The figure of each similar council in the newest period, the nearest first: name and figure, or None."""
        key = (self.shown.periods[-1], date.fromisoformat(self.shown.ends_on[-1]))
        found = [(area, self.rows.get(area.pk, {}).get(key)) for area in self.those.neighbours]
        return [{"name": area.name, "figure": facts.comparing.figure(row) if row else None} for area, row in found]

    @property
    def neighbour_head(self) -> list[str]:
        return ["Council, the most alike first", self.shown.newest]

    @property
    def neighbour_rows(self) -> list[list[str]]:
        return [[one["name"], cell(one["figure"], self.shown)] for one in self.neighbours]

    @property
    def with_number(self) -> int:
        """How many of the similar councils have a number in the newest period."""
        return sum(bool(one["figure"] and one["figure"]["value"] is not None) for one in self.neighbours)

    @property
    def average(self) -> str:
        """Which average is shown, and of how many of the similar councils it is made."""
        whole, area = len(self.neighbours), self.those.area.name
        if not self.with_number:
            return f"None of {area}’s {whole} statistical neighbours has a figure for the {self.shown.newest}."
        return (
            f"“Similar councils” is the {self.middle} of {area}’s {whole} statistical neighbours. "
            f"{'All' if self.with_number == whole else f'{self.with_number} of the'} {whole} have a figure for the "
            f"{self.shown.newest}. The list is {self.those.edition}."
        )

    @property
    def choices(self) -> list[dict[str, Any]]:
        return [{"value": one, "is_current": one == self.middle} for one in MIDDLES]

    @property
    def told_of(self) -> Area:
        """Whose figures are shown by group: the council's, or England's where none is published for the council."""
        return self.those.area if self.has_own or not self.those.england else self.those.england

    @cached_property
    def breakdown(self) -> list[dict[str, Any]]:
        """The newest figure by group; none where nobody publishes any. One query."""
        if not self.has_figures:
            return []
        return facts.breakdown(area=self.told_of, code=self.indicator.code, period=self.shown.periods[-1])

    @property
    def breakdown_head(self) -> list[str]:
        return ["Group", self.told_of.name]

    @property
    def breakdown_rows(self) -> list[list[str]]:
        return [[one["category"], cell(one, self.shown)] for one in self.breakdown]

    @property
    def symbols(self) -> list[tuple[str, str]]:
        """Every sign in one of the page's tables, with its meaning."""
        others = [*(one["figure"] for one in self.neighbours), *self.breakdown]
        used = self.shown.symbols | {figure["symbol"] for figure in others if figure and figure["symbol"]}
        return [(symbol.value, symbol.label) for symbol in Symbol if symbol.value in used]

    @cached_property
    def sources(self) -> list[dict[str, str]]:
        """The files that the figures came from, the newest last. One query."""
        ids = {row.source_import_id for row in self.rows.get(self.told_of.pk, {}).values()}
        found = Import.objects.filter(pk__in=ids).order_by("ended_at").defer("problems")
        return [
            {"title": one.title, "url": one.get_absolute_url(), "day": day(one.ended_at)}
            for one in found
            if one.ended_at
        ]


def of_others(sentence: str) -> str:
    """A sentence of the registry, which speaks of our own children, as said of another council's."""
    theirs = {"our": "their", "we": "they", "ourselves": "themselves"}
    return re.sub(r"\b(our|we|ourselves)\b", lambda found: theirs[found[0]], sentence)


def cell(figure: Any, shown: Shown) -> str:
    """What a table says of a figure that is not one of `shown`'s own."""
    return Shown({"series": {"us": [figure]}, "unit": shown.unit, "decimals": shown.decimals}, {}).cell("us")


def definition_of(one: Indicator) -> list[dict[str, str]]:
    """Rows of components/facts.html: what the figure means; what a definition does not say is left out."""
    said = [
        ("Among", one.denominator),
        ("Counted", one.numerator),
        ("Unit", Unit(one.unit).label),
        ("Which way is better", Polarity(one.polarity).label),
        ("How often", Frequency(one.frequency).label),
        ("Source", one.source),
        ("Theme", BY_SLUG[one.theme].title),
        ("Definition", f"Version {one.version}"),
        ("Old code", one.reference),
    ]
    return [{"label": label, "value": words.upper_first(value)} for label, value in said if value]
