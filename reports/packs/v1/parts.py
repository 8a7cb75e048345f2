"""The parts of a pack, made ready for the templates: what page and paper both show."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from corpparent.charts import Chart, trend
from corpparent.themes import THEMES, Theme
from reports.indicators import sentences, words
from reports.indicators.kinds import Symbol
from reports.indicators.shown import ROLES, Shown

SUMMARY, NOTES = "on-one-page", "how-the-numbers-are-protected"
MOST = 4  # figures in each list of the summary


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
        other_time = _other_time(self.shown, self.year)
        return f"{self.shown.source}{f', {other_time}' if other_time else ''}.{provisional}"


@dataclass(frozen=True)
class Part:
    """One theme of the pack."""

    number: int
    theme: Theme
    headlines: Sequence[Figure]
    others: Sequence[Shown]
    awaited: Sequence[str]
    year: str

    @property
    def lead(self) -> str:
        ours = [figure.shown for figure in self.headlines] or [shown for shown in self.others if shown.figure("us")]
        return sentences.lead(ours, has_others=bool(self.others))

    @property
    def other_roles(self) -> list[str]:
        """Areas for which one of the other figures has a number."""
        return [role for role in ROLES if any(shown.has_values(role) for shown in self.others)]

    @property
    def other_head(self) -> list[str]:
        return ["Figure", *(self.others[0].names[role] for role in self.other_roles)]

    @property
    def other_rows(self) -> list[list[str]]:
        return [[self._name(shown), *(shown.cell(role) for role in self.other_roles)] for shown in self.others]

    def _name(self, shown: Shown) -> str:
        """Title, unit, and the period where it is not the pack's year."""
        return ", ".join(filter(None, [_title_with_unit(shown), _other_time(shown, self.year)]))

    @property
    def tally(self) -> list[str]:
        """A row of the summary: how many figures are better than in England, worse, the same, or cannot be judged."""
        found = [figure.tag.status if figure.tag else "" for figure in self.headlines]
        return [self.theme.title, *(str(found.count(status) or "–") for status in ("ok", "late", "neutral", ""))]


def _title_with_unit(shown: Shown) -> str:
    unit = words.UNITS.get(shown.unit, shown.unit)
    return f"{shown.title} ({unit})" if unit not in ("", "%") and unit not in shown.title.lower() else shown.title


def _other_time(shown: Shown, year: str) -> str:
    """The newest period of a figure where it is not the pack's year: "year ending March 2021"; else ""."""
    return "" if shown.newest == f"year ending March {year}" else shown.newest


def _gap(shown: Shown, other: Decimal | None) -> Decimal:
    """How far ours is from `other`, as a share of it, so that percentages and rates can be put in one order."""
    ours, other = shown.value("us") or Decimal(0), other or Decimal(0)
    return abs(ours - other) / max(other, Decimal(1))


@dataclass(frozen=True)
class Said:
    """A line of the summary: what, in one sentence, and where to read on."""

    text: str
    slug: str


class Pack:
    """Frozen, protected facts (reports.packs.facts) as parts. Everything shown is worked out from `facts` alone."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts
        self.figures = [Shown(indicator, facts["names"]) for indicator in facts["indicators"]]

    @cached_property
    def parts(self) -> list[Part]:
        return [self._part(number, theme) for number, theme in enumerate(THEMES, start=1)]

    def _part(self, number: int, theme: Theme) -> Part:
        of_theme = [shown for shown in self.figures if shown.theme == theme.slug]
        with_ours = [shown for shown in of_theme if shown.figure("us")]
        headlines = sorted((shown for shown in with_ours if shown.rank), key=lambda shown: shown.rank)
        return Part(
            number=number,
            theme=theme,
            headlines=[Figure(shown, self.facts["year"]) for shown in headlines],
            others=[shown for shown in of_theme if shown not in headlines],
            awaited=self.facts["awaited"].get(theme.slug, []),
            year=self.facts["year"],
        )

    @cached_property
    def _judged(self) -> list[Shown]:
        """Headline figures with children enough to judge by."""
        return [shown for shown in self.figures if shown.rank and not shown.is_small]

    @property
    def is_compared(self) -> bool:
        """Whether a headline figure can be held against England's."""
        return any(sentences.tag(shown) for shown in self._judged)

    @property
    def has_change(self) -> bool:
        """Whether a headline figure can be held against the year before."""
        return any(shown.year_before is not None and shown.value("us") is not None for shown in self._judged)

    @property
    def proud(self) -> list[Said]:
        """Better than a year before, and better than England: celebration comes first."""
        found = [shown for shown in self._judged if self._has_improved(shown) and self._is_better(shown)]
        return self._said(found[:MOST])

    @property
    def not_yet(self) -> list[Said]:
        """Worse than England, the widest gap first."""
        worse = [shown for shown in self._judged if self._is_better(shown) is False]
        return self._said(sorted(worse, key=lambda shown: -_gap(shown, shown.value("england")))[:MOST])

    @property
    def improved(self) -> list[Said]:
        """Better than a year before, the widest change first; what is already celebrated is not said twice."""
        celebrated = {said.text for said in self.proud}
        better = [shown for shown in self._judged if self._has_improved(shown)]
        said = self._said(sorted(better, key=lambda shown: -_gap(shown, shown.year_before)))
        return [one for one in said if one.text not in celebrated][:MOST]

    def _is_better(self, shown: Shown) -> bool | None:
        """Against England."""
        ours, england = shown.value("us"), shown.value("england")
        return None if ours is None or england is None else shown.is_better(ours, england)

    def _has_improved(self, shown: Shown) -> bool | None:
        """Against the year before."""
        ours, before = shown.value("us"), shown.year_before
        return None if ours is None or before is None else shown.is_better(ours, before)

    def _said(self, figures: Sequence[Shown]) -> list[Said]:
        return [Said(self._line(shown), shown.theme) for shown in figures]

    def _line(self, shown: Shown) -> str:
        """ "Children seen by a dentist: 83%, up from 82% a year before; England 81%."."""
        england = f"England {shown.spoken('england')}" if shown.value("england") is not None else ""
        said = [shown.spoken("us"), *filter(None, [sentences.change(shown)])]
        return f"{shown.title}: {'; '.join(filter(None, [', '.join(said), england]))}."

    @property
    def tally_head(self) -> list[str]:
        return ["Part", "Better than England", "Worse", "Same", "Not compared"]

    @property
    def tallies(self) -> list[list[str]]:
        """How the headline figures of each part stand."""
        return [part.tally for part in self.parts]

    @property
    def symbols(self) -> list[tuple[str, str]]:
        """Every symbol the pack shows, with its meaning."""
        used = set().union(*(shown.symbols for shown in self.figures)) if self.figures else set()
        return [(symbol.value, symbol.label) for symbol in Symbol if symbol.value in used]

    @property
    def definitions(self) -> list[Shown]:
        """Headline figures in the order of the pack, for the last pages."""
        return [figure.shown for part in self.parts for figure in part.headlines]
