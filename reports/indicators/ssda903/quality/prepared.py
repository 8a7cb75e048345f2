"""The rows of a return with what the rules ask beside them, worked out once for all rules.

Every frame has `year_starts` and `year_ends`. Columns `previous_…` and `next_…` are those of the same child's row
before and after in time, null where there is none.
"""

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from reports.indicators.ssda903.quality import care
from reports.indicators.ssda903.quality.known import Known, ages, people_of, spells_of
from reports.indicators.ssda903.quality.words import YEAR_ENDS, YEAR_STARTS
from reports.indicators.ssda903.reading import Return903

COMPARED = ["DECOM", "DEC", "RNE", "REC", "LS", "PLACE", "PLACE_PROVIDER", "PL_POST", "URN"]


def prepare(read: Return903) -> dict[str, pl.LazyFrame]:
    """Module -> its rows, prepared. Modules that did not come, or only with a heading, are not there."""
    year = [pl.lit(read.starts_on).alias("year_starts"), pl.lit(read.ends_on).alias("year_ends")]
    tables = {module: rows.lazy().with_columns(year) for module, rows in read.tables.items() if rows.height}
    children = {module: rows["CHILD"] for module, rows in read.tables.items()}
    known = Known(children, people_of(read.tables.get("header")))
    if "episodes" in tables:
        ordered = in_order(tables["episodes"], known).collect()
        tables["episodes"] = ordered.lazy()
        known = replace(known, care=care.by_child(ordered), spells=spells_of(ordered))
    return {module: BESIDE.get(module, with_header)(rows, known) for module, rows in tables.items()}


def in_order(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    """Episodes in order of time, with neighbours and the child's date of birth."""
    rows = with_neighbours(rows.sort("CHILD", "DECOM", "row", nulls_last=True), COMPARED)
    return known.with_header(rows).rename({"header_DOB": "DOB"})


def episodes(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    """With ages, time in care, and whether other modules have the child; for episodes in order."""
    return known.with_time_in_care(rows).with_columns(
        *ages(age_at_start="DECOM", age_at_end="DEC"),
        known.has("oc2"),
        known.has("ad1"),
        known.has("sw_episodes"),
        is_last=pl.col("next_row").is_null(),
        is_first=pl.col("previous_row").is_null(),
    )


def with_neighbours(rows: pl.LazyFrame, columns: list[str]) -> pl.LazyFrame:
    """`previous_` and `next_` of `columns` and of row, for rows sorted by child and time."""
    follows = pl.col("CHILD") == pl.col("CHILD").shift(1)
    leads = pl.col("CHILD") == pl.col("CHILD").shift(-1)
    named = pl.col(*columns, "row")
    return rows.with_columns(
        pl.when(follows).then(named.shift(1)).name.prefix("previous_"),
        pl.when(leads).then(named.shift(-1)).name.prefix("next_"),
    )


def with_header(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    return known.with_header(rows)


def with_care(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    return known.with_care(rows)


def header(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    """With whether the child has episodes, and a row as a care leaver."""
    return rows.with_columns(known.has("episodes"), known.has("oc3"))


def oc2(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    """With ages on the year's first and last day, and the child's time in care."""
    return known.with_care(rows).with_columns(ages(age_before="year_starts", age_after="year_ends"))


def oc3(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    """With the age on the year's last day, and whether the young person was in care on turning 17 or 18 in the year."""
    turned = [pl.col("DOB").dt.offset_by(f"{years}y") for years in (17, 18)]
    in_year = [pl.when(day.is_between(YEAR_STARTS, YEAR_ENDS)).then(day) for day in turned]
    rows = known.with_care(rows).with_columns(
        *ages(age_after="year_ends"), pl.coalesce(in_year).alias("birthday"), known.has("ad1")
    )
    if known.spells is None:
        return rows
    spells = rows.select("CHILD", "birthday").join(known.spells.lazy(), on="CHILD")
    goes_on = pl.col("force_DEC").is_null() | (pl.col("force_DEC") > pl.col("birthday"))
    covered = spells.filter(pl.col("force_DECOM") <= pl.col("birthday"), goes_on)
    in_care = covered.select("CHILD", in_care_on_birthday=True).unique()
    return rows.join(in_care, on="CHILD", how="left").with_columns(pl.col("in_care_on_birthday").fill_null(False))


def missing(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    """In order of time, with the spell before and the episode in force when it began."""
    rows = with_neighbours(rows.sort("CHILD", "MIS_START", "row", nulls_last=True), ["MIS_START", "MIS_END"])
    return known.in_force(known.with_care(rows), "MIS_START")


def reviews(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    """In order of time, with the child's age, the review before and the episode in force on the day."""
    rows = with_neighbours(rows.sort("CHILD", "REVIEW", "row", nulls_last=True), ["REVIEW"])
    return known.in_force(known.with_header(rows).with_columns(ages(age_then="REVIEW")), "REVIEW")


def workers(rows: pl.LazyFrame, known: Known) -> pl.LazyFrame:
    """In order of time, with neighbours and the child's time in care."""
    rows = with_neighbours(rows.sort("CHILD", "SW_DECOM", "row", nulls_last=True), ["SW_DECOM", "SW_DEC"])
    return known.with_care(rows)


BESIDE: dict[str, Callable[[pl.LazyFrame, Known], pl.LazyFrame]] = {
    "header": header,
    "episodes": episodes,
    "oc2": oc2,
    "oc3": oc3,
    "ad1": with_care,
    "missing": missing,
    "reviews": reviews,
    "sw_episodes": workers,
}
