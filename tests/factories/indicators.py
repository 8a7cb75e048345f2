"""Areas, definitions, figures, imports; and open-data files written from rows."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from reports.indicators.kinds import Frequency, Level, Polarity, Unit
from reports.indicators.models import (
    Area,
    Commentary,
    Import,
    Indicator,
    Neighbour,
    NeighbourSet,
    Observation,
    Target,
)
from tests.factories.members import PersonFactory

NOW = datetime(2024, 11, 4, 10, 30, tzinfo=UTC)


class RegionFactory(DjangoModelFactory):
    class Meta:
        model = Area

    code = factory.Sequence(lambda n: f"X12{n:06}")
    name = factory.Sequence(lambda n: f"Region {n}")
    level = Level.REGION


class EnglandFactory(DjangoModelFactory):
    class Meta:
        model = Area

    code = "X92000001"
    name = "England"
    level = Level.NATIONAL


class AreaFactory(DjangoModelFactory):
    """A council; its region only when asked for: `AreaFactory(region=RegionFactory())`."""

    class Meta:
        model = Area

    code = factory.Sequence(lambda n: f"X06{n:06}")
    old_code = factory.Sequence(lambda n: f"{100 + n % 900}")
    name = factory.Sequence(lambda n: f"Council {n}")
    level = Level.COUNCIL


class IndicatorFactory(DjangoModelFactory):
    """Not in the registry."""

    class Meta:
        model = Indicator

    code = factory.Sequence(lambda n: f"invented-{n}")
    version = 1
    title = "Children who were read to"
    sentence = "of our children were read to"
    numerator = "Of those, children who were read to"
    denominator = "All children in care on 31 March"
    unit = Unit.PERCENT
    decimals = 0
    polarity = Polarity.HIGH
    frequency = Frequency.ANNUAL
    source = "Nobody"
    theme = "ordinary-life"
    rank = 0
    is_detail = False
    small_cohort = 20


class ImportFactory(DjangoModelFactory):
    """Taken in, whole."""

    class Meta:
        model = Import

    kind = Import.Kind.STATISTICS
    status = Import.Status.DONE
    file_name = "figures.csv"
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    size = 1000
    counts = factory.LazyFunction(lambda: {"left_out": 0})
    uploaded_at = ended_at = NOW


class ObservationFactory(DjangoModelFactory):
    class Meta:
        model = Observation

    indicator = factory.SubFactory(IndicatorFactory)
    area = factory.SubFactory(AreaFactory)
    period = "2022-23"
    ends_on = date(2023, 3, 31)
    value = Decimal(68)
    origin = Observation.Origin.PUBLISHED
    source_import = factory.SubFactory(ImportFactory)


class OwnFactory(ObservationFactory):
    """The council's own count for a quarter, and it may be shown."""

    period = "2025-26-Q2"
    ends_on = date(2025, 9, 30)
    origin = Observation.Origin.OWN
    numerator = Decimal(68)
    denominator = Decimal(100)
    source_import = factory.SubFactory(ImportFactory, kind=Import.Kind.SCORECARD)


class TargetFactory(DjangoModelFactory):
    class Meta:
        model = Target

    indicator = factory.SubFactory(IndicatorFactory)
    period = "2025-26"
    starts_on = date(2025, 4, 1)
    ends_on = date(2026, 3, 31)
    value = Decimal(85)
    tolerance = Decimal(5)
    answerable = factory.SubFactory(PersonFactory)
    set_by = factory.SubFactory(PersonFactory)
    set_at = NOW


class CommentaryFactory(DjangoModelFactory):
    class Meta:
        model = Commentary

    observation = factory.SubFactory(OwnFactory)
    text = "Two posts were empty until July; both are filled."
    author = factory.SubFactory(PersonFactory)
    written_at = NOW


class NeighbourSetFactory(DjangoModelFactory):
    class Meta:
        model = NeighbourSet

    edition = "neighbours_2024"
    source_import = factory.SubFactory(ImportFactory, kind=Import.Kind.NEIGHBOURS)


class NeighbourFactory(DjangoModelFactory):
    class Meta:
        model = Neighbour

    neighbour_set = factory.SubFactory(NeighbourSetFactory)
    area = factory.SubFactory(AreaFactory)
    neighbour = factory.SubFactory(AreaFactory)
    rank = factory.Sequence(lambda n: n + 1)
    closeness = "Very close"


TIME = {"time_period": "2023", "time_identifier": "Reporting year"}
ENGLAND = {"geographic_level": "National", "country_code": "X92000001", "country_name": "England"}
REGION = ENGLAND | {"geographic_level": "Regional", "region_code": "X12000001", "region_name": "Mercia"}
COUNCIL = REGION | {
    "geographic_level": "Local authority",
    "old_la_code": "901",
    "la_name": "Larchford",
    "new_la_code": "X06000001",
}
STABILITY = {"cla_group": "CLA on 31 March", "placement_stability": "With 3 or more placements during the year"}


def stability_rows(numerator="58", denominator="578", percent="10", place=COUNCIL, **changes):
    """Two rows of the DfE's stability file for one area: the figure, then its total."""
    figure = TIME | place | STABILITY | {"children_count": numerator, "children_percent": percent} | changes
    total = {"placement_stability": "Total children", "children_count": denominator, "children_percent": "100"}
    return [figure, figure | total]


def csv_file(rows, columns=None, *, delimiter=",", encoding="utf-8", newline="\n"):
    """`rows` (dicts) as the bytes of a CSV file, opened."""
    columns = columns or list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=delimiter, lineterminator=newline, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return io.BytesIO(text.getvalue().encode(encoding))
