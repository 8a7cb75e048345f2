"""Health, feelings and offences (OC2): of children in care for 12 months without a break for whom a row came.

Source: DfE, outcomes for children looked after for at least 12 months (data guidance 2024); LAIT data dictionary. A
blank answer is no yes.
"""

import polars as pl

from reports.indicators.ssda903.measures.care import Care, how_many, once
from reports.indicators.ssda903.measures.parts import Mean, Part

OLDEST = 200
SCORE = pl.col("SDQ_SCORE")


@once
def cohort(care: Care) -> pl.DataFrame | None:
    """Rows of OC2, one a child, with AGE on 31 March; None where the module did not come."""
    answers = care.table("oc2")
    if answers is None or care.table("episodes") is None:
        return None
    mine = answers.drop("row", "DOB").join(care.a_year_in_care.select("CHILD", "AGE"), on="CHILD")
    return mine.sort(mine.columns).unique("CHILD", keep="first") if mine["CHILD"].is_duplicated().any() else mine


def said_yes(care: Care, column: str, youngest: int = 0, oldest: int = OLDEST) -> Part | None:
    """Children of these ages (both included) whose answer in `column` is yes, of all of these ages."""
    children = cohort(care)
    if children is None:
        return None
    if youngest or oldest < OLDEST:
        children = children.filter(pl.col("AGE").is_between(youngest, oldest))
    return Part(how_many(children, pl.col(column) == "1"), children.height)


def health_assessment(care: Care) -> Part | None:
    """Had their annual health assessment; for those under five the council's flag stands for both of the year."""
    return said_yes(care, "HEALTH_ASSESSMENT")


def dentist(care: Care) -> Part | None:
    """Had their teeth checked by a dentist."""
    return said_yes(care, "TEETH_CHECK")


def immunisations(care: Care) -> Part | None:
    """Their immunisations were up to date."""
    return said_yes(care, "IMMUNISATIONS")


def development_checks(care: Care) -> Part | None:
    """Aged 0 to 4 whose development checks were up to date."""
    return said_yes(care, "HEALTH_CHECK", 0, 4)


def convicted_or_cautioned(care: Care) -> Part | None:
    """Aged 10 to 17, convicted or cautioned in the year."""
    return said_yes(care, "CONVICTED", 10, 17)


def substance_misuse(care: Care) -> Part | None:
    """Of any age, found to have a problem with alcohol or drugs."""
    return said_yes(care, "SUBSTANCE_MISUSE")


def substance_misuse_helped(care: Care) -> Part | None:
    """Of those with such a problem, helped with it."""
    return of_those_with_a_problem(care, pl.col("INTERVENTION_RECEIVED") == "1")


def substance_misuse_help_refused(care: Care) -> Part | None:
    """Of those with such a problem, offered help and not helped."""
    helped = pl.col("INTERVENTION_RECEIVED").eq_missing(pl.lit("1"))
    return of_those_with_a_problem(care, (pl.col("INTERVENTION_OFFERED") == "1") & ~helped)


def of_those_with_a_problem(care: Care, condition: pl.Expr) -> Part | None:
    children = cohort(care)
    if children is None:
        return None
    with_problem = children.filter(pl.col("SUBSTANCE_MISUSE") == "1")
    return Part(how_many(with_problem, condition), with_problem.height)


@once
def scored(care: Care) -> pl.DataFrame | None:
    """Those aged 5 to 16; a score outside 0 to 40 is none."""
    children = cohort(care)
    if children is None:
        return None
    of_age = children.filter(pl.col("AGE").is_between(5, 16))
    return of_age.with_columns(SDQ_SCORE=pl.when(SCORE.is_between(0, 40)).then(SCORE))


def sdq_received(care: Care) -> Part | None:
    """Aged 5 to 16 whose strengths and difficulties score was received, of all of that age."""
    children = scored(care)
    return None if children is None else Part(children["SDQ_SCORE"].count(), children.height)


def sdq_normal(care: Care) -> Part | None:
    """Scores of 0 to 13, of those received. Source: 728 of 728 published councils' rows, 2021 to 2025, agree."""
    return in_band(care, 0, 13)


def sdq_borderline(care: Care) -> Part | None:
    """Scores of 14 to 16, of those received."""
    return in_band(care, 14, 16)


def sdq_concern(care: Care) -> Part | None:
    """Scores of 17 to 40, of those received."""
    return in_band(care, 17, 40)


def in_band(care: Care, lowest: int, highest: int) -> Part | None:
    children = scored(care)
    if children is None:
        return None
    return Part(how_many(children, SCORE.is_between(lowest, highest)), children["SDQ_SCORE"].count())


def sdq_average(care: Care) -> Mean | None:
    """Mean of the scores received."""
    children = scored(care)
    return None if children is None else Mean(int(children["SDQ_SCORE"].sum()), children["SDQ_SCORE"].count())
