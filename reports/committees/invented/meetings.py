"""Meetings to come of the invented bodies, the agenda of the next, and what the Cabinet says it will decide."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from members.models import Body, Person
from reports.committees import services
from reports.committees.models import Meeting
from visits.invented.people import CLERK, day, somebody

FILE = Path(__file__).with_name("meetings.toml")
BOARD, CABINET = "corporate-parenting-board", "cabinet"
PLANNED, PREPARED = -200, -2  # days from today on which meetings were planned, and the agenda was begun


@cache
def told() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def in_weeks(number: int, weekday: int = 0) -> date:
    """A day of the week (0: Monday), so many weeks from this one."""
    today = timezone.localdate()
    return today - timedelta(days=today.weekday()) + timedelta(weeks=number, days=weekday)


def clerk() -> Person:
    return somebody(CLERK)


def keep_days_free() -> None:
    for row in told()["busy"]:
        first = in_weeks(row["in"])
        services.add_busy_day(
            name=row["name"],
            starts_on=first,
            ends_on=first + timedelta(days=row["days"] - 1),
            by=clerk(),
            at=day(PLANNED),
        )


def plan() -> None:
    """The meetings of each body, in one series as its year plan has them."""
    for row in told()["bodies"]:
        about = {name: row[name] for name in ("begins_at", "ends_at", "place", "attending", "joining", "is_public")}
        days = [in_weeks(number, row["weekday"]) for number in row["in"]]
        body = Body.objects.get(slug=row["slug"])
        services.plan_series(body=body, days=days, by=clerk(), at=day(PLANNED), **about)


def prepare() -> None:
    """The agenda of the Corporate Parenting Board's next meeting, with one item that is exempt."""
    meeting = Meeting.objects.filter(body__slug=BOARD).earliest("meets_on")
    for row in told()["items"]:
        given = {"review_on": meeting.meets_on + timedelta(days=365)} if row.get("access") == "exempt" else {}
        fields = {"access": "open", "kind": "report"} | row | given
        services.add_item(meeting=meeting, by=clerk(), at=day(PREPARED), **fields)


def plan_decisions() -> None:
    cabinet = Body.objects.get(slug=CABINET)
    (weekday,) = (row["weekday"] for row in told()["bodies"] if row["slug"] == CABINET)
    for row in told()["plan"]:
        fields = {name: value for name, value in row.items() if name != "in"}
        decide_on = in_weeks(row["in"], weekday)
        services.enter_forward(body=cabinet, decide_on=decide_on, by=clerk(), at=day(PREPARED), **fields)
