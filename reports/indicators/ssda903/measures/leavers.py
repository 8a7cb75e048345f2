"""Care-experienced young people around their birthday (OC3), by age on 31 March: 17 and 18, 19 to 21.

Source: DfE, care leavers data guidance (2024); LAIT data dictionary. Who died or went back to their parents (RHOM) is
not counted; who is not in touch, or refuses, is.
"""

from typing import NamedTuple

import polars as pl

from reports.indicators.ssda903.measures.care import Care, how_many, once
from reports.indicators.ssda903.measures.parts import Part


class Ages(NamedTuple):
    youngest: int
    oldest: int


GROUPS = {"17-18": Ages(17, 18), "19-21": Ages(19, 21)}
ACTIVITY, HOME = pl.col("ACTIV"), pl.col("ACCOM")
BUSY, IDLE = r"^[FP]", r"^G"
SUITABLE, UNSUITABLE = r"^[A-Z]1$", r"^[A-Z]2$"
KINDS = {  # our indicator -> the codes of ACTIV that count; F is full time, P part time
    "in-higher-education": ("F1", "P1"),
    "in-other-education": ("F2", "P2"),
    "in-training-or-work": ("F3", "P3", "F4", "P4", "F5", "P5"),
    "in-apprenticeship": ("F4", "P4"),
    "in-training-or-work-without-apprenticeships": ("F5", "P5"),
    "not-in-work-illness": ("G4",),
    "not-in-work-other": ("G5",),
    "not-in-work-parenting": ("G6",),
}


@once
def rows(care: Care, ages: Ages) -> pl.DataFrame | None:
    """One row a young person of these ages; None where the module did not come."""
    return_rows = care.table("oc3")
    if return_rows is None:
        return None
    of_age = return_rows.filter(care.age.is_between(*ages))
    if of_age["CHILD"].is_duplicated().any():
        return of_age.drop("row").sort(pl.exclude("row")).unique("CHILD", keep="first")
    return of_age


@once
def covered(care: Care, ages: Ages) -> pl.DataFrame | None:
    """Those whose activity is asked about: without the dead and those back with their parents."""
    young = rows(care, ages)
    return None if young is None else young.filter(~pl.col("IN_TOUCH").is_in(["DIED", "RHOM"]).fill_null(False))


def share_of(young: pl.DataFrame | None, condition: pl.Expr) -> Part | None:
    return None if young is None else Part(how_many(young, condition), young.height)


def in_touch(care: Care, ages: Ages) -> Part | None:
    """With whom the council is in touch."""
    return share_of(covered(care, ages), pl.col("IN_TOUCH") == "YES")


def in_education_or_work(care: Care, ages: Ages) -> Part | None:
    """In education, training or work (F and P codes). NI 148."""
    return share_of(covered(care, ages), ACTIVITY.str.contains(BUSY))


def not_in_education_or_work(care: Care, ages: Ages) -> Part | None:
    """Not in education, training or work (G codes)."""
    return share_of(covered(care, ages), ACTIVITY.str.contains(IDLE))


def activity_not_known(care: Care, ages: Ages) -> Part | None:
    """Neither: not known. They stay in the denominator."""
    return share_of(covered(care, ages), ~ACTIVITY.str.contains(f"{BUSY}|{IDLE}").fill_null(False))


def activity(care: Care, ages: Ages, kind: str) -> Part | None:
    """Doing what `kind` (a key of KINDS) says; None in years whose codes do not tell apprenticeships apart."""
    codes = list(KINDS[kind])
    tells_apart = care.returned.year >= 2022
    if not tells_apart and kind in ("in-apprenticeship", "in-training-or-work-without-apprenticeships"):
        return None
    return share_of(covered(care, ages), ACTIVITY.is_in(codes))


@once
def housed(care: Care, ages: Ages) -> pl.DataFrame | None:
    """Those whose home is asked about: as `covered`, without those gone abroad or deported."""
    young = covered(care, ages)
    if young is None:
        return None
    return young.filter(~HOME.str.head(1).is_in(list(care.readings.abroad)).fill_null(False))


def suitable_home(care: Care, ages: Ages) -> Part | None:
    """In a suitable home (codes ending in 1). NI 147. Those without information stay in the denominator."""
    return share_of(housed(care, ages), HOME.str.contains(SUITABLE))


def unsuitable_home(care: Care, ages: Ages) -> Part | None:
    """In a home that is not suitable (codes ending in 2)."""
    return share_of(housed(care, ages), HOME.str.contains(UNSUITABLE))


def home_not_known(care: Care, ages: Ages) -> Part | None:
    """Neither: no information."""
    return share_of(housed(care, ages), ~HOME.str.contains(f"{SUITABLE}|{UNSUITABLE}").fill_null(False))
