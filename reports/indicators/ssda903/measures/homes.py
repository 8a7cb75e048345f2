"""Where children live on 31 March, by the kind of placement they were in that day."""

from collections.abc import Collection

import polars as pl

from reports.indicators.ssda903.measures.care import Care, how_many
from reports.indicators.ssda903.measures.parts import Part
from reports.indicators.ssda903.measures.readings import FOSTERED


def family_homes(care: Care) -> Part:
    """Living with foster carers, with relatives or friends who foster them, or with their own parents."""
    return living_in(care.at_end, care.readings.family_homes)


def childrens_home_residents(care: Care) -> Part:
    """Living in a children's home."""
    return living_in(care.at_end, care.readings.childrens_homes)


def supported_homes_16_17(care: Care) -> Part:
    """Of those aged 16 or 17, living in supported accommodation (until 2025 also: semi-independent living)."""
    return living_in(care.at_end.filter(pl.col("AGE").is_between(16, 17)), care.readings.supported_homes)


def own_foster_carers(care: Care) -> Part:
    """Of those who live with foster carers, those whose carers are the council's own (provider PR1)."""
    fostered = care.at_end.filter(pl.col("PLACE").is_in(list(FOSTERED)))
    return Part(how_many(fostered, pl.col("PLACE_PROVIDER") == "PR1"), fostered.height)


def living_in(children: pl.DataFrame, kinds: Collection[str]) -> Part:
    return Part(how_many(children, pl.col("PLACE").is_in(list(kinds))), children.height)
