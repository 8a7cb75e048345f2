"""Missing and away: complete, in order, and while the child was in care."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality import words
from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import YEAR_ENDS, YEAR_STARTS, blank, given

about = partial(rule, "Missing and away", "missing")
with_episodes = partial(about, needs=("episodes",))


def left_care() -> pl.Expr:
    """Whether the child's last episode ended care."""
    return ~pl.col("is_looked_after") & (pl.col("last_reason") != words.CONTINUES)


@about("564", "MIS_START", "The day on which the child went missing is blank or cannot be read. Enter it.")
def no_start() -> pl.Expr:
    return given("MISSING") & blank("MIS_START")


@about("565", "MISSING", "The start is given but not whether the child was missing or away. Say which.")
def start_without_kind() -> pl.Expr:
    return blank("MISSING") & given("MIS_START")


@about("566", "MISSING", "The end is given but not whether the child was missing or away. Say which.")
def end_without_kind() -> pl.Expr:
    return blank("MISSING") & given("MIS_END")


@about("567", "MIS_END", "The child came back before going missing. Mend one of the two days.")
def ends_before_it_begins() -> pl.Expr:
    return pl.col("MIS_END") < pl.col("MIS_START")


@about(
    "570",
    "MIS_START",
    "The child went missing after the end of the collection year. Check the day, or the year chosen.",
)
def begins_after_year() -> pl.Expr:
    return pl.col("MIS_START") > YEAR_ENDS


@about("571", "MIS_END", "The child came back outside the collection year. Check the day, or the year chosen.")
def ends_outside_year() -> pl.Expr:
    return ~pl.col("MIS_END").is_between(YEAR_STARTS, YEAR_ENDS)


@about(
    "574", "MIS_START", "The child went missing again before coming back. Mend the days, or make one row of the two."
)
def overlaps() -> pl.Expr:
    still_out = given("previous_MIS_START") & blank("previous_MIS_END")
    return still_out | (pl.col("MIS_START") < pl.col("previous_MIS_END"))


@about("586", "MIS_START", "The child went missing before being born. Mend the day or the date of birth.")
def before_birth() -> pl.Expr:
    return pl.col("MIS_START") < pl.col("DOB")


@with_episodes(
    "577",
    "MIS_END",
    "The child has left care but is still shown as missing. Enter the day on which that ended.",
    weighs=False,
)
def open_after_care() -> pl.Expr:
    return blank("MIS_END") & left_care() & (pl.col("force_DEC") >= pl.col("MIS_START"))


@with_episodes("578", "MIS_START", "The child went missing after leaving care. Mend the day, or take the row out.")
def after_care() -> pl.Expr:
    return pl.col("MIS_START") > pl.col("force_DEC")


@with_episodes(
    "581", "MIS_START", "The child was not yet in care when going missing. Mend the day, or take the row out."
)
def before_care() -> pl.Expr:
    return given("MIS_START") & blank("force_DECOM")


RULES = [
    no_start,
    start_without_kind,
    end_without_kind,
    ends_before_it_begins,
    begins_after_year,
    ends_outside_year,
    overlaps,
    before_birth,
    open_after_care,
    after_care,
    before_care,
]
