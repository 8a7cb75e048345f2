"""Reviews: dated, in the year, while in care, with a way of taking part that fits the child's age."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality import words
from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import YEAR_ENDS, YEAR_STARTS, among, blank, given

TOO_YOUNG_TO_ASK = 4
TOOK_PART_OR_NOT = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")

about = partial(rule, "Reviews", "reviews")
with_episodes = partial(about, needs=("episodes",))


@about("166", "REVIEW", "The day of the review is blank or cannot be read. Enter it.")
def no_day() -> pl.Expr:
    return blank("REVIEW")


@about("167", "REVIEW_CODE", "How the child took part is blank. Say how, or that the child did not.")
def no_participation() -> pl.Expr:
    return blank("REVIEW_CODE")


@about(
    "440", "REVIEW_CODE", "The review is coded as of a child under 4, but the child was older. Say how they took part."
)
def was_old_enough() -> pl.Expr:
    return (pl.col("REVIEW_CODE") == "PN0") & (pl.col("age_then") >= TOO_YOUNG_TO_ASK)


@about("441", "REVIEW_CODE", "The child was under 4, but a way of taking part is coded. Code a child under 4.")
def was_too_young() -> pl.Expr:
    return among("REVIEW_CODE", TOOK_PART_OR_NOT) & (pl.col("age_then") < TOO_YOUNG_TO_ASK)


@about("P8", "REVIEW", "The review was held after the end of the collection year. Check the day, or the year chosen.")
def after_year() -> pl.Expr:
    return pl.col("REVIEW") > YEAR_ENDS


@about("P9", "REVIEW", "The review was held before the collection year began. Check the day, or the year chosen.")
def before_year() -> pl.Expr:
    return pl.col("REVIEW") < YEAR_STARTS


@about("P10", "REVIEW", "The child has another review on the same day. Keep the one that is right.")
def held_twice() -> pl.Expr:
    return pl.col("REVIEW") == pl.col("previous_REVIEW")


@with_episodes("P11", "REVIEW", "The child was not in care on the day of the review. Mend the day or the episodes.")
def outside_care() -> pl.Expr:
    return given("REVIEW") & (blank("force_DECOM") | (pl.col("REVIEW") > pl.col("force_DEC")))


@with_episodes("399", "REVIEW", "A review is returned for a child on short breaks. Take the row out.")
def in_respite() -> pl.Expr:
    return among("force_LS", words.RESPITE) & ~(pl.col("REVIEW") > pl.col("force_DEC")).fill_null(False)


RULES = [
    no_day,
    no_participation,
    was_old_enough,
    was_too_young,
    after_year,
    before_year,
    held_twice,
    outside_care,
    in_respite,
]
