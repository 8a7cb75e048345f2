"""The council's own figures as rows of open data, protected."""

from corpparent import suppression
from corpparent.periods import Period
from reports.indicators import facts
from reports.indicators.facts.own import own_figure
from reports.indicators.models import Area, Observation, Target
from reports.indicators.showing.opendata import Row, number


def of(area: Area) -> list[Row]:
    """Every current figure of our own that government has not published, by indicator and period. Three queries."""
    rows = facts.own_rows(area)
    targets = facts.targets_of(rows)
    return [row_of(area, one, targets[code]) for code, of_code in rows.items() for one in of_code]


def row_of(area: Area, one: Observation, targets: list[Target]) -> Row:
    figure = suppression.protect(own_figure(one), "public")
    target = facts.target_of(targets, Period.parse(one.period))
    return Row(
        code=one.indicator.code,
        title=one.indicator.title,
        theme=one.indicator.theme,
        unit=one.indicator.unit,
        decimals=one.indicator.decimals,
        period=one.period,
        area_code=area.code,
        area_name=area.name,
        region_code=area.region.code if area.region else "",
        region_name=area.region.name if area.region else "",
        category="",
        numerator=number(figure["numerator"]),
        denominator=number(figure["denominator"]),
        value=number(figure["value"]),
        symbol=figure["symbol"],
        status=one.status,
        target=target.value if target else None,
        old_code=area.old_code,
    )
