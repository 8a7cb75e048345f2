from decimal import Decimal

import pytest

from reports.indicators.kinds import Symbol
from tests.reports.indicators.files.scorecards import COUNT, HOMES, problems, read_rows

NUMBERS = ("numerator", "denominator", "value")


def row(code, numerator="", denominator="", value=""):
    return HOMES | {"indicator": code} | dict(zip(NUMBERS, (numerator, denominator, value), strict=True))


def found(*args):
    (figure,) = read_rows(row(*args)).figures
    return figure.value, figure.symbol


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        (("three-homes-in-a-year", "58", "578"), "10"),
        (("three-homes-in-a-year", "1", "200"), "1"),  # 0.5 goes up
        (("three-homes-in-a-year", "0", "578"), "0"),
        (("three-homes-in-a-year", "578", "578"), "100"),
        (("three-homes-in-a-year", "58", "578", "10.0"), "10"),
        (("three-homes-in-a-year", "58", "578", "10.03%"), "10"),
        (("three-homes-in-a-year", "58", "578", "10.034602076"), "10"),
        (("three-homes-in-a-year", "1", "200", "0"), "1"),  # written as spreadsheets that round to even would
        (("social-worker-vacancies", "12.5", "99.25"), "12.6"),
        (("social-worker-caseload", "1520", "97.3", "15.6"), "15.6"),
        (("children-in-care-rate", "612", "63021"), "97"),
        (("times-missing", "", "", "41"), "41"),
        (("times-missing", "", "", "0"), "0"),
        (("sdq-average", "", "", "13.65"), "13.7"),
        (("days-to-new-family", "", "", "412.333333333"), "412"),
    ],
)
def test_read_value(cells, value):
    assert found(*cells) == (Decimal(value), None)


@pytest.mark.parametrize("code", ["three-homes-in-a-year", "times-missing"])
@pytest.mark.parametrize(("text", "symbol"), [("x", Symbol.NOT_AVAILABLE), ("Z", Symbol.NOT_APPLICABLE)])
def test_read_symbol(code, text, symbol):
    assert found(code, "", "", text) == (None, symbol)


def test_read_keeps_the_parts():
    (figure,) = read_rows(row("social-worker-vacancies", "12.5", "99.25")).figures

    assert (figure.numerator, figure.denominator) == (Decimal("12.5"), Decimal("99.25"))


NEEDS_BOTH = "The cell is empty; this figure needs numerator and denominator, from which the portal works it out."
ALONE = (
    "This figure is not worked out from two numbers. Leave this cell empty and write the number in the column value."
)


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        (("three-homes-in-a-year", "58"), "denominator", NEEDS_BOTH),
        (("three-homes-in-a-year", "", "", "10"), "numerator", NEEDS_BOTH),
        (
            ("three-homes-in-a-year", "579", "578"),
            "numerator",
            "The numerator (579) is greater than the denominator (578), of which it is a part.",
        ),
        (
            ("three-homes-in-a-year", "0", "0"),
            "denominator",
            "The denominator is 0, so no figure can be made of it. Leave both cells empty and write z (does not apply) "
            "in the column value.",
        ),
        (
            ("three-homes-in-a-year", "58", "578", "11"),
            "value",
            "“11” does not follow from numerator and denominator: they give 10.03.",
        ),
        (
            ("three-homes-in-a-year", "58", "578", "10.04"),
            "value",
            "“10.04” does not follow from numerator and denominator: they give 10.03.",
        ),
        (
            ("three-homes-in-a-year", "58", "578", "x"),
            "value",
            "“x” says that there is no number, but the cell of the numerator has one.",
        ),
        (("three-homes-in-a-year", "-58", "578"), "numerator", "“-58” is below zero."),
        (("three-homes-in-a-year", "fifty", "578"), "numerator", "“fifty” is not a number."),
        (("three-homes-in-a-year", "x", "578"), "numerator", "“x” is not a number."),
        (
            ("three-homes-in-a-year", "58", "1,578"),
            "denominator",
            "“1,578” has a comma. Write numbers without it, like 1234 or 12.5.",
        ),
        (
            ("times-missing", "", "", "9999999999"),
            "value",
            "“9999999999” is too much to be a figure of a council.",
        ),
        (
            ("social-worker-caseload", "999999999", "0.1"),
            "numerator",
            "999,999,999 for 0.1 is too much to be a figure of a council.",
        ),
        (("times-missing", "41"), "numerator", ALONE),
        (("times-missing", "", "100", "41"), "denominator", ALONE),
        (("times-missing", "", "", "41.5"), "value", "“41.5” is not a whole number, and this figure counts."),
        (
            ("times-missing", "", "", "c"),
            "value",
            "“c” is not a number, nor x (not available) or z (does not apply).",
        ),
        (("sdq-average", "", "", "13,6"), "value", "“13,6” has a comma. Write numbers without it, like 1234 or 12.5."),
    ],
)
def test_read_names_the_cell_and_the_reason(cells, column, reason):
    assert problems(row(*cells)) == [f"Row 2, column {column}: {reason} The row was left out."]


def test_read_formula_of_a_spreadsheet_in_a_csv_is_no_number():
    assert problems(COUNT | {"value": "=1+1"}) == [
        "Row 2, column value: “=1+1” is not a number, nor x (not available) or z (does not apply). "
        "The row was left out."
    ]
