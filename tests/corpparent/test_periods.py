from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpparent.periods import AROUND, NotAPeriod, Period


@pytest.mark.parametrize(
    ("code", "starts_on", "ends_on", "label"),
    [
        ("2022-23", date(2022, 4, 1), date(2023, 3, 31), "April 2022 to March 2023"),
        ("1999-00", date(1999, 4, 1), date(2000, 3, 31), "April 1999 to March 2000"),
        ("2025-26-Q1", date(2025, 4, 1), date(2025, 6, 30), "April to June 2025"),
        ("2025-26-Q2", date(2025, 7, 1), date(2025, 9, 30), "July to September 2025"),
        ("2025-26-Q3", date(2025, 10, 1), date(2025, 12, 31), "October to December 2025"),
        ("2025-26-Q4", date(2026, 1, 1), date(2026, 3, 31), "January to March 2026"),
        ("2025-M10", date(2025, 10, 1), date(2025, 10, 31), "October 2025"),
        ("2024-M02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2025-M12", date(2025, 12, 1), date(2025, 12, 31), "December 2025"),
    ],
)
def test_parse_gives_both_days_and_the_label(code, starts_on, ends_on, label):
    period = Period.parse(code)
    assert (period.starts_on, period.ends_on, period.label, period.code) == (starts_on, ends_on, label, code)


def test_parse_forgives_small_letters_and_spaces():
    assert Period.parse(" 2025-26-q2 ") == Period.parse("2025-26-Q2")


@pytest.mark.parametrize("text", ["2025-m10", "October 2025", "october  2025", "Oct 2025", " OCT 2025 ", "Octo 2025"])
def test_parse_takes_a_month_as_people_write_it(text):
    assert Period.parse(text) == Period.parse("2025-M10")


@pytest.mark.parametrize("text", ["May 2025", "Sep 2025", "Sept 2025", "June 2025", "Jul 2025"])
def test_parse_takes_the_name_of_any_month(text):
    assert Period.parse(text).label.startswith(text[:3])


def test_parse_takes_a_year_for_what_could_be_a_month():
    assert Period.parse("2009-10").label == "April 2009 to March 2010"


@pytest.mark.parametrize(
    "text",
    [
        "2025-10",
        "10/2025",
        "2025-M13",
        "2025-M00",
        "2025-M1",
        "Oct-25",
        "Oc 2025",
        "Octopus 2025",
        "9999-M01",
        "0001-M01",
    ],
)
def test_parse_never_guesses_a_month(text):
    with pytest.raises(NotAPeriod, match="A month is written 2025-M10 or October 2025"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("code", "kind", "before"),
    [
        ("2022-23", "year", "2021-22"),
        ("2000-01", "year", "1999-00"),
        ("2025-26-Q2", "quarter", "2025-26-Q1"),
        ("2025-26-Q1", "quarter", "2024-25-Q4"),
        ("2025-26-Q4", "quarter", "2025-26-Q3"),
        ("2025-M10", "month", "2025-M09"),
        ("2025-M01", "month", "2024-M12"),
    ],
)
def test_kind_and_the_one_before(code, kind, before):
    period = Period.parse(code)
    assert (period.kind, period.before()) == (kind, Period.parse(before))


@pytest.mark.parametrize(
    "code",
    [
        "",
        "2023",
        "2022-24",
        "2022/23",
        "2022-23-Q5",
        "2022-23-Q",
        "0000-01",
        "0001-02",
        "1799-00",
        "2200-01",
        "9999-00",
        "٢٠٢٢-٢٣",
        "2022-23\n2023-24",
    ],
)
def test_parse_says_how_a_period_is_written(code):
    with pytest.raises(NotAPeriod) as refusal:
        Period.parse(code)
    assert str(refusal.value) == (
        f"“{code}” is not a period. Write a year like 2022-23, or a quarter like 2025-26-Q2. "
        "A month is written 2025-M10 or October 2025."
    )


@given(st.text(alphabet="0123456789-QqMmayjun ٣\x00", max_size=12))
def test_parse_takes_a_period_or_refuses(text):
    try:
        period = Period.parse(text)
    except NotAPeriod:
        return
    assert Period.parse(period.code) == period


@given(st.integers(1800, 2199))
def test_four_quarters_are_the_year(year):
    code = f"{year}-{(year + 1) % 100:02}"
    whole, quarters = Period.parse(code), [Period.parse(f"{code}-Q{n}") for n in (1, 2, 3, 4)]
    assert (quarters[0].starts_on, quarters[-1].ends_on) == (whole.starts_on, whole.ends_on)
    for one, following in pairwise(quarters):
        assert one.ends_on + timedelta(days=1) == following.starts_on


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["year", "quarter", "month"]))
def test_the_one_before_ends_the_day_before(day, kind):
    period = AROUND[kind](day)
    assert period.starts_on <= day <= period.ends_on
    assert Period.parse(period.code) == period
    assert period.before().ends_on + timedelta(days=1) == period.starts_on
    assert period.before().kind == period.kind == kind


def test_periods_stand_in_the_order_of_their_days():
    codes = ["2022-M04", "2022-23-Q1", "2022-23", "2022-M05", "2022-23-Q2", "2023-24"]
    assert [period.code for period in sorted(map(Period.parse, reversed(codes)))] == codes
