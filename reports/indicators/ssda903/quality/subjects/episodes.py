"""One episode by itself: what it must say, and its dates."""

from datetime import date
from functools import partial

import polars as pl

from reports.indicators.ssda903.quality import words
from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import YEAR_ENDS, YEAR_STARTS, among, blank, given

CHILDREN_ACT = date(1991, 10, 14)  # the Children Act 1989 came into force

about = partial(rule, "An episode by itself", "episodes")


@about("141", "DECOM", "The episode has no start date that can be read. Enter the day it began, as dd/mm/yyyy.")
def no_start() -> pl.Expr:
    return blank("DECOM")


@about("143", "RNE", "The reason for the new episode is blank. Say why the episode began.")
def no_reason_to_start() -> pl.Expr:
    return blank("RNE")


@about("144", "LS", "The legal status is blank. Say under which power the child was looked after.")
def no_legal_status() -> pl.Expr:
    return blank("LS")


@about("145", "CIN", "The category of need is blank. Enter the main need when this time in care began.", weighs=False)
def no_need() -> pl.Expr:
    return blank("CIN")


@about("146", "PLACE", "The type of placement is blank. Say what kind of home it was.")
def no_placement() -> pl.Expr:
    return blank("PLACE")


@about("526", "PLACE_PROVIDER", "The provider of the placement is blank. Say who provides the home.", weighs=False)
def no_provider() -> pl.Expr:
    has_none = among("PLACE", words.TEMPORARY) | pl.col("PLACE").str.starts_with("Z1")
    return blank("PLACE_PROVIDER") & ~has_none


@about("550", "PLACE_PROVIDER", "Only a child placed with parents has parents as the provider. Mend one of the two.")
def parents_provide_another_home() -> pl.Expr:
    return (pl.col("PLACE_PROVIDER") == "PR0") & (pl.col("PLACE") != "P1")


@about("P13", "PLACE_PROVIDER", "A child placed with parents has no other provider. Mend one of the two.")
def parents_home_provided_by_others() -> pl.Expr:
    return (pl.col("PLACE") == "P1") & (pl.col("PLACE_PROVIDER") != "PR0")


@about("148", "DEC", "There is a reason why the episode ended but no day. Enter the day, or take the reason out.")
def reason_without_end() -> pl.Expr:
    return given("REC") & blank("DEC")


@about("148", "REC", "The episode has ended but no reason is given. Say why it ended.")
def end_without_reason() -> pl.Expr:
    return given("DEC") & blank("REC")


@about("353", "DECOM", "The episode began before the Children Act was in force. Check the year.", weighs=False)
def before_the_act() -> pl.Expr:
    return pl.col("DECOM") < CHILDREN_ACT


@about("354", "DECOM", "The episode began after the end of the collection year. Check the day, or the year chosen.")
def begins_after_year() -> pl.Expr:
    return pl.col("DECOM") > YEAR_ENDS


@about("355", "DEC", "The episode began and ended on one day. A stay under 24 hours is not returned: check both days.")
def under_a_day() -> pl.Expr:
    return pl.col("DEC") == pl.col("DECOM")


@about("356", "DEC", "The episode ended before it began. Mend one of the two days.")
def ends_before_it_begins() -> pl.Expr:
    return pl.col("DEC") < pl.col("DECOM")


@about("385", "DEC", "The episode ended after the end of the collection year. Leave the end blank, or check the day.")
def ends_after_year() -> pl.Expr:
    return pl.col("DEC") > YEAR_ENDS


@about(
    "P1", "DEC", "The episode ended before the collection year began. Check the day, or the year chosen.", weighs=False
)
def ends_before_year() -> pl.Expr:
    return pl.col("DEC") < YEAR_STARTS


RULES = [
    no_start,
    no_reason_to_start,
    no_legal_status,
    no_need,
    no_placement,
    no_provider,
    parents_provide_another_home,
    parents_home_provided_by_others,
    reason_without_end,
    end_without_reason,
    before_the_act,
    begins_after_year,
    under_a_day,
    ends_before_it_begins,
    ends_after_year,
    ends_before_year,
]
