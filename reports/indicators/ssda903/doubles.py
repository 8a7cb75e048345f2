"""Rows that come twice: the same once more is passed over; two that contradict each other are reported."""

import polars as pl

from reports.indicators.files.problems import Problems
from reports.indicators.ssda903.cleaning import report

COUNTED_ONCE = "It was counted once."
LEFT_OPEN = "What the rows disagree about was left blank."


def without_copies(frame: pl.DataFrame, problems: Problems, label: str) -> pl.DataFrame:
    """Each row once, the first of its kind."""
    cells = frame.drop("row")
    if cells.hash_rows().n_unique() == frame.height:
        return frame
    once = frame.unique(cells.columns, keep="first", maintain_order=True)
    copies = frame.join(once.select("row"), on="row", how="anti")["row"]
    report(copies, problems, label, "The row says the same as an earlier one.", COUNTED_ONCE)
    return once


def one_a_child(header: pl.DataFrame, problems: Problems, label: str) -> pl.DataFrame:
    """A row a child. Where rows contradict each other, each is reported and what they differ in becomes null."""
    if header["CHILD"].n_unique() == header.height:
        return header
    twice = header.filter(pl.col("CHILD").is_duplicated())
    report(twice["row"].sort(), problems, label, "Another row says something else about the same child.", LEFT_OPEN)
    others = pl.exclude("CHILD", "row")
    agreed = pl.when(others.drop_nulls().n_unique() == 1).then(others.drop_nulls().first())
    merged = twice.group_by("CHILD").agg(pl.col("row").min(), agreed)
    return pl.concat([header.join(twice, on="CHILD", how="anti"), merged.select(header.columns)])
