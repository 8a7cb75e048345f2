"""Figures that government will publish: once they are out, they are beside whatever the council showed before. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from corpparent.periods import NotAPeriod, Period, quarter_around, year_around
from reports.indicators.definition import Definition
from reports.indicators.protection.relating import Key, Own
from reports.indicators.protection.relations import Relations

GOVERNMENT = "DfE"  # how the source of what is published begins


def published_later(
    figures: Sequence[Own], relations: Relations, definitions: Mapping[str, Definition]
) -> Iterator[Own]:
    """The year of each flow whose four quarters are among `figures`, where it is not there itself and will come.

    Three quarters and the year tell the fourth, so the year is taken as known before anybody prints it.
    """
    by_key = {figure.key: figure for figure in figures}
    for last in [figure for figure in figures if figure.code in relations.flows and ends_a_year(figure.period)]:
        year = year_around(Period.parse(last.period).ends_on)
        quarters = [by_key.get(last.key._replace(period=quarter.code)) for quarter in quarters_of(year)]
        comes = definitions[last.code].source.startswith(GOVERNMENT) if last.code in definitions else False
        if comes and Key(last.code, year.code, last.category) not in by_key:
            there = [quarter for quarter in quarters if quarter is not None]
            if len(there) == len(quarters):
                yield together(there, year)


def ends_a_year(code: str) -> bool:
    """Whether `code` is the quarter to March."""
    try:
        period = Period.parse(code)
    except NotAPeriod:
        return False
    return period.kind == "quarter" and period.ends_on == year_around(period.ends_on).ends_on


def quarters_of(year: Period) -> list[Period]:
    """The newest first."""
    found = [quarter_around(year.ends_on)]
    while found[-1].starts_on > year.starts_on:
        found.append(found[-1].before())
    return found


def together(quarters: Sequence[Own], year: Period) -> Own:
    """The sum of `quarters`; what one of them does not say, the sum does not."""
    first = quarters[0]
    return Own(
        first.code,
        year.code,
        first.category,
        total([one.numerator for one in quarters]),
        total([one.denominator for one in quarters]),
        total([one.value for one in quarters]),
        first.unit,
    )


def total(numbers: Sequence[Decimal | None]) -> Decimal | None:
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if len(known) == len(numbers) else None
