"""The rules, a file a subject. Messages say what is wrong and what to do, and never what a cell holds."""

from reports.indicators.ssda903.quality.rule import Rule
from reports.indicators.ssda903.quality.subjects import (
    adoption,
    ages,
    agreement,
    completeness,
    episodes,
    header,
    missing,
    oc2,
    oc3,
    placements,
    reviews,
    sequence,
    substances,
    workers,
)

RULES: tuple[Rule, ...] = (
    *header.RULES,
    *episodes.RULES,
    *sequence.RULES,
    *placements.RULES,
    *ages.RULES,
    *completeness.RULES,
    *reviews.RULES,
    *oc2.RULES,
    *substances.RULES,
    *oc3.RULES,
    *adoption.RULES,
    *missing.RULES,
    *workers.RULES,
    *agreement.RULES,
)
