"""Reviews of children's care plans held in the year."""

import polars as pl

from reports.indicators.ssda903.measures.care import Care, how_many
from reports.indicators.ssda903.measures.parts import Part


def took_part_in_review(care: Care) -> Part | None:
    """Reviews in which a child of four or over took part, of all their reviews in the year. PAF C63.

    Code PN0 says that the child was under four. A review without a code counts as one without the child's part.
    """
    table = care.table("reviews")
    if table is None:
        return None
    held = table.filter(pl.col("REVIEW").is_between(care.starts_on, care.ends_on))
    older = held.filter(~pl.col("REVIEW_CODE").is_in(list(care.readings.under_four)).fill_null(False))
    return Part(how_many(older, pl.col("REVIEW_CODE").is_in(list(care.readings.took_part))), older.height)
