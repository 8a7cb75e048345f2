"""Who the children are: the header, and those who were alone when they came."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import YEAR_ENDS, YEAR_STARTS, age, blank, given

UNKNOWN_UPN = ("UN1", "UN2", "UN3", "UN4", "UN5")

about = partial(rule, "The child", "header")
alone = partial(rule, "Unaccompanied children", "uasc")


@about("101", "SEX", "The child's sex is blank. Enter it.", weighs=False)
def no_sex() -> pl.Expr:
    return blank("SEX")


@about("102", "DOB", "The date of birth is blank or cannot be read. Without it the child is in no figure by age.")
def no_birth() -> pl.Expr:
    return blank("DOB")


@about("103", "ETHNIC", "The child's ethnic origin is blank. Enter it, or the code for “not yet known”.", weighs=False)
def no_ethnic_origin() -> pl.Expr:
    return blank("ETHNIC")


@about("301", "DOB", "The child was born after the collection year had ended. Check the day, or the year chosen.")
def born_after_year() -> pl.Expr:
    return pl.col("DOB") > YEAR_ENDS


@about("351", "DOB", "The young person was over 25 when the year began. Check the date of birth, or the year chosen.")
def too_old() -> pl.Expr:
    return age(YEAR_STARTS) > 25


@about("P3", "UPN", "Two children have the same pupil number. Is it one child with two ids, or a slip of the hand?")
def same_pupil() -> pl.Expr:
    return given("UPN") & ~pl.col("UPN").is_in(UNKNOWN_UPN) & pl.col("UPN").is_duplicated()


@about(
    "EPI",
    "CHILD",
    "The child has no episode in this return. Add the episodes, or take the child out.",
    needs=("episodes",),
)
def no_episodes() -> pl.Expr:
    return ~pl.col("has_episodes") & ~pl.col("has_oc3") & (age(YEAR_STARTS) < 18)  # an adult may be a care leaver


@alone("304", "DUC", "The status ended after the young person's 18th birthday. Mend the day.", weighs=False)
def ceases_grown() -> pl.Expr:
    return pl.col("DUC") > pl.col("DOB").dt.offset_by("18y")


@alone("P4", "DUC", "The status ended before the collection year began. Take the row out, or mend the day.")
def ceased_before_year() -> pl.Expr:
    return pl.col("DUC") < YEAR_STARTS


RULES = [
    no_sex,
    no_birth,
    no_ethnic_origin,
    born_after_year,
    too_old,
    same_pupil,
    no_episodes,
    ceases_grown,
    ceased_before_year,
]
