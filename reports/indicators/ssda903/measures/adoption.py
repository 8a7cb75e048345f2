"""How long adoption took, of the children adopted in the year.

Source: DfE, adoption scorecards (2018), indicators A1 and A2. The scorecards take three years together; one return
holds one year, so these are figures of their own.
"""

import polars as pl

from reports.indicators.ssda903.measures.care import Care, decom, once
from reports.indicators.ssda903.measures.numbers import ADOPTED
from reports.indicators.ssda903.measures.parts import Mean

PLACEMENT_ORDER = "E1"


@once
def adopted_children(care: Care) -> pl.DataFrame:
    """CHILD and CAME of those whose last way out of care in the year was adoption."""
    adopted = care.left.filter(pl.col("REC").is_in(ADOPTED)).select("CHILD")
    return adopted.join(care.came, on="CHILD")


def days_to_adopters(care: Care) -> Mean | None:
    """A1: days from coming into care to moving in with the adopters (DATE_PLACED, the last of them).

    Children whose moving in is not in the return, or is before they came, are left out.
    """
    placed = care.table("placed_adoption")
    if placed is None:
        return None
    moved_in = placed.group_by("CHILD").agg(pl.col("DATE_PLACED").max())
    days = (pl.col("DATE_PLACED") - pl.col("CAME")).dt.total_days().alias("DAYS")
    return mean_of(adopted_children(care).join(moved_in, on="CHILD").select(days).filter(pl.col("DAYS") >= 0))


def days_order_to_match(care: Care) -> Mean | None:
    """A2: days from the placement order (the first episode under E1 of this time in care) to the match (DATE_MATCH).

    0 where the match came first. Children without an order are left out, and children not adopted.
    """
    matches = care.table("ad1")
    if matches is None:
        return None
    children = adopted_children(care)
    under_order = care.episodes.filter(pl.col("LS") == PLACEMENT_ORDER).join(children, on="CHILD")
    orders = under_order.filter(decom >= pl.col("CAME")).group_by("CHILD").agg(ORDERED=decom.min())
    matched = matches.group_by("CHILD").agg(pl.col("DATE_MATCH").max()).drop_nulls()
    days = (pl.col("DATE_MATCH") - pl.col("ORDERED")).dt.total_days().clip(lower_bound=0).alias("DAYS")
    return mean_of(orders.join(matched, on="CHILD").select(days))


def mean_of(days: pl.DataFrame) -> Mean:
    known = days.drop_nulls()
    return Mean(int(known["DAYS"].sum()), known.height)
