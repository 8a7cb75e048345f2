"""Social workers: who worked with the child, from when to when."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality.rule import Rule, rule
from reports.indicators.ssda903.quality.words import YEAR_ENDS, YEAR_STARTS, blank, given

about = partial(rule, "Social workers", "sw_episodes")


def left_blank(column: str, *, weighs: bool) -> Rule:
    """Rule SW03STG1 for one of the three answers every spell must have."""
    return about("SW03STG1", column, "This is blank. Every social worker's spell needs it.", weighs=weighs)(
        lambda: blank(column)
    )


@about(
    "SW02STG1",
    "SW_ID",
    "The worker's number does not begin with SW or XX. Enter the number of the register.",
    weighs=False,
)
def odd_number() -> pl.Expr:
    return ~pl.col("SW_ID").str.contains("^(SW|XX)")


@about(
    "SW06STG2", "SW_DECOM", "The worker began after the end of the collection year. Check the day, or the year chosen."
)
def begins_after_year() -> pl.Expr:
    return pl.col("SW_DECOM") > YEAR_ENDS


@about("SW07STG2", "SW_DEC", "The worker's time ended outside the collection year. Check the day, or the year chosen.")
def ends_outside_year() -> pl.Expr:
    return ~pl.col("SW_DEC").is_between(YEAR_STARTS, YEAR_ENDS)


@about("SW09STG2", "SW_DEC", "The worker began and ended on one day. Check both days, or take the row out.")
def under_a_day() -> pl.Expr:
    return pl.col("SW_DEC") == pl.col("SW_DECOM")


@about("P12", "SW_DEC", "The worker's time ended before it began. Mend one of the two days.")
def ends_before_it_begins() -> pl.Expr:
    return pl.col("SW_DEC") < pl.col("SW_DECOM")


@about("SW108STG2", "SW_DEC", "The next worker has begun but this one has not ended. Enter the day on which it ended.")
def not_ended() -> pl.Expr:
    return blank("SW_DEC") & given("next_SW_DECOM")


@about(
    "SW10STG2",
    "SW_DECOM",
    "The worker began before the previous one had ended. Mend one of the two days.",
    weighs=False,
)
def overlaps() -> pl.Expr:
    return pl.col("SW_DECOM") < pl.col("previous_SW_DEC")


@about(
    "SW11STG2",
    "SW_DEC",
    "The child was in care on the last day of the year, but no worker follows. Add who came next.",
    needs=("episodes",),
)
def nobody_follows() -> pl.Expr:
    return pl.col("is_looked_after") & blank("next_row") & (pl.col("SW_DEC") < YEAR_ENDS)


RULES = [
    left_blank("SW_ID", weighs=True),
    left_blank("SW_DECOM", weighs=True),
    left_blank("SW_REASON", weighs=False),
    odd_number,
    begins_after_year,
    ends_outside_year,
    under_a_day,
    ends_before_it_begins,
    not_ended,
    overlaps,
    nobody_follows,
]
