"""Larchford, its region, England, and a headline figure of two years."""

from datetime import date

import pytest

from corpparent.periods import Period
from members.roles import DCS, PERFORMANCE_OFFICER
from tests.factories.indicators import (
    AreaFactory,
    EnglandFactory,
    ImportFactory,
    IndicatorFactory,
    ObservationFactory,
    RegionFactory,
)
from tests.factories.members import AppointmentFactory
from tests.reports.packs.pages import edition

PERIOD = Period.parse("2022-23")


@pytest.fixture
def larchford(council):
    region = RegionFactory(name="Middle Shires", is_invented=True)
    return AreaFactory(code=council.area_code, name="Larchford", region=region, is_invented=True)


@pytest.fixture
def england(db):
    return EnglandFactory(is_invented=True)


@pytest.fixture
def observe(larchford):
    """`observe(indicator, area, 2023, 68)`: a published figure of the year to March 2023."""
    taken = ImportFactory(is_invented=True)

    def observe(indicator, area, year, value, **fields):
        fields = {"source_import": taken} | fields
        period = f"{year - 1}-{year % 100:02}"
        return ObservationFactory(
            indicator=indicator, area=area, period=period, ends_on=date(year, 3, 31), value=value, **fields
        )

    return observe


@pytest.fixture
def dentist(larchford, england, observe):
    """64% and then 68%, beside England's 65% and 66%."""
    indicator = IndicatorFactory(title="Children who saw our dentist", theme="health", rank=1)
    for area, values in ((larchford, (64, 68)), (england, (65, 66))):
        for year, value in zip((2022, 2023), values, strict=True):
            observe(indicator, area, year, value)
    return indicator


@pytest.fixture
def priya(council):
    """The performance officer."""
    return AppointmentFactory(role__slug=PERFORMANCE_OFFICER, person__name="Priya Hartnell").person


@pytest.fixture
def ruth(council):
    """The Director of Children's Services."""
    return AppointmentFactory(role__slug=DCS, person__name="Ruth Castellane").person


@pytest.fixture
def published(db):
    """A public edition that everybody may read."""
    return edition(is_published=True)


@pytest.fixture
def draft(db):
    return edition()
