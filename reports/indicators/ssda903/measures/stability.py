"""How settled children are: homes in a year, years with one carer, social workers in a year."""

from collections.abc import Set as AbstractSet

import polars as pl

from reports.indicators.ssda903.measures.care import Care, dec, decom, months_before
from reports.indicators.ssda903.measures.parts import Part
from reports.indicators.ssda903.measures.stays import ADOPTIVE, stays


def three_homes_in_a_year(care: Care, new_home: AbstractSet[str] | None = None) -> Part:
    """Children in care on 31 March who lived in three or more homes in the year. `new_home`: a reading other than ours.

    The home on 1 April counts, and that on 31 March. Source: NI 62; DfE, stability measures (2024).
    """
    each = stays(care, new_home or care.readings.new_home).filter(care.overlaps_year)
    lasted = (dec - decom).dt.total_days() >= care.readings.shortest_stay_days
    homes = each.filter(dec.is_null() | lasted).group_by("CHILD").len()
    moved = homes.filter(pl.col("len") >= 3).join(care.at_end, on="CHILD", how="semi")
    return Part(moved.height, care.at_end.height)


def same_carer_two_years(care: Care) -> Part:
    """Children under 16, in care for 2.5 years without a break, who have lived with the same carer for two years.

    Moving house with the carer (T, U) breaks nothing; a child placed for adoption keeps the years with the carer
    before. Source: NI 63; DfE, stability measures (2024). Who left or began care in the year had a break.
    """
    young = care.a_year_in_care.filter(pl.col("AGE") < 16).join(care.came, on="CHILD")
    cohort = young.filter(pl.col("CAME") <= months_before(care.ends_on, care.readings.long_in_care_months))
    with_carer = stays(care, frozenset("SPB")).group_by("CHILD", maintain_order=True).agg(since())
    settled = cohort.select("CHILD", "CAME").join(with_carer, on="CHILD")
    by = months_before(care.ends_on, care.readings.settled_months)
    return Part(settled.filter(pl.max_horizontal("SINCE", "CAME") <= by).height, cohort.height)


def since() -> pl.Expr:
    """SINCE: the day on which the last stay began; of a child who moved for adoption, the stay before it.

    Whom the carer adopts has not moved: that stay holds the years as a foster child already.
    """
    before = decom.slice(-2, 1).first()
    is_adoptive = pl.col("FIRST_PLACE").last().is_in(ADOPTIVE) & pl.col("PLACE").last().is_in(ADOPTIVE)
    return pl.when(is_adoptive).then(before).otherwise(decom.last()).alias("SINCE")


def three_social_workers(care: Care) -> Part | None:
    """Children in care on 31 March who had three or more different social workers in the year.

    The same one again is no third. Source: DfE, stability measures (2024).
    """
    workers = care.table("sw_episodes")
    if workers is None:
        return None
    began, ended = pl.col("SW_DECOM"), pl.col("SW_DEC")
    in_year = (began <= care.ends_on) & (ended.is_null() | (ended >= care.starts_on))
    many = workers.filter(in_year).group_by("CHILD").agg(WORKERS=pl.col("SW_ID").drop_nulls().n_unique())
    changed = many.filter(pl.col("WORKERS") >= 3).join(care.at_end, on="CHILD", how="semi")
    return Part(changed.height, care.at_end.height)
