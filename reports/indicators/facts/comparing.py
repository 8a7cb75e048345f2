"""Published figures of an area beside those it is compared with, as plain JSON-ready data."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Any, TypedDict

from corpparent.suppression import Figure
from members import words
from reports.indicators.kinds import Level
from reports.indicators.models import Area, Indicator, Neighbour, NeighbourSet, Observation
from reports.indicators.rounding import half_up

Row = tuple[str, date]  # period code, its last day
TOLD = ("title", "sentence", "numerator", "denominator")


class Compared(TypedDict):
    """One indicator over `periods` (oldest first). Every list of `series` is as long; None: nothing is published.

    Its roles: us, region, england, neighbours (the median of those neighbours with a number), neighbours_mean.
    The other keys are the fields of the definition.
    """

    code: str
    periods: list[str]
    ends_on: list[str]
    series: dict[str, list[Figure | None]]


@dataclass(frozen=True)
class Company:
    """Those an area is compared with."""

    area: Area
    england: Area | None
    region: Area | None
    neighbours: list[Area]
    edition: str

    @property
    def everybody(self) -> list[Area]:
        return [area for area in (self.area, self.region, self.england, *self.neighbours) if area]


def company(area: Area) -> Company:
    """England, the region and the neighbours of `area` by the newest edition that lists it. Three queries at most."""
    england = Area.objects.filter(level=Level.NATIONAL, is_invented=area.is_invented).first()
    newest = NeighbourSet.objects.filter(neighbours__area=area).order_by("-taken_at", "-pk").first()
    rows = Neighbour.objects.filter(neighbour_set=newest, area=area).select_related("neighbour").order_by("rank")
    neighbours = [row.neighbour for row in rows] if newest else []
    return Company(area, england, area.region, neighbours, newest.edition if newest else "")


def compare(
    *, area: Area, codes: Sequence[str] | None = None, until: date | None = None, periods: int = 5
) -> dict[str, Any]:
    """The newest `periods` published figures up to `until` (counted) of every current indicator, or of `codes`.

    {"area": {code, name}, "names": {role: name}, "neighbours": {edition, names}, "indicators": [Compared, ...]} in
    the order of themes. Numbers are decimals as text. The number of queries does not depend on that of indicators.
    """
    those = company(area)
    indicators = list(Indicator.objects.current().filter(**({"code__in": codes} if codes is not None else {})))
    rows = observations(those.everybody, indicators, until)
    return {
        "area": {"code": area.code, "name": area.name},
        "names": names(those),
        "neighbours": {"edition": those.edition, "names": [neighbour.name for neighbour in those.neighbours]},
        "indicators": [compared(indicator, those, rows[indicator.code], periods) for indicator in indicators],
    }


def names(those: Company) -> dict[str, str]:
    """What each role is called; roles that there are not are left out."""
    said = {"us": those.area.name}
    if those.region:
        said["region"] = those.region.name
    if those.england:
        said["england"] = those.england.name
    if those.neighbours:
        said |= {"neighbours": "Similar councils (median)", "neighbours_mean": "Similar councils (mean)"}
    return said


ByArea = dict[int, dict[Row, Observation]]


def observations(areas: list[Area], indicators: list[Indicator], until: date | None) -> dict[str, ByArea]:
    """Current published figures by indicator code, area and period. One query."""
    found = Observation.objects.filter(
        area__in=areas,
        indicator__code__in=[indicator.code for indicator in indicators],
        origin=Observation.Origin.PUBLISHED,
        category="",
        is_current=True,
        **({"ends_on__lte": until} if until else {}),
    ).select_related("indicator")
    by_code: dict[str, ByArea] = defaultdict(lambda: defaultdict(dict))
    for row in found:
        by_code[row.indicator.code][row.area_id][row.period, row.ends_on] = row
    return by_code


def compared(indicator: Indicator, those: Company, rows: ByArea, periods: int) -> dict[str, Any]:
    """One indicator over its newest `periods`, every role; see Compared."""
    shown = sorted({key for of_area in rows.values() for key in of_area}, key=lambda key: key[1])[-periods:]
    series: dict[str, list[Figure | None]] = {"us": line(those.area, rows, shown)}
    if those.region:
        series["region"] = line(those.region, rows, shown)
    if those.england:
        series["england"] = line(those.england, rows, shown)
    if those.neighbours:
        middles = [middle(those.neighbours, rows, key) for key in shown]
        series["neighbours"] = [found and found[0] for found in middles]
        series["neighbours_mean"] = [found and found[1] for found in middles]
    return definition(indicator) | {
        "periods": [period for period, _ in shown],
        "ends_on": [ends_on.isoformat() for _, ends_on in shown],
        "series": series,
    }


def line(area: Area, rows: ByArea, shown: list[Row]) -> list[Figure | None]:
    """The figures of one area over the periods `shown`."""
    of_area = rows.get(area.pk, {})
    return [figure(of_area[key]) if key in of_area else None for key in shown]


def figure(row: Observation) -> Figure:
    """One figure as packs freeze it."""
    return {
        "period": row.period,
        "value": text(row.value),
        "numerator": text(row.numerator),
        "denominator": text(row.denominator),
        "symbol": row.symbol,
        "is_provisional": row.status == Observation.Status.PROVISIONAL,
        "is_published": row.origin == Observation.Origin.PUBLISHED,
    }


def middle(neighbours: list[Area], rows: ByArea, key: Row) -> tuple[Figure, Figure] | None:
    """Median and mean of those neighbours that have a number; None where none has.

    The DfE's own tools differ: one shows the median, one the mean. Both leave out councils without a number.
    """
    found = [rows[area.pk][key] for area in neighbours if area.pk in rows and key in rows[area.pk]]
    values = [row.value for row in found if row.value is not None]
    if not values:
        return None
    blank: Figure = {
        "period": key[0],
        "value": None,
        "numerator": None,
        "denominator": None,
        "symbol": "",
        "is_provisional": any(row.status == Observation.Status.PROVISIONAL for row in found),
        "is_published": True,
    }
    mean = half_up(sum(values, Decimal(0)) / len(values), 6)
    return blank | {"value": text(median(values))}, blank | {"value": text(mean)}  # type: ignore[return-value]


def breakdown(*, area: Area, code: str, period: str) -> list[dict[str, Any]]:
    """The figures of one indicator by category (adoption: the child's age), [{category, ...Figure}]. One query."""
    rows = Observation.objects.filter(
        area=area, indicator__code=code, period=period, origin=Observation.Origin.PUBLISHED, is_current=True
    ).exclude(category="")
    return [{"category": row.category, **figure(row)} for row in sorted(rows, key=lambda row: by_age(row.category))]


def by_age(category: str) -> tuple[int, str]:
    """ "Aged under 1" before "Aged 1", "Aged 7 and over" last."""
    digits = "".join(filter(str.isdigit, category))
    return (0 if "under" in category else int(digits or 0), category)


def definition(indicator: Indicator) -> dict[str, Any]:
    """The fields of the definition that packs freeze beside its figures, told in the council's own words."""
    fields = "code version unit decimals polarity frequency source theme reference rank is_detail small_cohort"
    own = words.remembered()
    told = {name: words.say(getattr(indicator, name), own) for name in TOLD}
    return told | {name: getattr(indicator, name) for name in fields.split()}


def text(number: Decimal | None) -> str | None:
    """ "68", "14.5": no exponent, no zeros at the end; None stays None."""
    if number is None:
        return None
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
