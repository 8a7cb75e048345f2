"""Children whom the episodes show, and whom another module should therefore have."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality import care, words
from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import YEAR_STARTS, among

about = partial(rule, "Children other modules lack", "episodes")


@about(
    "P6",
    "CHILD",
    "The child was in care all year but is not in the health module. Add the child there.",
    needs=("oc2",),
)
def no_health() -> pl.Expr:
    return care.open_on_last_day() & pl.col("in_cohort") & ~pl.col("has_oc2")


@about(
    "601",
    "REC",
    "The child was adopted in the year but is not in the adoption module. Add the child there.",
    needs=("ad1",),
)
def no_adoption() -> pl.Expr:
    return among("REC", words.ADOPTED) & (pl.col("DEC") >= YEAR_STARTS) & ~pl.col("has_ad1")


@about(
    "SW01STG1",
    "CHILD",
    "The child was in care on the last day of the year but has no social worker in the return. Add one.",
    needs=("sw_episodes",),
)
def no_worker() -> pl.Expr:
    return care.open_on_last_day() & pl.col("is_looked_after") & ~pl.col("has_sw_episodes")


RULES = [no_health, no_adoption, no_worker]
