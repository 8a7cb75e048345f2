"""The page of one indicator: its newest figure in sentences, charts, tables and its definition."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from corpparent.charts import Bar, Chart, bars, trend
from corpparent.themes import BY_SLUG
from reports.indicators import facts, sentences, words
from reports.indicators.kinds import Frequency, Polarity, Symbol, Unit
from reports.indicators.listings import day, protected
from reports.indicators.models import Area, Import, Indicator
from reports.indicators.shown import Shown

YEARS = 10  # that the charts show
ALL = 100  # more years than any series has
MIDDLES = {"median": "neighbours", "mean": "neighbours_mean"}


@dataclass(frozen=True)
class FigurePage:
    """Figures of `area` for `indicator`; `middle` is the average of similar councils that is shown, median or mean."""

    indicator: Indicator
    those: facts.Company
    rows: facts.ByArea
    middle: str = "median"

    @classmethod
    def of(cls, indicator: Indicator, area: Area, middle: str) -> "FigurePage":
        """Four queries, whatever there is."""
        those = facts.company(area)
        rows = facts.observations(those.everybody, [indicator], None)[indicator.code]
        return cls(indicator, those, rows, middle if middle in MIDDLES else "median")

    @cached_property
    def compared(self) -> dict[str, Any]:
        """Every figure there is, all roles: what the download holds."""
        return protected(facts.compared(self.indicator, self.those, self.rows, ALL))

    @cached_property
    def shown(self) -> Shown:
        """The newest years with the chosen average under the plain name of similar councils."""
        whole = protected(facts.compared(self.indicator, self.those, self.rows, YEARS))
        series = whole["series"]
        if "neighbours" in series:
            series = series | {"neighbours": series[MIDDLES[self.middle]]}
        names = self.names | {"neighbours": "Similar councils"}
        return Shown(whole | {"series": series}, names)

    @property
    def names(self) -> dict[str, str]:
        """Names of all roles, the two averages told apart."""
        return facts.names(self.those)

    @property
    def has_figures(self) -> bool:
        return bool(self.shown.periods)

    @property
    def has_own(self) -> bool:
        return any(self.shown.series["us"])

    @property
    def theme(self) -> str:
        return BY_SLUG[self.indicator.theme].title

    @property
    def kicker(self) -> str:
        return f"{self.those.area.name} · {self.theme}"

    @property
    def headline(self) -> str:
        """The newest figure as a sentence; where none is published for the council, England's."""
        if self.has_own:
            return sentences.headline(self.shown)
        return f"There is no published figure for {self.those.area.name}. England: {self.shown.spoken('england')}."

    @property
    def comparison(self) -> str:
        return sentences.comparison(self.shown)

    @property
    def small_line(self) -> str:
        """Which way is better, what the number is made of, a caution."""
        said = (sentences.polarity(self.shown), sentences.parts(self.shown), sentences.small_cohort(self.shown))
        return " ".join(filter(None, said))

    @property
    def tag(self) -> sentences.Tag | None:
        return sentences.tag(self.shown)

    @property
    def is_provisional(self) -> bool:
        return bool(self.shown.figure("us").get("is_provisional"))

    @cached_property
    def trend(self) -> Chart:
        return self._trend(narrow=False)

    @cached_property
    def narrow_trend(self) -> Chart:
        return self._trend(narrow=True)

    def _trend(self, *, narrow: bool) -> Chart:
        return trend(
            sentence=sentences.whole(self.shown),
            periods=self.shown.years,
            series=self.shown.lines,
            unit=self.unit,
            decimals=self.indicator.decimals,
            narrow=narrow,
        )

    @property
    def head(self) -> list[str]:
        return [self.when, *self.shown.years]

    @property
    def when(self) -> str:
        """What the years over a table are."""
        return "Year ending March" if "-" in self.shown.periods[-1] else "Year"

    @cached_property
    def bars(self) -> Chart:
        return self._bars(self._company_bars(), self.bars_sentence, narrow=False)

    @cached_property
    def narrow_bars(self) -> Chart:
        return self._bars(self._company_bars(), self.bars_sentence, narrow=True)

    @property
    def bars_sentence(self) -> str:
        said = words.listed([f"{self.shown.names[role]} {self.shown.spoken(role)}" for role in self.shown.roles])
        return f"{self.indicator.title}, {self.shown.newest}: {said}."

    def _company_bars(self) -> list[Bar]:
        return [bar(self.shown.names[role], role, self.shown.figure(role), self.shown) for role in self.shown.roles]

    def _bars(self, drawn: list[Bar], sentence: str, *, narrow: bool) -> Chart:
        return bars(sentence=sentence, bars=drawn, unit=self.unit, decimals=self.indicator.decimals, narrow=narrow)

    @property
    def unit(self) -> str:
        """As charts write it: "%" or a phrase."""
        return words.UNITS.get(Unit(self.indicator.unit), self.indicator.unit)

    @cached_property
    def neighbours(self) -> list[dict[str, Any]]:
        """The figure of each similar council in the newest period, the nearest first: name and figure, or None."""
        key = (self.shown.periods[-1], date.fromisoformat(self.shown.ends_on[-1]))
        found = [(area, self.rows.get(area.pk, {}).get(key)) for area in self.those.neighbours]
        return [{"name": area.name, "figure": facts.figure(row) if row else None} for area, row in found]

    @property
    def neighbour_head(self) -> list[str]:
        return ["Council, the most alike first", self.shown.newest]

    @property
    def neighbour_rows(self) -> list[list[str]]:
        return [[one["name"], cell(one["figure"], self.shown)] for one in self.neighbours]

    @property
    def average(self) -> str:
        """Which average is shown, and how many councils it is made of."""
        number = sum(bool(one["figure"] and one["figure"]["value"] is not None) for one in self.neighbours)
        whole = len(self.neighbours)
        return (
            f"“Similar councils” is the {self.middle} of {self.those.area.name}’s {whole} statistical neighbours, of those "
            f"that have a figure for the {self.shown.newest}: {'all' if number == whole else f'{number} of'} {whole}. "
            f"The list is {self.those.edition}."
        )

    @property
    def choices(self) -> list[dict[str, Any]]:
        return [{"value": one, "label": one, "is_current": one == self.middle} for one in MIDDLES]

    @property
    def broken_down(self) -> Area:
        """Whose figures are shown by category: ours, or England's where none is published for the council."""
        return self.those.area if self.has_own or not self.those.england else self.those.england

    @cached_property
    def breakdown(self) -> list[dict[str, Any]]:
        """The newest figure by category. One query."""
        return facts.breakdown(area=self.broken_down, code=self.indicator.code, period=self.shown.periods[-1])

    @property
    def breakdown_head(self) -> list[str]:
        return ["Group", self.broken_down.name]

    @property
    def breakdown_rows(self) -> list[list[str]]:
        return [[one["category"], cell(one, self.shown)] for one in self.breakdown]

    @property
    def table_label(self) -> str:
        unit = f", {self.unit}" if self.unit not in ("", "%") else ""
        return f"{self.indicator.title}{unit}: {self.when.lower()}"

    @property
    def symbols(self) -> list[tuple[str, str]]:
        """Every sign in one of the page's tables, with its meaning."""
        others = [*(one["figure"] for one in self.neighbours), *self.breakdown]
        used = self.shown.symbols | {figure["symbol"] for figure in others if figure and figure["symbol"]}
        return [(symbol.value, symbol.label) for symbol in Symbol if symbol.value in used]

    @property
    def definition(self) -> list[dict[str, str]]:
        """Rows of components/facts.html; what a definition does not say is left out."""
        one = self.indicator
        said = [
            ("Among", one.denominator),
            ("Counted", one.numerator),
            ("Unit", Unit(one.unit).label),
            ("Which way is better", Polarity(one.polarity).label),
            ("How often", Frequency(one.frequency).label),
            ("Source", one.source),
            ("Theme", self.theme),
            ("Definition", f"Version {one.version}"),
            ("Old code", one.reference),
        ]
        return [{"label": label, "value": words.upper_first(value)} for label, value in said if value]

    @cached_property
    def sources(self) -> list[Import]:
        """The files that the figures came from, the newest last. One query."""
        ids = {row.source_import_id for row in self.rows.get(self.broken_down.pk, {}).values()}
        return list(Import.objects.filter(pk__in=ids).order_by("ended_at"))

    @property
    def source_lines(self) -> list[dict[str, Any]]:
        return [
            {"name": one.file_name, "url": one.get_absolute_url(), "day": day(one.ended_at)}
            for one in self.sources
            if one.ended_at
        ]


def bar(name: str, role: Any, figure: dict[str, Any], shown: Shown) -> Bar:
    """One bar; a sign says what it means."""
    symbol = figure.get("symbol") or ""
    return Bar(name, role, shown.value(role), symbol, Symbol(symbol).label if symbol else "")


def cell(figure: Any, shown: Shown) -> str:
    """What a table says of a figure that is not one of `shown`'s own."""
    return Shown({"series": {"us": [figure]}, "unit": shown.unit, "decimals": shown.decimals}, {}).cell("us")
