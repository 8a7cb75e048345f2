from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from members.standing import STRANGER, Standing
from reports.indicators.kinds import Level
from reports.indicators.models import Import, Indicator, Observation
from tests.factories.indicators import (
    NOW,
    AreaFactory,
    EnglandFactory,
    ImportFactory,
    IndicatorFactory,
    NeighbourFactory,
    ObservationFactory,
    RegionFactory,
)

pytestmark = pytest.mark.django_db


def breaks(factory, **fields):
    """The constraint that making one breaks."""
    with pytest.raises(IntegrityError) as broken, transaction.atomic():
        factory(**fields)
    return str(broken.value)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"level": "planet", "old_code": ""}, "area_has_a_known_level"),
        ({"level": Level.REGION}, "area_with_an_old_code_is_a_council"),
        (
            {"starts_on": date(2023, 4, 1), "ends_on": date(2023, 3, 31)},
            "area_ends_on_or_after_the_day_it_starts",
        ),
    ],
)
def test_area_constraints(fields, constraint):
    assert constraint in breaks(AreaFactory, **fields)


def test_area_england_is_in_no_region():
    assert "area_in_a_region_is_a_council_or_a_part_of_london" in breaks(EnglandFactory, region=RegionFactory())


def test_indicator_has_one_current_version():
    first = IndicatorFactory()

    assert "UNIQUE" in breaks(IndicatorFactory, code=first.code, version=2).upper()
    assert IndicatorFactory(code=first.code, version=2, is_current=False).pk


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"unit": "furlongs"}, "indicator_has_a_known_unit"),
        ({"polarity": "up"}, "indicator_has_a_known_polarity"),
        ({"frequency": "never"}, "indicator_has_a_known_frequency"),
    ],
)
def test_indicator_constraints(fields, constraint):
    assert constraint in breaks(IndicatorFactory, **fields)


def test_indicator_current_is_in_the_order_of_themes_headlines_first():
    rows = list(Indicator.objects.current())

    assert rows[0].code == "three-homes-in-a-year"
    assert [row.theme for row in rows][-1] == "council-as-parent"
    health = [row for row in rows if row.theme == "health"]
    assert [row.rank for row in health][:5] == [1, 2, 3, 4, 0]


@pytest.mark.parametrize("fields", [{"value": None}, {"symbol": "c"}, {"value": None, "symbol": "?"}])
def test_observation_is_a_value_or_a_symbol(fields):
    assert "observation_is_a_value_or_a_symbol" in breaks(ObservationFactory, **fields)


def test_observation_is_one_current_per_key():
    first = ObservationFactory()
    same = {"indicator": first.indicator, "area": first.area}

    assert "UNIQUE" in breaks(ObservationFactory, **same).upper()
    assert ObservationFactory(**same, is_current=False).pk
    assert ObservationFactory(**same, category="Aged 1").pk
    assert ObservationFactory(**same, origin=Observation.Origin.OWN).pk


def test_observation_keeps_its_area_and_indicator():
    row = ObservationFactory()

    with pytest.raises(ProtectedError):
        row.area.delete()
    with pytest.raises(ProtectedError):
        row.indicator.delete()


def test_neighbour_is_another_area_with_a_rank():
    area = AreaFactory()

    assert "neighbour_is_another_area" in breaks(NeighbourFactory, area=area, neighbour=area)
    assert "neighbour_rank_begins_at_1" in breaks(NeighbourFactory, rank=0)


@pytest.mark.parametrize(
    "fields",
    [{"status": Import.Status.DONE, "ended_at": None}, {"status": Import.Status.READY, "ended_at": NOW}],
)
def test_import_has_ended_at_when_it_has_ended(fields):
    assert "import_has_ended_at_and_no_file_when_it_has_ended" in breaks(ImportFactory, **fields)


def test_import_only_a_refused_file_has_a_refusal():
    assert "import_with_a_refusal_is_refused" in breaks(ImportFactory, refusal="The file is empty.")


def test_import_visible_to_those_who_may_import():
    row = ImportFactory()

    for role in ("performance-officer", "administrator"):
        assert list(Import.objects.visible_to(Standing(roles=frozenset([role])))) == [row]
    assert not Import.objects.visible_to(STRANGER).exists()
    assert not Import.objects.visible_to(Standing(level=3, roles=frozenset(["lead-member"]))).exists()
