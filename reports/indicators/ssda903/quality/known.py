"""What is known of the children of a return across its modules, worked out once."""

from dataclasses import dataclass

import polars as pl

from reports.indicators.ssda903.quality.words import age


@dataclass(frozen=True)
class Known:
    """What each child has elsewhere; None where the module it comes from did not come.

    `people`: dates of birth and sexes by the header. `care`: time in care (care.by_child). `spells`: the episodes by
    day of start. `children`: the ids that each module holds.
    """

    children: dict[str, pl.Series]
    people: pl.DataFrame | None
    care: pl.DataFrame | None = None
    spells: pl.DataFrame | None = None

    def with_header(self, rows: pl.LazyFrame) -> pl.LazyFrame:
        """With `header_DOB`, `header_SEX` and `in_header`; without the header, only a blank `header_DOB`."""
        if self.people is None:
            return rows.with_columns(pl.lit(None, pl.Date).alias("header_DOB"))
        return rows.join(self.people.lazy(), on="CHILD", how="left").with_columns(pl.col("in_header").fill_null(False))

    def with_time_in_care(self, rows: pl.LazyFrame) -> pl.LazyFrame:
        """With the child's time in care, where the episodes came; who has none was not in care."""
        if self.care is None:
            return rows
        joined = rows.join(self.care.lazy(), on="CHILD", how="left")
        return joined.with_columns(pl.col("in_cohort", "is_looked_after").fill_null(False))

    def with_care(self, rows: pl.LazyFrame) -> pl.LazyFrame:
        """With the header's columns and the child's time in care."""
        return self.with_time_in_care(self.with_header(rows))

    def in_force(self, rows: pl.LazyFrame, day: str) -> pl.LazyFrame:
        """With `force_…`, the columns of the child's episode that began last on or before `day`."""
        if self.spells is None:
            return rows
        return rows.sort(day, nulls_last=True).join_asof(
            self.spells.lazy(), left_on=day, right_on="force_DECOM", by="CHILD", check_sortedness=False
        )

    def has(self, module: str) -> pl.Expr:
        """`has_<module>`: whether the child has a row there; false for all where the module did not come."""
        children = self.children.get(module, pl.Series(dtype=pl.String))
        return pl.col("CHILD").is_in(children.implode()).alias(f"has_{module}")


def people_of(header: pl.DataFrame | None) -> pl.DataFrame | None:
    """One row a child: CHILD, header_DOB, header_SEX, and in_header (true)."""
    if header is None:
        return None
    people = header.select("CHILD", pl.col("DOB", "SEX").name.prefix("header_"), in_header=True)
    return people.unique("CHILD", keep="first")


def spells_of(episodes: pl.DataFrame) -> pl.DataFrame:
    """CHILD, force_DECOM, force_DEC and force_LS of the episodes that have a start, by day of start."""
    spells = episodes.select("CHILD", pl.col("DECOM", "DEC", "LS").name.prefix("force_"))
    return spells.filter(pl.col("force_DECOM").is_not_null()).sort("force_DECOM")


def ages(**days: str) -> list[pl.Expr]:
    """`age_at_start="DECOM"` is a column of that name: completed years at DECOM, null where it cannot be told."""
    return [age(day).alias(name) for name, day in days.items()]
