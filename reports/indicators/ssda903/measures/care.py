"""Who was in care when, where and how long: worked out once from the episodes, asked by every formula.

Every frame that names children holds one row a child, with CHILD.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import polars as pl

from reports.indicators.ssda903.measures.readings import Readings
from reports.indicators.ssda903.reading import Return903

P = ParamSpec("P")
R = TypeVar("R")

decom, dec, dob = pl.col("DECOM"), pl.col("DEC"), pl.col("DOB")
ORDER = ("CHILD", "DECOM", "DEC", "RNE", "LS", "PLACE", "PLACE_PROVIDER", "PL_POST", "URN", "REC", "CIN")
WITH_BIRTHS = ("oc2", "oc3", "reviews", "uasc", "ad1", "placed_adoption", "missing", "sw_episodes")
NOBODY_BORN = pl.DataFrame(schema={"CHILD": pl.String, "DOB": pl.Date})
LEFT = pl.col("REC").is_not_null() & (pl.col("REC") != "X1")


def months_before(day: date, months: int) -> date:
    """31 March 2025, 30 -> 30 September 2022."""
    return pl.select(pl.lit(day).dt.offset_by(f"-{months}mo")).item()


@dataclass(frozen=True)
class Care:
    """The return as the formulas see it. Its year takes both ends, 1 April and 31 March."""

    returned: Return903
    readings: Readings
    worked_out: dict[object, Any] = field(default_factory=dict, repr=False)

    @property
    def starts_on(self) -> date:
        return self.returned.starts_on

    @property
    def ends_on(self) -> date:
        return self.returned.ends_on

    def table(self, key: str) -> pl.DataFrame | None:
        """A module, or None where it did not come or holds no row: a heading alone is no answer."""
        table = self.returned.tables.get(key)
        return None if table is None or table.is_empty() else table

    @property
    def overlaps_year(self) -> pl.Expr:
        return dec.is_null() | (dec >= self.starts_on)

    @property
    def age(self) -> pl.Expr:
        """Completed years on 31 March, of DOB."""
        had_birthday = (dob.dt.month() < 4).cast(pl.Int32)
        return self.ends_on.year - 1 - dob.dt.year() + had_birthday

    def with_age(self, children: pl.DataFrame) -> pl.DataFrame:
        """`children` with DOB, the header's word or else that of another module, and AGE."""
        header = self.returned.tables.get("header")
        born = NOBODY_BORN if header is None else header.select("CHILD", "DOB")
        found = children.join(born, on="CHILD", how="left")
        if found["DOB"].null_count():
            others = [self.returned.tables[key] for key in WITH_BIRTHS if key in self.returned.tables]
            said = pl.concat([NOBODY_BORN, *(table.select("CHILD", "DOB") for table in others)])
            first = said.group_by("CHILD").agg(SAID=dob.min())
            found = (
                found.join(first, on="CHILD", how="left").with_columns(DOB=dob.fill_null(pl.col("SAID"))).drop("SAID")
            )
        return found.with_columns(AGE=self.age)

    @cached_property
    def all_episodes(self) -> pl.DataFrame:
        """Every episode that began by 31 March, child by child in the order of days; short breaks too."""
        episodes = self.returned.tables.get("episodes")
        if episodes is None:
            return pl.DataFrame(schema=dict.fromkeys(ORDER, pl.String) | {"DECOM": pl.Date, "DEC": pl.Date})
        return episodes.select(ORDER).filter(decom <= self.ends_on).sort(ORDER, nulls_last=True)

    @cached_property
    def episodes(self) -> pl.DataFrame:
        """As `all_episodes`, without agreed short breaks."""
        is_break = pl.col("LS").is_in(list(self.readings.short_breaks)).fill_null(False)
        return self.all_episodes.filter(~is_break)

    @cached_property
    def at_end(self) -> pl.DataFrame:
        """Children in care on 31 March (CLA): the episode each was in, with DOB and AGE.

        Source: LAIT data dictionary; an episode begun by that day and not ended by it.
        """
        still_in = self.episodes.filter(dec.is_null() | (dec > self.ends_on))
        return self.with_age(still_in.unique("CHILD", keep="last", maintain_order=True))

    @cached_property
    def in_year(self) -> pl.DataFrame:
        """Children in care at any time in the year."""
        return self.episodes.filter(self.overlaps_year).select("CHILD").unique()

    @cached_property
    def left(self) -> pl.DataFrame:
        """Children who left care in the year, each with the REC of the last time. Source: LAIT, "last occasion"."""
        ended = self.episodes.filter(LEFT & dec.is_between(self.starts_on, self.ends_on))
        return ended.sort("CHILD", "DEC", maintain_order=True).unique("CHILD", keep="last", maintain_order=True)

    @cached_property
    def a_year_in_care(self) -> pl.DataFrame:
        """Children in care on 31 March, and without a break for the 12 months before it.

        Source: the field's validator: not so where, in the year, care began after 1 April, or ended before 31 March, or
        was an agreed short break.
        """
        began = (pl.col("RNE") == "S") & (decom > self.starts_on)
        ended = LEFT & (dec >= self.starts_on) & (dec < self.ends_on)
        short_break = pl.col("LS").is_in(list(self.readings.short_breaks)) & self.overlaps_year
        broken = self.all_episodes.filter(began | ended | short_break)
        return self.at_end.join(broken.select("CHILD"), on="CHILD", how="anti")

    @cached_property
    def came(self) -> pl.DataFrame:
        """CHILD and CAME: the day each child last came into care, or the first day the return knows of."""
        last = decom.filter(pl.col("RNE") == "S").max()
        return self.episodes.group_by("CHILD").agg(CAME=pl.coalesce(last, decom.min()))


def how_many(rows: pl.DataFrame, condition: pl.Expr) -> int:
    """Rows of which `condition` is true; of which it is unknown, it is not."""
    return int(rows.select(condition.sum()).item())


def once(function: Callable[Concatenate[Care, P], R]) -> Callable[Concatenate[Care, P], R]:
    """Work `function(care, ...)` out once for each Care, and keep it no longer than that Care lives."""

    @wraps(function)
    def remembering(care: Care, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (function, args, tuple(kwargs.items()))
        if key not in care.worked_out:
            care.worked_out[key] = function(care, *args, **kwargs)
        return cast(R, care.worked_out[key])

    return remembering
