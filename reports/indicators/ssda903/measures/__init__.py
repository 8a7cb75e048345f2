"""Figures of the return. Every formula is a function in the file of its subject; here it gets its indicator's code."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from reports.indicators import registry
from reports.indicators.ssda903.measures import adoption, health, homes, leavers, missing, numbers, reviews, stability
from reports.indicators.ssda903.measures.care import Care
from reports.indicators.ssda903.measures.parts import Mean, Part
from reports.indicators.ssda903.measures.readings import Readings
from reports.indicators.ssda903.reading import Return903

__all__ = ["Aggregate", "Care", "Readings", "measure"]

Formula = Callable[[Care], Part | Mean | int | None]


@dataclass(frozen=True)
class Aggregate:
    """One figure for the whole council and the whole year. `code` is an indicator's; `category` is "" for all.

    Of a share: `numerator` of `denominator`. Of a mean: `denominator` children, `numerator` None. Of a count: both
    None. `value` has the indicator's decimals, half-up.
    """

    code: str
    category: str
    numerator: int | None
    denominator: int | None
    value: Decimal


OF_EPISODES: dict[str, Formula] = {
    "children-in-care": numbers.children_in_care,
    "came-into-care": numbers.came_into_care,
    "left-care": numbers.left_care,
    "unaccompanied-children": numbers.unaccompanied_children,
    "adopted": numbers.adopted,
    "special-guardianship": numbers.special_guardianship,
    "back-with-family": numbers.back_with_family,
    "three-homes-in-a-year": stability.three_homes_in_a_year,
    "same-carer-two-years": stability.same_carer_two_years,
    "three-social-workers": stability.three_social_workers,
    "family-homes": homes.family_homes,
    "childrens-home-residents": homes.childrens_home_residents,
    "supported-homes-16-17": homes.supported_homes_16_17,
    "own-foster-carers": homes.own_foster_carers,
    "health-assessment": health.health_assessment,
    "dentist": health.dentist,
    "immunisations": health.immunisations,
    "development-checks": health.development_checks,
    "convicted-or-cautioned": health.convicted_or_cautioned,
    "substance-misuse": health.substance_misuse,
    "substance-misuse-helped": health.substance_misuse_helped,
    "substance-misuse-help-refused": health.substance_misuse_help_refused,
    "sdq-received": health.sdq_received,
    "sdq-normal": health.sdq_normal,
    "sdq-borderline": health.sdq_borderline,
    "sdq-concern": health.sdq_concern,
    "sdq-average": health.sdq_average,
    "missing-children": missing.missing_children,
    "days-to-adopters-in-the-year": adoption.days_to_adopters,
    "days-order-to-match-in-the-year": adoption.days_order_to_match,
}
OF_OTHER_TABLES: dict[str, Formula] = {
    "times-missing": missing.times_missing,
    "missing-again": missing.missing_again,
    "took-part-in-review": reviews.took_part_in_review,
}
OF_EACH_AGE: dict[str, Callable[[Care, leavers.Ages], Part | None]] = {
    "in-touch": leavers.in_touch,
    "in-education-or-work": leavers.in_education_or_work,
    "not-in-education-or-work": leavers.not_in_education_or_work,
    "activity-not-known": leavers.activity_not_known,
    **{kind: partial(leavers.activity, kind=kind) for kind in leavers.KINDS},
    "suitable-home": leavers.suitable_home,
    "unsuitable-home": leavers.unsuitable_home,
    "home-not-known": leavers.home_not_known,
}


def of_ages(formula: Callable[[Care, leavers.Ages], Part | None], ages: leavers.Ages) -> Formula:
    """`formula` for one age group."""
    return lambda care: formula(care, ages)


OF_LEAVERS: dict[str, Formula] = {
    f"{code}-{group}": of_ages(formula, ages)
    for code, formula in OF_EACH_AGE.items()
    for group, ages in leavers.GROUPS.items()
}
FORMULAS = OF_EPISODES | OF_OTHER_TABLES | OF_LEAVERS


def measure(read: Return903, readings: Readings = Readings()) -> list[Aggregate]:  # noqa: B008 - frozen
    """Every figure the modules that came can give. A share or mean of nobody is no figure, never 0 per cent."""
    return list(measured(Care(read, readings)))


def measured(care: Care) -> Iterator[Aggregate]:
    has_episodes = care.table("episodes") is not None
    decimals = {each.code: each.decimals for each in registry.load()}
    for code, formula in FORMULAS.items():
        if has_episodes or code not in OF_EPISODES:
            figure = named(code, formula(care), decimals[code])
            if figure:
                yield figure


def named(code: str, found: Part | Mean | int | None, decimals: int) -> Aggregate | None:
    """What a formula found, as the figure of `code`; None where it found nobody."""
    if isinstance(found, Part):
        value = found.percent(decimals)
        return None if value is None else Aggregate(code, "", found.numerator, found.denominator, value)
    if isinstance(found, Mean):
        value = found.value(decimals)
        return None if value is None else Aggregate(code, "", None, found.children, value)
    return None if found is None else Aggregate(code, "", None, None, Decimal(found))
