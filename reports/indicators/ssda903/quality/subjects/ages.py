"""Ages that cannot be: a child's date of birth against the episode."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality import words
from reports.indicators.ssda903.quality.rule import rule
from reports.indicators.ssda903.quality.words import YEAR_ENDS, age, among

GROWN = 18

about = partial(rule, "Ages", "episodes", needs=("header",))


@about("302", "DECOM", "The episode began before the child was born. Mend the day or the date of birth.")
def before_birth() -> pl.Expr:
    return pl.col("DECOM") < pl.col("DOB")


@about("352", "DECOM", "Care started at 18 or over. Mend the day or the date of birth, or take the episode out.")
def starts_grown() -> pl.Expr:
    return (pl.col("RNE") == words.STARTS) & (pl.col("age_at_start") >= GROWN)


@about("359", "DEC", "The young person is shown in care after their 18th birthday. Enter the day on which care ended.")
def goes_on_grown() -> pl.Expr:
    last_day = pl.col("DEC").dt.offset_by("-1d").fill_null(YEAR_ENDS)
    in_community_home = (pl.col("LS") == "V2") & (pl.col("PLACE") == "K2")  # section 20(5) allows it
    return (age(last_day) >= GROWN) & ~in_community_home.fill_null(False)


@about("358", "LS", "A child under 10 cannot be remanded, detained or sentenced. Mend the legal status.", weighs=False)
def too_young_for_justice() -> pl.Expr:
    return among("LS", ("J1", "J2", "J3")) & (pl.col("age_at_start") < 10)


@about("371", "PLACE", "A child under 16 is shown in supported accommodation. Mend the placement or the date of birth.")
def too_young_for_supported_homes() -> pl.Expr:
    return among("PLACE", ("H5", "K3")) & (pl.col("age_at_start") < 16)


@about("372", "PLACE", "A child under 10 is shown in custody. Mend the placement or the date of birth.", weighs=False)
def too_young_for_custody() -> pl.Expr:
    return (pl.col("PLACE") == "R5") & (pl.col("age_at_start") < 10)


@about(
    "373",
    "PLACE",
    "A child under 4 is shown at a boarding school. Mend the placement or the date of birth.",
    weighs=False,
)
def too_young_for_school() -> pl.Expr:
    return (pl.col("PLACE") == "S1") & (pl.col("age_at_start") < 4)


@about("386", "REC", "Adoption is given as the reason, but the young person was 18. Mend the reason or the day.")
def adopted_grown() -> pl.Expr:
    return among("REC", words.ADOPTED) & (pl.col("age_at_end") >= GROWN)


@about("387", "REC", "A child under 14 is said to live independently. Mend the reason or the day.")
def too_young_to_live_alone() -> pl.Expr:
    return among("REC", ("E5", "E6")) & (pl.col("age_at_end") < 14)


@about("389", "REC", "A child under 16 is said to have moved to adult care. Mend the reason or the day.")
def too_young_for_adult_care() -> pl.Expr:
    return (pl.col("REC") == "E7") & (pl.col("age_at_end") < 16)


@about("407", "REC", "A guardianship order is given as the reason, but the young person was 18. Mend one of the two.")
def guardianship_grown() -> pl.Expr:
    return among("REC", words.GUARDIANSHIP) & (pl.col("age_at_end") >= GROWN)


@about(
    "460",
    "REC",
    "Staying with carers after 18 is given as the reason, but the child was under 18. Mend one of the two.",
)
def stays_put_too_young() -> pl.Expr:
    return (pl.col("REC") == "E17") & (pl.col("age_at_end") < GROWN)


RULES = [
    before_birth,
    starts_grown,
    goes_on_grown,
    too_young_for_justice,
    too_young_for_supported_homes,
    too_young_for_custody,
    too_young_for_school,
    adopted_grown,
    too_young_to_live_alone,
    too_young_for_adult_care,
    guardianship_grown,
    stays_put_too_young,
]
