"""What the page of a statutory return shows beside what every import shows: sums, tables that came, findings."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from corpparent.suppression import protect
from corpparent.words import moment
from reports.indicators import rules
from reports.indicators.files.problems import count_of
from reports.indicators.models import Import, Indicator, Observation
from reports.indicators.showing import words
from reports.indicators.ssda903.modules import MODULES

FINDINGS_HEAD = ("Rule", "Table", "Row", "Column", "What to mend", "May change a figure")
FIGURES_HEAD = ["Figure", "Children", "Out of", "Value"]
ORDER = {key: place for place, key in enumerate(MODULES)}
WHOLE = [0]  # rows of a finding about a table as a whole

Line = tuple[object, ...]


def of(file: Import) -> dict[str, Any]:
    """What the page shows of a return at any stage. One query while it waits, none after."""
    return {
        "came": came(file),
        "figures_head": FIGURES_HEAD,
        "figures": figures(file),
        "rules": by_rule(file),
        "findings_heading": findings_heading(file),
        "status": said_status(file),
        "nothing": nothing(file),
        "wiped": f"Unless it is taken in, all of this is wiped on {moment(file.uploaded_at + rules.RETURN_WAITS)}.",
    }


def came(file: Import) -> list[dict[str, str]]:
    """Rows of components/facts.html: each table of the return with its rows."""
    return [
        {"label": label, "value": f"{rows:,} row{'s' * (rows != 1)}"}
        for label, rows in file.counts.get("modules", {}).items()
    ]


def figures(file: Import) -> list[list[str]]:
    """Rows under FIGURES_HEAD in the order of the list of figures: unprotected, for the officers who bring them."""
    known = {one.code: one for one in Indicator.objects.current()} if file.figures else {}
    rank = {code: place for place, code in enumerate(known)}
    kept = [one for one in file.figures if one["code"] in known]
    return [_figure(known[one["code"]], one, file) for one in sorted(kept, key=lambda one: rank[one["code"]])]


def _figure(indicator: Indicator, one: dict[str, Any], file: Import) -> list[str]:
    shown = protect(
        {
            "period": file.counts["periods"][0],
            "value": one["value"],
            "numerator": one["numerator"],
            "denominator": one["denominator"],
            "symbol": "",
            "is_provisional": file.counts["status"] == Observation.Status.PROVISIONAL,
            "is_published": False,
        },
        "officer",
    )
    title = f"{indicator.title}: {one['category']}" if one["category"] else indicator.title
    value = words.spoken(Decimal(shown["value"]), indicator.unit, indicator.decimals) if shown["value"] else "–"
    return [title, grouped(shown["numerator"]), grouped(shown["denominator"]), value]


def grouped(number: str | None) -> str:
    """ "1,854"; a dash where there is none."""
    return f"{Decimal(number):,}" if number else "–"


def by_rule(file: Import) -> list[dict[str, Any]]:
    """The list of findings: rule, table and column, what to mend, in how many rows; figures' ones first."""
    groups = sorted(file.findings, key=lambda one: (not one["weighs"], *_place(one), one["rows"] == WHOLE))
    return [
        {
            "rule": one["rule"],
            "where": f"{MODULES[one['module']].label}, {one['column']}",
            "message": one["message"],
            "rows": "the table as a whole" if one["rows"] == WHOLE else count_of(len(one["rows"]), "row", "rows"),
            "weighs": one["weighs"],
        }
        for one in groups
    ]


def _place(one: dict[str, Any]) -> tuple[int, str, str]:
    """Where a finding stands: by table, rule and column."""
    return ORDER[one["module"]], one["rule"], one["column"]


def findings_heading(file: Import) -> str:
    found = sum(len(one["rows"]) for one in file.findings if one["rows"] != WHOLE)
    return words.upper_first(f"{words.count(found, 'thing')} to look at in the return itself")


def findings(file: Import) -> Iterator[Line]:
    """Rows under FINDINGS_HEAD, by table and row. Row 0 (the table as a whole) is left empty."""
    lines = [(one, row) for one in file.findings for row in one["rows"]]
    for one, row in sorted(lines, key=lambda line: (ORDER[line[0]["module"]], line[1], line[0]["rule"])):
        weighs = "Yes" if one["weighs"] else "No"
        yield (one["rule"], MODULES[one["module"]].label, row or "", one["column"], one["message"], weighs)


def said_status(file: Import) -> str:
    """ "Final return for the year ending March 2025"."""
    return f"{words.upper_first(file.counts['status'])} return for the year ending March {file.collection_year}"


def nothing(file: Import) -> str:
    """Why there is nothing to take in, where there is not."""
    if not file.counts.get("figures"):
        return "No figure can be worked out from these tables, so there is nothing to take in."
    return "The portal knows all of this already, so there is nothing to take in."
