from datetime import date

import pytest

from reports.indicators.files import periods
from reports.indicators.files.problems import BadCell


@pytest.mark.parametrize(
    ("time_period", "time_identifier", "code", "ends_on"),
    [
        ("2023", "Reporting year", "2022-23", date(2023, 3, 31)),
        ("2000", "Reporting year", "1999-00", date(2000, 3, 31)),
        ("202223", "Financial year", "2022-23", date(2023, 3, 31)),
        ("202223", "Academic year", "2022/23", date(2023, 8, 31)),
        ("2022", " calendar  Year ", "2022", date(2022, 12, 31)),
        ("202526", "Financial year Q2", "2025-26-Q2", date(2025, 9, 30)),
        ("202526", "Financial year Q4", "2025-26-Q4", date(2026, 3, 31)),
    ],
)
def test_read_gives_code_and_last_day(time_period, time_identifier, code, ends_on):
    period = periods.read(time_period, time_identifier)

    assert (period.code, period.ends_on) == (code, ends_on)


@pytest.mark.parametrize(
    ("time_period", "time_identifier", "column"),
    [
        ("202324", "Reporting year", "time_period"),
        ("2023", "Financial year", "time_period"),
        ("202325", "Financial year", "time_period"),
        ("9999", "Reporting year", "time_period"),
        ("", "Reporting year", "time_period"),
        ("2023", "Week 14", "time_identifier"),
        ("2023", "", "time_identifier"),
    ],
)
def test_read_refuses_naming_the_column(time_period, time_identifier, column):
    with pytest.raises(BadCell) as refusal:
        periods.read(time_period, time_identifier)

    assert refusal.value.column == column


def test_mid_year_is_a_day_in_june():
    assert periods.mid_year(2022).ends_on == date(2022, 6, 30)
