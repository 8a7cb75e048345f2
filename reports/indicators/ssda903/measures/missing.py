"""Children who went missing (MISSING M; A is away without leave, which is not missing).

Source: DfE, children looked after, missing incidents (data guidance 2024). The DfE warns that councils differ in what
they record as missing and what as away.
"""

import polars as pl

from reports.indicators.ssda903.measures.care import Care, once
from reports.indicators.ssda903.measures.parts import Part


@once
def times(care: Care) -> pl.DataFrame | None:
    """Times missing that began or went on in the year; None where the module did not come."""
    table = care.table("missing")
    if table is None:
        return None
    began, ended = pl.col("MIS_START"), pl.col("MIS_END")
    in_year = (began <= care.ends_on) & (ended.is_null() | (ended >= care.starts_on))
    return table.filter((pl.col("MISSING") == "M") & in_year)


def times_missing(care: Care) -> int | None:
    """How often, all children together."""
    spells = times(care)
    return None if spells is None else spells.height


def missing_children(care: Care) -> Part | None:
    """Children in care at any time in the year who were missing at least once in it."""
    spells = times(care)
    if spells is None:
        return None
    return Part(care.in_year.join(spells, on="CHILD", how="semi").height, care.in_year.height)


def missing_again(care: Care) -> Part | None:
    """Of the children missing at least once, those missing more than once."""
    spells = times(care)
    if spells is None:
        return None
    each = spells.group_by("CHILD").len()
    return Part(each.filter(pl.col("len") > 1).height, each.height)
