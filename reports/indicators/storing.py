"""Writing what a file holds: areas, figures, neighbours. Only `services` calls this, inside its transaction."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reports.indicators.files.places import Place
from reports.indicators.files.reading import Figure
from reports.indicators.kinds import Level
from reports.indicators.models import Area, Import, Indicator, Observation

BATCH = 2000


class Key(NamedTuple):
    """Which figure: the columns that are unique among current ones."""

    indicator_id: int
    area_code: str
    period: str
    category: str


class Said(NamedTuple):
    """What the file, or the table, says about it."""

    value: Decimal | None
    symbol: str
    numerator: Decimal | None
    denominator: Decimal | None
    status: str
    as_at: date | None


def take_turns() -> None:
    """Wait for any other import that is writing, so that this one sees what it wrote: areas, figures, editions."""
    list(Indicator.objects.select_for_update().filter(is_current=True).order_by("pk").values_list("pk"))


def store_areas(places: Iterable[Place], *, is_invented: bool) -> dict[str, Area]:
    """Areas by code. Those that are missing are made; what the table already says of an area stays."""
    places = list(places)
    around = {Place(*place.region, Level.REGION) for place in places if place.region[0]}
    make_missing([*around, *(place for place in places if place.level != Level.COUNCIL)], is_invented, {})
    above = {area.code: area for area in Area.objects.exclude(level=Level.COUNCIL)}
    make_missing(places, is_invented, above)
    return {area.code: area for area in Area.objects.filter(code__in=[place.code for place in places])}


def make_missing(places: Iterable[Place], is_invented: bool, above: dict[str, Area]) -> None:
    """Make the areas of `places` that there are not yet, inside their regions where `above` has them."""
    by_code = {place.code: place for place in places}
    there = set(Area.objects.filter(code__in=by_code).values_list("code", flat=True))
    Area.objects.bulk_create(
        Area(
            code=place.code,
            old_code=place.old_code,
            name=place.name,
            level=place.level,
            region=above.get(place.region[0]),
            is_invented=is_invented,
        )
        for code, place in by_code.items()
        if code not in there
    )


class Plan:
    """What taking in `figures` would change: computed for the preview, and again under the lock before writing.

    Figures of one `origin` never touch those of the other.
    """

    def __init__(self, figures: Iterable[Figure], origin: str = Observation.Origin.PUBLISHED) -> None:
        figures = list(figures)
        self.origin = origin
        codes = {figure.code for figure in figures}
        self.indicators = {row.code: row for row in Indicator.objects.filter(is_current=True, code__in=codes)}
        self.says = {self.key(figure): (figure, said(figure)) for figure in figures}
        self.stored = stored(self.indicators.values(), {figure.period.code for figure in figures}, origin)
        self.new = [key for key in self.says if key not in self.stored]
        there = [key for key in self.says if key in self.stored]
        self.changed = [key for key in there if self.stored[key][1] != self.says[key][1]]

    def key(self, figure: Figure) -> Key:
        return Key(self.indicators[figure.code].pk, figure.place.code, figure.period.code, figure.category)

    @property
    def counts(self) -> dict[str, int]:
        unchanged = len(self.says) - len(self.new) - len(self.changed)
        return {"new": len(self.new), "changed": len(self.changed), "unchanged": unchanged}

    def write(self, areas: dict[str, Area], source: Import) -> None:
        """New rows for new and changed figures; the rows they supersede stay and are no longer current."""
        old = [self.stored[key][0] for key in self.changed]
        for start in range(0, len(old), BATCH):
            Observation.objects.filter(pk__in=old[start : start + BATCH]).update(is_current=False)
        rows = (self.observation(key, areas, source) for key in [*self.new, *self.changed])
        Observation.objects.bulk_create(rows, batch_size=BATCH)

    def observation(self, key: Key, areas: dict[str, Area], source: Import) -> Observation:
        """Our own are hidden until `protection` has seen them beside the others."""
        figure, says = self.says[key]
        is_own = self.origin == Observation.Origin.OWN
        return Observation(
            indicator_id=key.indicator_id,
            area=areas[key.area_code],
            period=key.period,
            ends_on=figure.period.ends_on,
            category=key.category,
            origin=self.origin,
            protection=Observation.Protection.HIDDEN if is_own else Observation.Protection.OPEN,
            source_import=source,
            **says._asdict(),
        )


def said(figure: Figure) -> Said:
    return Said(
        figure.value, figure.symbol or "", figure.numerator, figure.denominator, str(figure.status), figure.as_at
    )


def stored(indicators: Iterable[Indicator], periods: set[str], origin: str) -> dict[Key, tuple[int, Said]]:
    """The current figures of `indicators` in `periods` and of one `origin`, with their primary keys. One query."""
    columns = ("indicator_id", "area__code", "period", "category")
    rows = Observation.objects.filter(
        indicator__in=list(indicators), period__in=periods, origin=origin, is_current=True
    ).values_list("pk", *columns, *Said._fields)
    return {Key(*row[1:5]): (row[0], Said(*row[5:])) for row in rows}
