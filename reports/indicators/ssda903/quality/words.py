"""The words in which rules are written: codes that belong together, and questions asked of a column."""

import polars as pl

RESPITE = ("V3", "V4")  # agreed short breaks: left out of nearly every figure
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")
WITH_OWN_CARER = ("A3", "A5")  # placed for adoption with the foster carer they live with
WITH_NEW_CARER = ("A4", "A6")
FOR_ADOPTION = WITH_OWN_CARER + WITH_NEW_CARER
ADOPTED = ("E11", "E12")
GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")  # E43 and E44 until 2017/18
STARTS = "S"
CONTINUES = "X1"

YEAR_STARTS = pl.col("year_starts")
YEAR_ENDS = pl.col("year_ends")


def among(column: str, codes: tuple[str, ...]) -> pl.Expr:
    """Whether the column holds one of the codes; null where it is blank."""
    return pl.col(column).is_in(codes)


def blank(column: str) -> pl.Expr:
    return pl.col(column).is_null()


def given(column: str) -> pl.Expr:
    return pl.col(column).is_not_null()


def any_given(columns: tuple[str, ...]) -> pl.Expr:
    return pl.any_horizontal(given(column) for column in columns)


def age(on: str | pl.Expr, born: str = "DOB") -> pl.Expr:
    """Completed years on a day; whoever was born on 29 February is a year older from 1 March. Null if unknown."""
    return (written(pl.col(on) if isinstance(on, str) else on) - written(pl.col(born))) // 10_000


def written(day: pl.Expr) -> pl.Expr:
    """31 March 2025 -> 20250331: the difference of two, cut to whole ten thousands, is an age."""
    return day.dt.year().cast(pl.Int32) * 10_000 + day.dt.month().cast(pl.Int32) * 100 + day.dt.day()


def days(start: str, end: pl.Expr) -> pl.Expr:
    """Days from the column to the other date: one night is 1."""
    return (end - pl.col(start)).dt.total_days()
