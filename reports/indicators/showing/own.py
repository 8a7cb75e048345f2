"""The council's own figures of one indicator, made ready to be shown: what they say, how they stand, where they go."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from corpparent.charts import Chart
from corpparent.periods import Period
from corpparent.suppression import Audience
from reports.indicators import audiences, facts, judging
from reports.indicators.facts import OwnLine
from reports.indicators.judging import Judgement
from reports.indicators.kinds import Symbol
from reports.indicators.models import Area, Indicator
from reports.indicators.rounding import half_up
from reports.indicators.showing import drawings, words
from reports.indicators.showing.wanted import Wanted

THAN_BEFORE = {"Better": "better than", "Worse": "worse than", "Higher": "higher than", "Lower": "lower than"}


@dataclass(frozen=True)
class Own:
    """`definition` holds the fields of the indicator (reports.indicators.facts.definition), `line` its protected
    figures, `name` what charts call the council.
    """

    definition: dict[str, Any]
    line: OwnLine
    name: str

    def __getattr__(self, name: str) -> Any:
        """The definition's own words: title, sentence, unit, polarity, theme, rank …"""
        try:
            return self.definition[name]
        except KeyError as missing:
            raise AttributeError(name) from missing

    def figure(self, back: int = 0) -> dict[str, Any]:
        """The newest figure, or `back` periods before; empty where there is none."""
        figures = self.line["figures"]
        return dict((figures[-1 - back] if len(figures) > back else None) or {})

    def value(self, back: int = 0) -> Decimal | None:
        """The number as it is shown, rounded half-up; None where there is none."""
        text = self.figure(back).get("value")
        return None if text is None else half_up(Decimal(text), self.decimals)

    def spoken(self, back: int = 0) -> str:
        """The number with its unit, or what the sign means."""
        value = self.value(back)
        if value is not None:
            return words.spoken(value, self.unit, self.decimals)
        symbol = self.figure(back).get("symbol")
        return Symbol(symbol).label if symbol else "no figure"

    def cell(self, back: int = 0) -> str:
        value = self.value(back)
        return self.figure(back).get("symbol") or "–" if value is None else self._written(value)

    def _written(self, value: Decimal) -> str:
        return words.in_cell(value, self.unit, self.decimals)

    @property
    def count(self) -> int:
        return len(self.line["periods"])

    @property
    def newest(self) -> Period:
        return Period.parse(self.line["periods"][-1])

    @property
    def when(self) -> str:
        """The newest period in words: "July to September 2025"."""
        return self.newest.label

    @property
    def ends_on(self) -> date:
        return date.fromisoformat(self.last_day)

    @property
    def is_provisional(self) -> bool:
        return bool(self.figure().get("is_provisional"))

    @property
    def is_merged(self) -> bool:
        """Whether a figure is left out because it and the others of its group could not be told apart safely."""
        return any(figure and figure.get("is_merged") and figure["symbol"] for figure in self.line["figures"])

    @property
    def headline(self) -> str:
        """ "82% of our children have …." with whose count it is."""
        if self.value() is None:
            return f"There is no number to show for {self.when}: {self.spoken()}."
        spoken = self.spoken()
        sentence = self.sentence.removeprefix(f"{spoken.rpartition(' ')[2]} ")
        return f"{words.upper_first(spoken)} {sentence}."

    @property
    def counted(self) -> str:
        """Whose count it is, of when: "Our own count for July to September 2025, provisional."."""
        as_at = self.figure().get("as_at") or self.last_day
        other_day = f", as it stood on {date.fromisoformat(as_at):%-d %B %Y}" if as_at != self.last_day else ""
        return f"Our own count for {self.when}{other_day}{', provisional' if self.is_provisional else ''}."

    @property
    def last_day(self) -> str:
        return self.line["ends_on"][-1]

    def judged(self, back: int = 0) -> Judgement:
        """How a figure stands beside its target, from what the reader may see of it."""
        return judging.judged(self.figure(back), self._target(back), judging.Scale.of(self))

    def wanted(self, back: int = 0) -> Wanted | None:
        """The target of the newest period, or of that `back` periods before."""
        found = self._target(back)
        return Wanted.of(found, self) if found else None

    def _target(self, back: int) -> dict[str, str] | None:
        targets = self.line["targets"]
        return targets[-1 - back] if len(targets) > back else None

    @property
    def has_target(self) -> bool:
        return self.wanted() is not None

    @property
    def target_cell(self) -> str:
        return self._target_cell(0)

    @property
    def title_with_unit(self) -> str:
        unit = drawings.unit_of(self)
        return f"{self.title} ({unit})" if unit not in ("", "%") and unit not in self.title.lower() else self.title

    @property
    def judgement(self) -> Judgement:
        return self.judged()

    @property
    def target_line(self) -> str:
        """ "Target: 85% or more; down to 80% is close." or "" where there is none."""
        wanted = self.wanted()
        return wanted.line if wanted else ""

    @property
    def travel(self) -> str:
        """ "Better than the quarter before (78%)." or "" where there is nothing to compare."""
        said = judging.travel(self.value(), self.value(1), self.polarity)
        if said == "The same":
            return f"The same as the {self.line['kind']} before."
        return (
            f"{words.upper_first(THAN_BEFORE[said])} the {self.line['kind']} before ({self.spoken(1)})." if said else ""
        )

    @property
    def labels(self) -> list[str]:
        """Every period, short: "Jul–Sep 2025", "Oct 2025", "2024-25"."""
        return [short(Period.parse(code)) for code in self.line["periods"]]

    @property
    def head(self) -> list[str]:
        return [{"quarter": "Quarter", "month": "Month", "year": "Year"}[self.line["kind"]], *self.labels]

    @property
    def rows(self) -> list[list[str]]:
        """Rows of the table: ours, and where there are targets, those and how we stood."""
        backs = range(self.count - 1, -1, -1)
        found = [[self.name, *(self.cell(back) for back in backs)]]
        if any(self.line["targets"]):
            found.append(["Target", *(self._target_cell(back) for back in backs)])
            found.append(["How it stands", *(self.judged(back).text if self.wanted(back) else "–" for back in backs)])
        return found

    def _target_cell(self, back: int) -> str:
        wanted = self.wanted(back)
        return wanted.cell if wanted else "–"

    @cached_property
    def chart(self) -> Chart:
        return drawings.own_trend(self, narrow=False)

    @cached_property
    def narrow_chart(self) -> Chart:
        return drawings.own_trend(self, narrow=True)

    @property
    def whole(self) -> str:
        """The chart's name: a reader who cannot see it loses nothing."""
        said = [f"{self.title}, our own count.", self.headline, self.travel, self.target_line, self._stands]
        return " ".join(filter(None, said))

    @property
    def _stands(self) -> str:
        return f"{self.judgement.text}." if self.has_target else ""

    @property
    def table_label(self) -> str:
        unit = drawings.unit_of(self)
        return f"{self.title}{f', {unit}' if unit not in ('', '%') else ''}: our own count"

    @property
    def commentary(self) -> dict[str, str] | None:
        """What is said of the newest figure: text, who, when."""
        said = self.line["commentaries"][-1] if self.line["commentaries"] else None
        if said is None:
            return None
        written = date.fromisoformat(said["written_on"])
        return {"text": said["text"], "who": said["author"], "when": f"{written:%-d %B %Y}"}

    @property
    def symbols(self) -> set[str]:
        return {figure["symbol"] for figure in self.line["figures"] if figure and figure["symbol"]}


def short(period: Period) -> str:
    """ "Jul–Sep 2025", "Oct 2025", "2024-25": for the head of a table and under a chart."""
    if period.kind == "year":
        return period.code
    if period.kind == "month":
        return f"{period.ends_on:%b %Y}"
    return f"{period.starts_on:%b}–{period.ends_on:%b %Y}"


def own_of(indicator: Indicator, area: Area, audience: Audience, *, until: date | None = None) -> Own | None:
    """Our own figures of one indicator as `audience` may see them; None where there are none. Four queries."""
    line = facts.own_lines(area=area, codes=[indicator.code], until=until).get(indicator.code)
    if line is None:
        return None
    return Own(facts.definition(indicator), audiences.protected(line, audience), area.name)


def owns_of(area: Area, audience: Audience, *, periods: int = 2) -> dict[str, Own]:
    """Our own figures of every indicator that has any, by code. Five queries."""
    lines = facts.own_lines(area=area, periods=periods)
    return {
        one.code: Own(facts.definition(one), audiences.protected(lines[one.code], audience), area.name)
        for one in Indicator.objects.current().filter(code__in=lines)
    }
