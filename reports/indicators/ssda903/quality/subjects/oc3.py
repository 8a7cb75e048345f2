"""Care leavers: the right young people, and answers that fit together."""

from functools import partial

import polars as pl

from reports.indicators.ssda903.quality.rule import Rule, rule
from reports.indicators.ssda903.quality.words import among, any_given, blank

ANSWERS = ("IN_TOUCH", "ACTIV", "ACCOM")
AGE = pl.col("age_after")

about = partial(rule, "Care leavers", "oc3")
with_episodes = partial(about, needs=("episodes",))


@about("391", "DOB", "The young person did not turn 17 to 21 in the year. Mend the date of birth, or take the row out.")
def other_age() -> pl.Expr:
    return ~AGE.is_between(17, 21)


@about("P5", "DOB", "The date of birth is blank or cannot be read, so the young person is in no age group. Enter it.")
def no_birth() -> pl.Expr:
    return blank("DOB")


def left_blank(column: str) -> Rule:
    """Rule 153 for one of the three answers."""
    message = "This is blank while other answers about the young person are given. Answer it, with 0 if not known."
    others = tuple(each for each in ANSWERS if each != column)
    return about("153", column, message)(lambda: blank(column) & any_given(others))


def not_known_in_touch(column: str) -> Rule:
    """Rule 345 for activity or accommodation."""
    message = (
        "The council is in touch, yet this says not known. Ask the young person, or mend whether you are in touch."
    )
    return about("345", column, message)(lambda: (pl.col("IN_TOUCH") == "YES") & (pl.col(column) == "0"))


@about("344", "ACTIV", "The young person died or went home to parents, yet activity or home is answered. Mend one.")
def answered_though_gone() -> pl.Expr:
    answered = pl.any_horizontal(pl.col("ACTIV", "ACCOM") != "0")
    return among("IN_TOUCH", ("DIED", "RHOM")) & answered


@about("347", "ACCOM", "A young person under 18 is shown in a foyer. Mend the home or the date of birth.", weighs=False)
def too_young_for_foyer() -> pl.Expr:
    return (AGE < 18) & among("ACCOM", ("T1", "T2"))


@about(
    "3001", "ACCOM", "At 17 a young person cannot live with a former foster carer. Mend the home or the date of birth."
)
def too_young_to_stay_put() -> pl.Expr:
    return (AGE == 17) & among("ACCOM", ("Z1", "Z2"))


@with_episodes("1000", "CHILD", "The episodes say that this child died in care. Take the row out.")
def died_in_care() -> pl.Expr:
    return pl.col("last_reason") == "E2"


@with_episodes("1011", "CHILD", "Another council took over this child's care and reports on them. Take the row out.")
def moved_council() -> pl.Expr:
    return pl.col("last_reason") == "E3"


@with_episodes(
    "1007", "CHILD", "The young person is still in care at 17 or 18, so no care leaver yet. Take the row out."
)
def still_in_care() -> pl.Expr:
    return pl.col("in_care_on_birthday") & pl.col("is_looked_after")


@with_episodes(
    "1016",
    "CHILD",
    "The young person left care after this year's birthday, so is reported next year. Take the row out.",
)
def left_after_birthday() -> pl.Expr:
    return pl.col("in_care_on_birthday") & ~pl.col("is_looked_after")


@with_episodes(
    "187",
    "CHILD",
    "The child was in care all year, so cannot be a care leaver. Mend the episodes, or take the row out.",
)
def in_care_all_year() -> pl.Expr:
    return pl.col("in_cohort") & ~pl.col("in_care_on_birthday")


@about("134", "CHILD", "A care leaver is also in the adoption module. Take one of the two rows out.", needs=("ad1",))
def also_adopted() -> pl.Expr:
    return pl.col("has_ad1")


RULES = [
    other_age,
    no_birth,
    *(left_blank(column) for column in ANSWERS),
    *(not_known_in_touch(column) for column in ("ACTIV", "ACCOM")),
    answered_though_gone,
    too_young_for_foyer,
    too_young_to_stay_put,
    died_in_care,
    moved_council,
    still_in_care,
    left_after_birthday,
    in_care_all_year,
    also_adopted,
]
