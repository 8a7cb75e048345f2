"""Figures as plain JSON-ready data: published ones beside those they are compared with, and the council's own."""

from reports.indicators.facts.comparing import (
    ByArea,
    Company,
    Compared,
    breakdown,
    company,
    compare,
    compared,
    definition,
    names,
    observations,
    text,
)
from reports.indicators.facts.own import OwnLine, own_lines, own_rows, target_of, targets_of

__all__ = [
    "ByArea",
    "Company",
    "Compared",
    "OwnLine",
    "breakdown",
    "company",
    "compare",
    "compared",
    "definition",
    "names",
    "observations",
    "own_lines",
    "own_rows",
    "target_of",
    "targets_of",
    "text",
]
