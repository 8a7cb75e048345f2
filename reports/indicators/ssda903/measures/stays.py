"""Homes one after the other: which episodes together are one stay with one carer, or in one place."""

from collections.abc import Set as AbstractSet

import polars as pl

from reports.indicators.ssda903.measures.care import Care, once

PLACE_KEYS = ("PLACE", "URN", "PL_POST", "PLACE_PROVIDER")  # the same four: the same place
SAME_FOSTER_CARER = ["A3", "A5"]  # placed for adoption with the carer who fosters the child already
ADOPTIVE = ("A3", "A4", "A5", "A6")


@once
def stays(care: Care, new_home: AbstractSet[str]) -> pl.DataFrame:
    """Each stay of each child by the last day of the year: CHILD, STAY (number), FIRST_PLACE, PLACE (its last), DECOM,
    DEC.

    A stay begins with a child's first known episode and with every reason (RNE) in `new_home`, but for an adoptive
    placement that begins with T or U (its carer stays the same). Temporary stays are left out, and the return from one
    to the same place is no new stay, unless care began anew (S). DEC is null while the stay goes on.
    """
    is_temporary = pl.col("PLACE").is_in(list(care.readings.temporary)).fill_null(False)
    is_first = pl.col("CHILD") != pl.col("CHILD").shift(fill_value="")
    lasting = (
        care.episodes.with_columns(IS_TEMPORARY=is_temporary)
        .with_columns(AFTER_TEMPORARY=pl.col("IS_TEMPORARY").shift(fill_value=False) & ~is_first)
        .filter(~pl.col("IS_TEMPORARY"))
    )
    same_place = pl.all_horizontal(pl.col(key).eq_missing(pl.col(key).shift()) for key in PLACE_KEYS)
    by_carer = (pl.col("PLACE").is_in(SAME_FOSTER_CARER) & pl.col("RNE").is_in(["T", "U"])).fill_null(False)
    went_back = pl.col("AFTER_TEMPORARY") & same_place & (pl.col("RNE") != "S")
    moved = pl.col("RNE").is_in(list(new_home)) & ~by_carer & ~went_back
    numbered = lasting.with_columns(STAY=(is_first | moved.fill_null(False)).cum_sum())
    return numbered.group_by("CHILD", "STAY", maintain_order=True).agg(
        pl.col("PLACE").first().alias("FIRST_PLACE"),
        pl.col("PLACE").last(),
        pl.col("DECOM").min(),
        pl.when(pl.col("DEC").null_count() == 0).then(pl.col("DEC").max()).alias("DEC"),
    )
