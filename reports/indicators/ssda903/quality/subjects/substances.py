"""Substance misuse and the help offered: the three answers must fit together."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import any_given, blank, given

about = partial(rule, "Substance misuse", "oc2")


@about(
    "158",
    "INTERVENTION_OFFERED",
    "Help was received, so whether it was offered is not asked. Leave it blank.",
    weighs=False,
)
def offered_though_received() -> pl.Expr:
    return (pl.col("INTERVENTION_RECEIVED") == "1") & given("INTERVENTION_OFFERED")


@about(
    "159",
    "INTERVENTION_OFFERED",
    "No help was received, but whether it was offered is blank. Answer 0 or 1.",
    weighs=False,
)
def offer_unanswered() -> pl.Expr:
    refused = (pl.col("SUBSTANCE_MISUSE") == "1") & (pl.col("INTERVENTION_RECEIVED") == "0")
    return refused & blank("INTERVENTION_OFFERED")


@about(
    "192",
    "INTERVENTION_RECEIVED",
    "There is a problem, but whether help was received is blank. Answer 0 or 1.",
    weighs=False,
)
def help_unanswered() -> pl.Expr:
    return (pl.col("SUBSTANCE_MISUSE") == "1") & blank("INTERVENTION_RECEIVED")


@about(
    "193",
    "SUBSTANCE_MISUSE",
    "Help is answered, but no problem is shown. Answer 1, or leave both answers on help blank.",
)
def help_without_problem() -> pl.Expr:
    no_problem = pl.col("SUBSTANCE_MISUSE").eq_missing(pl.lit("1")).not_()
    return no_problem & any_given(("INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"))


RULES = [offered_though_received, offer_unanswered, help_unanswered, help_without_problem]
