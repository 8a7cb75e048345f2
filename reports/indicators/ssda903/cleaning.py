"""From text to values: trimmed cells, days, whole numbers. What cannot be read becomes null and a problem."""

from datetime import date

import polars as pl

from reports.indicators.files.problems import LEFT_OUT, FileRefused, Problem, Problems
from reports.indicators.ssda903.modules import Module

LEFT_BLANK = "The cell was read as blank."
WHOLE_NUMBERS = frozenset({"SDQ_SCORE"})
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
DAY = r"^[0-9]{2}/[0-9]{2}/[0-9]{4}$"  # polars alone would also read "01/ 1/2020" and "1/01/+2020"
MOST_ROWS = 200  # named of one column; the others are counted
REASONS = {  # what a cell that is no day looks like -> why it is none
    r"^\d{2}/\d{2}/\d{4}$": "There is no such day.",
    r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$": "The year has two figures, and the century is not guessed.",
    r"^\d{4}-\d{2}-\d{2}": "The year comes first.",
    "": "It is not a day.",
}
HOW_TO_WRITE = "Write days as dd/mm/yyyy."


def clean(texts: pl.DataFrame, module: Module, problems: Problems, label: str) -> pl.DataFrame:
    """Tidy `texts` with days and whole numbers in their types; rows that name no child are left out.

    Raises FileRefused where a column of days (two at least) holds none that can be read.
    """
    texts = with_child(texts, problems, label).select("row", *module.columns)
    read = texts.with_columns(
        *(day(name) for name in module.columns if name in module.dates),
        *(pl.col(name).cast(pl.Int64, strict=False) for name in module.columns if name in WHOLE_NUMBERS),
    )
    for name in module.columns:
        if read[name].null_count() > texts[name].null_count():
            bad = texts.select("row", name).filter(texts[name].is_not_null() & read[name].is_null())
            check_column(bad, read[name], problems, f"{label}, {name}")
    return read


def tidy(texts: pl.DataFrame) -> pl.DataFrame:
    """Every cell trimmed, blank ones null, and whole numbers that a spreadsheet wrote as 1.0 as 1."""
    cells = pl.exclude("row").str.strip_chars().str.replace(r"^(\d+)\.0+$", "${1}")
    return texts.with_columns(cells).with_columns(pl.exclude("row").replace("", None))


def with_child(texts: pl.DataFrame, problems: Problems, label: str) -> pl.DataFrame:
    """Only rows that say whose they are; those that say nothing at all are passed over in silence."""
    if not texts["CHILD"].null_count():
        return texts
    texts = texts.filter(~pl.all_horizontal(pl.exclude("row").is_null()))
    lost = texts.filter(pl.col("CHILD").is_null())["row"]
    report(lost, problems, f"{label}, CHILD", "The row does not say which child it is about.", LEFT_OUT)
    return texts.filter(pl.col("CHILD").is_not_null())


def day(name: str) -> pl.Expr:
    """A day written dd/mm/yyyy, of 1900 to 2199; anything else is null."""
    read = pl.col(name).str.to_date("%d/%m/%Y", strict=False)
    is_sound = pl.col(name).str.contains(DAY) & read.is_between(FIRST_DAY, LAST_DAY)
    return pl.when(is_sound).then(read).alias(name)


def check_column(bad: pl.DataFrame, read: pl.Series, problems: Problems, column: str) -> None:
    """Report the cells (row, text) of `bad`, which could not be read. Raises FileRefused where no day of many could."""
    name = bad.columns[1]
    if read.dtype != pl.Date:
        report(bad["row"], problems, column, "It is not a whole number.", LEFT_BLANK)
        return
    for looks, why in REASONS.items():
        such = bad.filter(pl.col(name).str.contains(looks))
        if such.height > 1 and read.null_count() == read.len():
            raise FileRefused(
                f"Row {such['row'][0]}, column {name}: {why} {HOW_TO_WRITE} "
                f"None of the {bad.height:,} days in that column can be read."
            )
        report(such["row"], problems, column, f"{why} {HOW_TO_WRITE}", LEFT_BLANK)
        bad = bad.filter(~pl.col(name).str.contains(looks))


def report(rows: pl.Series, problems: Problems, column: str, reason: str, did: str) -> None:
    """One problem a row, for the first rows of many; then one for all the others."""
    for row in rows.head(MOST_ROWS):
        problems.add(Problem(row, column, reason, did))
    others = rows.len() - MOST_ROWS
    if others > 0:
        problems.add(Problem(0, column, f"{reason} So in {others:,} more rows.", did))
