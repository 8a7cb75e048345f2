"""The figure behind a measure: newest, beside its target and beside others, as a reader may see it."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpparent.suppression import Audience
from members.models import Council
from pledges.models import Measure
from reports.indicators import audiences
from reports.indicators import facts as figures
from reports.indicators.judging import Judgement
from reports.indicators.models import Area, Indicator
from reports.indicators.showing import sentences
from reports.indicators.showing.listings import protected
from reports.indicators.showing.own import Own
from reports.indicators.showing.shown import Shown

PERIODS = 2  # the newest, and the one that it is better or worse than


@dataclass(frozen=True)
class MeasuredFigure:
    """One indicator: our own newest count (`own`) and what government publishes (`published`); either may be None."""

    code: str
    title: str
    own: Own | None
    published: Shown | None

    @property
    def headline(self) -> str:
        """The figure as a sentence: our own count where there is one, since it is newer."""
        if self.own:
            return self.own.headline
        return sentences.headline(self.published) if self.published else "There is no figure yet."

    @property
    def counted(self) -> str:
        """Whose figure it is, of when; "" where there is none."""
        if self.own:
            return self.own.counted
        return f"Published for the {self.published.newest}." if self.published else ""

    @property
    def target(self) -> str:
        """ "Target: 85% or more; down to 80% is close." or ""."""
        return self.own.target_line if self.own else ""

    @property
    def travel(self) -> str:
        """ "Better than the quarter before (78%)." or ""."""
        return self.own.travel if self.own else ""

    @property
    def comparison(self) -> str:
        """What is published, beside England and similar councils; "" where nothing is.

        Beside a count of our own it says the published figure too, since that is the one compared.
        """
        if not self.published:
            return ""
        said = sentences.comparison(self.published)
        if not self.own:
            return said
        return f"As published for the {self.published.newest}: {self.published.spoken('us')}. {said}".strip()

    @property
    def judgement(self) -> Judgement | None:
        """How our own count stands beside its target; None where there is no target."""
        return self.own.judgement if self.own and self.own.has_target else None


def figure_of(measure: Measure, audience: Audience = "public") -> MeasuredFigure | None:
    """The figure of one measure; None where the measure is a question. As `figures_of`."""
    return figures_of([measure], audience).get(measure.pk)


def figures_of(measures: Iterable[Measure], audience: Audience = "public") -> dict[int, MeasuredFigure]:
    """The figure of every measure that is one, by its key, protected for `audience`.

    At most twelve queries, however many measures; none where there is no such measure.
    """
    codes = {one.pk: one.indicator_code for one in measures if one.kind == Measure.Kind.INDICATOR}
    if not codes:
        return {}
    area = Area.objects.select_related("region").filter(code=Council.glance().area_code).first()
    indicators = list(Indicator.objects.current().filter(code__in=codes.values()))
    own = owns_of(area, indicators, audience) if area else {}
    published = published_of(area, indicators) if area else {}
    found = {
        one.code: MeasuredFigure(one.code, one.title, own.get(one.code), published.get(one.code)) for one in indicators
    }
    return {key: found[code] for key, code in codes.items() if code in found}


def owns_of(area: Area, indicators: list[Indicator], audience: Audience) -> dict[str, Own]:
    """Our own counts, by code. Four queries."""
    lines = figures.own_lines(area=area, codes=[one.code for one in indicators], periods=PERIODS)
    return {
        one.code: Own(figures.definition(one), audiences.protected(lines[one.code], audience), area.name)
        for one in indicators
        if one.code in lines
    }


def published_of(area: Area, indicators: list[Indicator]) -> dict[str, Shown]:
    """What government publishes of us and of others, by code; only where there is a figure of ours. Four queries."""
    those = figures.company(area)
    rows = figures.observations(those.everybody, indicators, None)
    names = figures.names(those) | {"neighbours": "Similar councils"}
    found = {
        one.code: Shown(protected(figures.compared(one, those, rows[one.code], PERIODS)), names) for one in indicators
    }
    return {code: shown for code, shown in found.items() if any(shown.series["us"])}
