"""Tables that leave the pages about figures as CSV."""

from collections.abc import Iterator

from reports.indicators.models import Import
from reports.indicators.showing.figure_page import FigurePage

HEAD = (
    "Figure",
    "Version",
    "Unit",
    "Period",
    "Category",
    "Area",
    "Value",
    "Numerator",
    "Denominator",
    "Sign",
    "Status",
    "Source",
)
PROBLEMS_HEAD = ("Row", "Column", "What is wrong", "What we did")

Line = tuple[object, ...]


def rows(page: FigurePage) -> Iterator[Line]:
    """Rows under HEAD: every figure of every role, both averages named; then ours of the newest period by category."""
    names = page.names
    for role, line in page.compared["series"].items():
        for figure in filter(None, line):
            yield _line(page, names[role], "", figure)
    for one in page.breakdown:
        yield _line(page, names["us"], one["category"], one)


def _line(page: FigurePage, area: str, category: str, figure: dict) -> Line:
    one = page.indicator
    status = "Provisional" if figure["is_provisional"] else "Final"
    numbers = (figure["value"], figure["numerator"], figure["denominator"])
    return (
        one.title,
        one.version,
        one.unit,
        figure["period"],
        category,
        area,
        *numbers,
        figure["symbol"],
        status,
        one.source,
    )


def problems(file: Import) -> Iterator[Line]:
    """Rows under PROBLEMS_HEAD: the problems that are kept of an import, the first 1,000."""
    for one in file.problems:
        yield (one["row"] or "", one["column"], one["reason"], one["did"])
