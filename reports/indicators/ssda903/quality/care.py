"""Each child's time in care as the episodes tell it."""

import polars as pl

from reports.indicators.ssda903.quality import words


def by_child(episodes: pl.DataFrame) -> pl.DataFrame:
    """One row a child, from episodes in order of time: CHILD and the columns below.

    `in_cohort`: in care on the last day and without a break in the year, as measures.care counts it for the figures.
    """
    on_last_day = open_on_last_day() & ~respite()
    return episodes.group_by("CHILD").agg(
        is_looked_after=on_last_day.any(),
        in_cohort=on_last_day.any() & ~interrupted().any(),
        last_start=pl.col("DECOM").filter(pl.col("RNE") == words.STARTS).max(),
        last_place=pl.col("PLACE").last(),
        last_reason=pl.col("REC").last(),
        placed_on=pl.col("DECOM").filter(words.among("PLACE", words.FOR_ADOPTION)).min(),
        adopted_on=pl.col("DEC").filter(words.among("REC", words.ADOPTED)).max(),
    )


def open_on_last_day() -> pl.Expr:
    """Whether the episode goes beyond the last day of the year."""
    begun = (pl.col("DECOM") <= words.YEAR_ENDS).fill_null(False)
    return begun & (pl.col("DEC").is_null() | (pl.col("DEC") > words.YEAR_ENDS))


def respite() -> pl.Expr:
    return words.among("LS", words.RESPITE).fill_null(False)


def interrupted() -> pl.Expr:
    """Whether the episode shows that care began, ended or was a short break within the year."""
    begins, ends = pl.col("DECOM"), pl.col("DEC")
    started = (pl.col("RNE") == words.STARTS) & (begins > words.YEAR_STARTS)
    ended = (pl.col("REC") != words.CONTINUES) & (ends >= words.YEAR_STARTS) & (ends < words.YEAR_ENDS)
    in_respite = respite() & (ends.is_null() | (ends >= words.YEAR_STARTS))
    interrupts = pl.any_horizontal(each.fill_null(False) for each in (started, ended, in_respite))
    return interrupts & (begins <= words.YEAR_ENDS)
