"""Health and behaviour of those in care all year: complete, for the right children, of the right age."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality.rule import Rule, rule
from reports.indicators.ssda903.quality.words import any_given, blank, given

CHECKS = ("HEALTH_ASSESSMENT", "TEETH_CHECK", "IMMUNISATIONS", "SUBSTANCE_MISUSE")
ANSWERS = (*CHECKS, "CONVICTED", "HEALTH_CHECK")
AT_END, AT_START = pl.col("age_after"), pl.col("age_before")

about = partial(rule, "Health and behaviour", "oc2")
with_episodes = partial(about, needs=("episodes",))


@with_episodes(
    "190", "CHILD", "The episodes do not show the child in care all year, yet health is answered. Mend one of the two."
)
def answered_outside_cohort() -> pl.Expr:
    return ~pl.col("in_cohort") & any_given(ANSWERS)


@with_episodes(
    "185",
    "SDQ_SCORE",
    "The episodes do not show the child in care all year, yet there is a score. Mend one of the two.",
)
def scored_outside_cohort() -> pl.Expr:
    return ~pl.col("in_cohort") & given("SDQ_SCORE")


def unanswered(column: str) -> Rule:
    """Rule 191 for one of the questions asked of every child who was in care all year."""
    message = "The child was in care all year but this is blank. Answer 0 or 1: a blank counts as not done."
    return with_episodes("191", column, message)(lambda: pl.col("in_cohort") & blank(column))


@with_episodes(
    "543", "CONVICTED", "A child of 10 or over was in care all year, but convictions are blank. Answer 0 or 1."
)
def convictions_unanswered() -> pl.Expr:
    return pl.col("in_cohort") & (AT_END >= 10) & blank("CONVICTED")


@with_episodes(
    "545", "HEALTH_CHECK", "A child under 5 was in care all year, but development checks are blank. Answer 0 or 1."
)
def development_unanswered() -> pl.Expr:
    return pl.col("in_cohort") & (AT_END < 5) & blank("HEALTH_CHECK")


@with_episodes(
    "186", "SDQ_SCORE", "The child should have a score but has neither score nor reason. Enter one of the two."
)
def no_score_no_reason() -> pl.Expr:
    return pl.col("in_cohort") & (AT_START >= 4) & (AT_END < 17) & blank("SDQ_SCORE") & blank("SDQ_REASON")


@about("P5", "DOB", "The date of birth is blank or cannot be read, so the child's age is not known. Enter it.")
def no_birth() -> pl.Expr:
    return blank("DOB")


@about("542", "CONVICTED", "Convictions are answered for a child under 10. Leave them blank.", weighs=False)
def convictions_too_young() -> pl.Expr:
    return (AT_END < 10) & given("CONVICTED")


@about(
    "546", "HEALTH_CHECK", "Development checks are answered for a child of 5 or over. Leave them blank.", weighs=False
)
def development_too_old() -> pl.Expr:
    return (AT_END >= 5) & given("HEALTH_CHECK")


@about("180", "SDQ_SCORE", "The score is not between 0 and 40. Enter the total of the questionnaire.")
def score_out_of_range() -> pl.Expr:
    return ~pl.col("SDQ_SCORE").is_between(0, 40)


@about(
    "157",
    "SDQ_REASON",
    "The reason says the child is of another age, but the age asks for a score. Mend one of the two.",
)
def reason_denies_age() -> pl.Expr:
    return (pl.col("SDQ_REASON") == "SDQ1") & (AT_START >= 4) & (AT_END < 17)


@about("188", "SDQ_SCORE", "The child was under 4 when the year ended. Leave score and reason blank.", weighs=False)
def scored_too_young() -> pl.Expr:
    return (AT_END < 4) & any_given(("SDQ_SCORE", "SDQ_REASON"))


@about("189", "SDQ_SCORE", "The young person was 17 when the year began. Leave score and reason blank.", weighs=False)
def scored_too_old() -> pl.Expr:
    return (AT_START >= 17) & any_given(("SDQ_SCORE", "SDQ_REASON"))


@about("197a", "SDQ_REASON", "There is a score and a reason why there is none. Keep one of the two.")
def score_and_reason() -> pl.Expr:
    return given("SDQ_SCORE") & given("SDQ_REASON")


RULES = [
    answered_outside_cohort,
    scored_outside_cohort,
    *(unanswered(column) for column in CHECKS),
    convictions_unanswered,
    development_unanswered,
    no_score_no_reason,
    no_birth,
    convictions_too_young,
    development_too_old,
    score_out_of_range,
    reason_denies_age,
    scored_too_young,
    scored_too_old,
    score_and_reason,
]
