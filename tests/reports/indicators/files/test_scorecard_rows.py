import pytest

from reports.indicators import registry
from reports.indicators.files.feeds import plain
from tests.reports.indicators.files.scorecards import COUNT, HOMES, problems, read_rows

NO_MONTH = "Write a year like 2022-23, or a quarter like 2025-26-Q2. A month is written 2025-M10 or October 2025."


@pytest.mark.parametrize(
    ("change", "column", "reason"),
    [
        ({"indicator": ""}, "indicator", "The cell is empty; every figure needs its indicator."),
        (
            {"indicator": "three-home-in-a-year"},
            "indicator",
            "“three-home-in-a-year” is not an indicator of the portal. Did you mean three-homes-in-a-year?",
        ),
        (
            {"indicator": "Children who lived in 3 or more homes in a year"},
            "indicator",
            "“Children who lived in 3 or more homes in a year” is not an indicator of the portal. "
            "Did you mean three-homes-in-a-year?",
        ),
        ({"indicator": "zzz"}, "indicator", "It is not an indicator of the portal."),
        ({"period": ""}, "period", "The cell is empty; every figure needs its period."),
        ({"period": "2025-10"}, "period", f"“2025-10” is not a period. {NO_MONTH}"),
        ({"period": "y" * 50}, "period", f"“{'y' * 40}…” is not a period. {NO_MONTH}"),
        (
            {"period": "2025-26-Q3"},
            "period",
            "October to December 2025 has not ended yet. Its figures can be brought from the day after; until then "
            "send a shorter period that is over.",
        ),
        (
            {"period": "November 2025"},
            "period",
            "November 2025 has not ended yet. Its figures can be brought from the day after; until then send a shorter "
            "period that is over.",
        ),
        ({"as_at": "30/09/2025"}, "as_at", "30 September 2025 is before October 2025 began."),
        ({"as_at": "05/11/2025"}, "as_at", "5 November 2025 is in the future."),
        ({"as_at": "31/9/2025"}, "as_at", "“31/9/2025” is a day that the calendar does not have."),
        ({"as_at": "31/10/25"}, "as_at", "“31/10/25” is not a date. Write it like 31/10/2025 or 2025-10-31."),
        ({"status": "done"}, "status", "“done” is neither provisional nor final."),
    ],
)
def test_read_names_row_column_and_reason(change, column, reason):
    assert problems(HOMES | change) == [f"Row 2, column {column}: {reason} The row was left out."]


def test_read_takes_a_day_after_the_period_up_to_today():
    assert problems(HOMES | {"as_at": "04/11/2025"}) == []


def test_read_compares_only_so_many_unknown_names():
    rows = [COUNT | {"indicator": f"times-missin{n}"} for n in range(120)]

    hinted = ["Did you mean times-missing?" in problem for problem in problems(*rows)]

    assert (sum(hinted), len(hinted)) == (100, 120)


def test_read_takes_every_title_of_the_registry_for_one_indicator():
    titles = [plain(definition.title) for definition in registry.load()]

    assert len(set(titles)) == len(titles)
    assert not set(titles) & {definition.code for definition in registry.load()}


def test_read_every_indicator_by_its_title():
    rows = [{"indicator": definition.title, "period": "2024-25", "value": "x"} for definition in registry.load()]

    assert [figure.code for figure in read_rows(*rows).figures] == [each.code for each in registry.load()]
