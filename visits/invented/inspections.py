"""What others found in the invented homes: inspections, independent visits month by month, reviews of care."""

from datetime import date, timedelta
from typing import Any

from django.utils.timezone import localdate

from corpparent.periods import AROUND
from members.invented.days import morning_of, share_of
from visits import services
from visits.invented.homes import rows
from visits.invented.people import BEGAN, CLERK, day, somebody
from visits.models import Home
from visits.schemes import scheme_for

PUBLISHED_AFTER = 35  # days after the inspection
MONTHS = 9  # of independent visits
VISITED_FOR = "An independent person"
SUPPORTED = "supported-accommodation"  # is under other regulations


def inspect() -> None:
    for row in rows():
        home = Home.objects.get(urn=row["urn"])
        for one in row["inspections"]:
            record_inspection(home, one)
        if home.kind != SUPPORTED:
            visit_monthly(home, row)
            review(home, row)


def record_inspection(home: Home, one: dict[str, Any]) -> None:
    """Written down when it is published, or when the council began; a changed grade is told on that day."""
    inspected_on = localdate(day(one["days"]))
    scheme = scheme_for(home.kind, inspected_on)
    assert scheme is not None
    is_out = not one.get("is_unpublished")
    at = day(max(one["days"] + (PUBLISHED_AFTER if is_out else 1), BEGAN + 3))
    services.record_inspection(
        home=home,
        by=somebody(CLERK),
        at=at,
        kind=one.get("kind", "full"),
        inspected_on=inspected_on,
        published_on=inspected_on + timedelta(days=PUBLISHED_AFTER) if is_out else None,
        grades={head.slug: grade for head, grade in zip(scheme.heads, one["grades"], strict=False)},
        requirements=one.get("requirements"),
    )
    services.sweep_inspections(at)


def visit_monthly(home: Home, row: dict[str, Any]) -> None:
    """Each month before this one, while the home is open; the last is not answered yet."""
    month = AROUND["month"](localdate())
    for back in range(1, MONTHS + 1):
        month = month.before()
        on = month.starts_on + timedelta(days=share_of(home.urn, str(back)) % 24)
        if back not in row.get("months_missed", []) and not is_closed(row, on):
            is_safe = back not in row.get("months_not_safe", [])
            is_answered = back > 1
            services.record_independent_visit(
                home=home,
                by=somebody(CLERK),
                at=morning_of(on + timedelta(days=26 if is_answered else 0)),
                visited_on=on,
                organisation=VISITED_FOR,
                is_safeguarded=is_safe,
                is_good_for_them=is_safe or None,
                recommendations=share_of(home.alias, str(back)) % 6,
                answered_on=on + timedelta(days=20) if is_answered else None,
                sent_on=on + timedelta(days=25) if is_answered else None,
            )


def review(home: Home, row: dict[str, Any]) -> None:
    """Twice a year; the second is not sent yet."""
    for number, is_sent in ((-215, True), (-32, False)):
        ends_on = localdate(day(number))
        if not is_closed(row, ends_on):
            services.record_care_review(
                home=home,
                by=somebody(CLERK),
                at=day(number + 28),
                ends_on=ends_on,
                sent_on=ends_on + timedelta(days=28) if is_sent else None,
            )


def is_closed(row: dict[str, Any], on: date) -> bool:
    return "closed" in row and on > localdate(day(row["closed"]))
