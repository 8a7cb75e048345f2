"""Adoption: the decisions in order, and the same story as the episodes."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality import words
from reports.indicators.ssda903.quality.rule import Rule, rule
from reports.indicators.ssda903.quality.words import YEAR_ENDS, among, any_given, blank, given

DAYS = ("DATE_INT", "DATE_MATCH")
ADOPTERS = ("FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")

about = partial(rule, "Adoption", "ad1")
with_episodes = partial(about, needs=("episodes",))
decision = partial(rule, "The decision to place for adoption", "placed_adoption")


@with_episodes(
    "602", "CHILD", "The episodes do not show the child adopted in the year. Mend the episodes, or take the row out."
)
def not_adopted() -> pl.Expr:
    return blank("adopted_on")


def left_blank(column: str) -> Rule:
    """Rule 151 for one of the answers; the two days feed the adoption scorecard."""
    message = "This is blank while other answers about the adoption are given. Answer it."
    others = tuple(each for each in DAYS + ADOPTERS if each != column)
    return about("151", column, message, weighs=column in DAYS)(lambda: blank(column) & any_given(others))


@about("333", "DATE_INT", "The child was matched before adoption was decided on. Mend one of the two days.")
def matched_before_decision() -> pl.Expr:
    return pl.col("DATE_INT") > pl.col("DATE_MATCH")


@about(
    "P7", "DATE_MATCH", "The child was matched after the end of the collection year. Check the day, or the year chosen."
)
def matched_after_year() -> pl.Expr:
    return pl.col("DATE_MATCH") > YEAR_ENDS


@with_episodes("334", "DATE_INT", "Adoption was decided on before the child came into care. Mend one of the two days.")
def decided_before_care() -> pl.Expr:
    return pl.col("DATE_INT") < pl.col("last_start")


@with_episodes(
    "331", "DATE_MATCH", "The child was matched after moving in with the adopters. Mend one of the two days."
)
def matched_after_placement() -> pl.Expr:
    return pl.col("DATE_MATCH") > pl.col("placed_on")


@with_episodes("582", "DATE_MATCH", "The child was matched and adopted on one day. Check both days.")
def matched_at_adoption() -> pl.Expr:
    return pl.col("DATE_MATCH") == pl.col("adopted_on")


@with_episodes(
    "335", "FOSTER_CARE", "Whether foster carers adopted does not fit the last placement. Mend one of the two."
)
def carers_do_not_fit() -> pl.Expr:
    says_new = (pl.col("FOSTER_CARE") == "0") & among("last_place", words.WITH_OWN_CARER)
    says_own = (pl.col("FOSTER_CARE") == "1") & among("last_place", words.WITH_NEW_CARER)
    return says_new | says_own


@with_episodes(
    "187", "CHILD", "The child was in care all year, so was not adopted in it. Mend the episodes, or take the row out."
)
def in_care_all_year() -> pl.Expr:
    return pl.col("in_cohort")


@decision(
    "119",
    "DATE_PLACED_CEASED",
    "The decision was taken back, but its day or its reason is blank. Enter both.",
    weighs=False,
)
def half_taken_back() -> pl.Expr:
    return given("DATE_PLACED_CEASED") != given("REASON_PLACED_CEASED")


@decision(
    "184", "DATE_PLACED", "The decision was made before the child was born. Mend one of the two days.", weighs=False
)
def decided_before_birth() -> pl.Expr:
    return pl.col("DATE_PLACED") < pl.col("DOB")


@decision(
    "522",
    "DATE_PLACED_CEASED",
    "The decision was taken back before it was made. Mend one of the two days.",
    weighs=False,
)
def taken_back_before_made() -> pl.Expr:
    return pl.col("DATE_PLACED_CEASED") < pl.col("DATE_PLACED")


RULES = [
    not_adopted,
    *(left_blank(column) for column in DAYS + ADOPTERS),
    matched_before_decision,
    matched_after_year,
    decided_before_care,
    matched_after_placement,
    matched_at_adoption,
    carers_do_not_fit,
    in_care_all_year,
    half_taken_back,
    decided_before_birth,
    taken_back_before_made,
]
