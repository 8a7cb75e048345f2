"""Placements that cannot be: short stays that were long, adoption without a placement, a home for other ages."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality import words
from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import YEAR_ENDS, among, days

HOSPITAL_DAYS, HOLIDAY_DAYS, OTHER_DAYS = 42, 21, 7
PLACE = ("PLACE", "PLACE_PROVIDER", "PL_POST", "URN")

about = partial(rule, "Placements", "episodes")


def is_temporary() -> pl.Expr:
    return among("PLACE", words.TEMPORARY)


def lasted_over(code: str, most: int) -> pl.Expr:
    """Whether a stay of this kind took more days than `most`, up to the year's end if it goes on."""
    return (pl.col("PLACE") == code) & (days("DECOM", pl.col("DEC").fill_null(YEAR_ENDS)) > most)


@about("375", "PLACE", "A temporary stay in hospital lasted over six weeks. Code it as a placement of its own.")
def long_in_hospital() -> pl.Expr:
    return lasted_over("T1", HOSPITAL_DAYS)


@about("376", "PLACE", "A stay during the carers' holiday lasted over three weeks. Code it as a placement of its own.")
def long_holiday() -> pl.Expr:
    return lasted_over("T3", HOLIDAY_DAYS)


@about("379", "PLACE", "A temporary stay for another reason lasted over seven days. Code it as a placement of its own.")
def long_stay() -> pl.Expr:
    return lasted_over("T4", OTHER_DAYS)


@about("380", "PLACE", "Care cannot start with a temporary stay. Enter the placement the child came to.")
def starts_temporary() -> pl.Expr:
    return (pl.col("RNE") == words.STARTS) & is_temporary()


@about("381", "PLACE", "Care cannot end in a temporary stay. Enter the placement the child left.")
def ends_temporary() -> pl.Expr:
    return (pl.col("REC") != words.CONTINUES) & is_temporary()


@about("383", "PLACE", "After a temporary stay the child did not return to the home before it. Code it as a real move.")
def does_not_return() -> pl.Expr:
    between = ~among("previous_PLACE", words.TEMPORARY) & ~among("next_PLACE", words.TEMPORARY)
    elsewhere = pl.any_horizontal(pl.col(f"previous_{each}").ne_missing(pl.col(f"next_{each}")) for each in PLACE)
    return is_temporary() & between & (pl.col("next_DECOM") == pl.col("DEC")) & elsewhere


@about(
    "336", "PLACE", "Placed for adoption with their foster carer, but not fostered just before. Mend one of the two."
)
def adopters_did_not_foster() -> pl.Expr:
    before = among("previous_PLACE", words.FOSTER + words.WITH_OWN_CARER)
    return among("PLACE", words.WITH_OWN_CARER) & ~before


@about(
    "390", "PLACE", "The child was adopted from a home that is no adoptive placement. Mend the placement or the reason."
)
def adopted_without_placement() -> pl.Expr:
    return among("REC", words.ADOPTED) & ~among("PLACE", words.FOR_ADOPTION)


@about(
    "408", "LS", "Placed for adoption under an order, but the legal status is no placement order. Mend one of the two."
)
def placed_without_order() -> pl.Expr:
    return among("PLACE", ("A5", "A6")) & ~among("LS", ("D1", "E1"))


@about(
    "516",
    "PLACE",
    "A former foster carer became guardian, but the child was not in foster care. Mend one of the two.",
    weighs=False,
)
def guardian_did_not_foster() -> pl.Expr:
    return among("REC", ("E45", "E46")) & ~among("PLACE", words.FOSTER)


RULES = [
    long_in_hospital,
    long_holiday,
    long_stay,
    starts_temporary,
    ends_temporary,
    does_not_return,
    adopters_did_not_foster,
    adopted_without_placement,
    placed_without_order,
    guardian_did_not_foster,
]
