import pytest

from reports.indicators.ssda903 import codes
from reports.indicators.ssda903.modules import MODULES


@pytest.mark.parametrize(
    ("column", "code", "first", "last"),
    [
        ("SEX", "1", 2018, 2024),
        ("SEX", "U", 2025, 2027),
        ("REC", "E43", 2018, 2018),
        ("REC", "E48", 2019, 2027),
        ("REASON_PLACE_CHANGE", "CUSTOD", 2019, 2027),
        ("ACTIV", "F3", 2018, 2021),
        ("ACTIV", "P5", 2022, 2027),
        ("PLACE", "H5", 2018, 2025),
        ("PLACE", "K3", 2025, 2027),
        ("PLACE", "Z12", 2026, 2027),
        ("PLACE", "U4", 2018, 2027),
    ],
)
def test_for_year(column, code, first, last):
    years = [year for year in range(2018, 2028) if code in codes.for_year(year)[column]]

    assert (years[0], years[-1]) == (first, last)


def test_every_column_of_codes_is_a_column_of_the_return():
    columns = {column for module in MODULES.values() for column in module.columns}

    assert set(codes.for_year(2025)) <= columns
