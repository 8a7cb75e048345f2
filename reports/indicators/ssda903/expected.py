"""The return's aggregates under the names in which a second implementation gives them, to be compared with it.

These are unprotected figures: for officers only.
"""

from typing import Any

import polars as pl

from reports.indicators.ssda903.measures import health, leavers, missing, numbers, stability
from reports.indicators.ssda903.measures.adoption import days_to_adopters
from reports.indicators.ssda903.measures.care import Care
from reports.indicators.ssda903.measures.parts import Mean, Part
from reports.indicators.ssda903.measures.readings import ANY_MOVE, Readings
from reports.indicators.ssda903.reading import Return903

NOBODY = Part(0, 0)
BANDS = {"<1": (0, 0), "1-4": (1, 4), "5-9": (5, 9), "10-15": (10, 15), "16+": (16, 200)}


def as_expected(read: Return903) -> dict[str, Any]:
    """A JSON-ready tree; a percentage of nobody is null."""
    care = Care(read, Readings())
    return (
        {"year_end": read.ends_on.isoformat()}
        | files(read)
        | in_care(care)
        | stable(care)
        | {"oc2": outcomes(care), "care_leavers": care_leavers(care), "missing": absences(care)}
        | at_the_end(care)
        | adoption_days(care)
    )


def files(read: Return903) -> dict[str, Any]:
    header, episodes = (read.tables.get(key, pl.DataFrame({"CHILD": []})) for key in ("header", "episodes"))
    return {
        "header_children": header["CHILD"].n_unique(),
        "episode_rows": episodes.height,
        "children_with_episodes": episodes["CHILD"].n_unique(),
    }


def in_care(care: Care) -> dict[str, Any]:
    adopted = numbers.adopted(care)
    return {
        "cla_31_march": numbers.children_in_care(care),
        "started_children": numbers.came_into_care(care),
        "ceased_children": numbers.left_care(care),
        "ceased_reason_last": tally(care.left["REC"]),
        "adopted_ceased": adopted.numerator,
        "adopted_pct_of_ceased": percent(adopted),
    }


def stable(care: Care) -> dict[str, Any]:
    by_carer = stability.three_homes_in_a_year(care)
    by_move = stability.three_homes_in_a_year(care, ANY_MOVE)
    return {
        "three_plus_placements_carer_change": {"n": by_carer.numerator, "pct": percent(by_carer)},
        "three_plus_placements_any_placement_change": {"n": by_move.numerator, "pct": percent(by_move)},
        "continuously_looked_after_12m_and_cla": care.a_year_in_care.height,
        "long_term_stability_u16": of(stability.same_carer_two_years(care)),
    }


def outcomes(care: Care) -> dict[str, Any]:
    received = health.sdq_received(care) or NOBODY
    mean = (health.sdq_average(care) or Mean(0, 0)).value(decimals=1)
    return {
        "health_assessment": of(health.health_assessment(care)),
        "teeth": of(health.dentist(care)),
        "immunisations": of(health.immunisations(care)),
        "development_0_4": of(health.development_checks(care)),
        "convicted_10_17": of(health.convicted_or_cautioned(care)),
        "substance_misuse": of(health.substance_misuse(care)),
        "sdq_5_16": {
            "den": received.denominator,
            "received": received.numerator,
            "normal": count(health.sdq_normal(care)),
            "borderline": count(health.sdq_borderline(care)),
            "concern": count(health.sdq_concern(care)),
            "mean": None if mean is None else float(mean),
        },
    }


def care_leavers(care: Care) -> dict[str, Any]:
    return {group.replace("-", "_"): leavers_of(care, ages) for group, ages in leavers.GROUPS.items()}


def leavers_of(care: Care, ages: leavers.Ages) -> dict[str, Any]:
    rows = leavers.rows(care, ages)
    busy, housed = leavers.in_education_or_work(care, ages), leavers.suitable_home(care, ages)
    return {
        "rows": 0 if rows is None else rows.height,
        "den_activity": (busy or NOBODY).denominator,
        "in_touch_yes": count(leavers.in_touch(care, ages)),
        "eet": count(busy),
        "neet": count(leavers.not_in_education_or_work(care, ages)),
        "activity_not_known": count(leavers.activity_not_known(care, ages)),
        "den_accom": (housed or NOBODY).denominator,
        "suitable": count(housed),
        "unsuitable": count(leavers.unsuitable_home(care, ages)),
        "eet_pct": percent(busy),
        "suitable_pct": percent(housed),
    }


def absences(care: Care) -> dict[str, Any]:
    spells = missing.times(care)
    if spells is None:
        return {"incidents": 0, "children": 0}
    return {"incidents": spells.height, "children": spells["CHILD"].n_unique()}


def at_the_end(care: Care) -> dict[str, Any]:
    age = pl.col("AGE")
    bands = {name: care.at_end.filter(age.is_between(*ages)).height for name, ages in BANDS.items()}
    header, alone = (care.returned.tables.get(key) for key in ("header", "uasc"))
    sexes = pl.Series("SEX", [], pl.String)
    if header is not None:
        sexes = care.at_end.join(header.select("CHILD", "SEX"), on="CHILD")["SEX"]
    matched = 0 if alone is None else care.at_end.join(alone, on="CHILD", how="semi").height
    return {
        "age_bands_cla": {name: number for name, number in sorted(bands.items()) if number},
        "sex_cla": tally(sexes),
        "placement_cla": tally(care.at_end["PLACE"]),
        "uasc_header_matched": matched,
    }


def adoption_days(care: Care) -> dict[str, Any]:
    found = days_to_adopters(care) or Mean(0, 0)
    mean = found.value(decimals=1)
    return {"adoption_A1_days": {"n": found.children, "mean": None if mean is None else float(mean)}}


def of(part: Part | None) -> dict[str, Any]:
    part = part or NOBODY
    return {"den": part.denominator, "n": part.numerator, "pct": percent(part)}


def percent(part: Part | None) -> int | None:
    value = (part or NOBODY).percent()
    return None if value is None else int(value)


def count(part: Part | None) -> int:
    return (part or NOBODY).numerator


def tally(codes: pl.Series) -> dict[str, int]:
    """How often each code comes, blanks left out, in the order of the codes."""
    return dict(codes.drop_nulls().value_counts().sort(codes.name).iter_rows())
