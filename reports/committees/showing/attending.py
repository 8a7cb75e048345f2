"""Attendance in words: who was there, whether that was a quorum, the year's table, and who must come soon."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from corpparent.words import count, day
from reports.committees.facts.attending import Quorum, Year
from reports.committees.facts.six_months import Absence
from reports.committees.models import Attendance, Interest

HEAD = ["Who", "Expected", "In the room", "Remotely", "Apologies", "Absent", "Came", "Stood in for others"]
OUTCOMES = (
    (Attendance.ATTENDED, "There"),
    ((Attendance.Outcome.APOLOGIES,), "Apologies"),
    ((Attendance.Outcome.ABSENT,), "Absent"),
)


def lines_of(rows: Iterable[Attendance]) -> list[dict[str, str]]:
    """For a list of label and value: who was there, with their hours, who sent apologies, who was absent."""
    found = list(rows)
    lines = [(label, [said(row) for row in found if row.outcome in outcomes]) for outcomes, label in OUTCOMES]
    return [{"label": label, "value": "; ".join(names)} for label, names in lines if names]


def said(row: Attendance) -> str:
    """ "Amina Begum (remotely, for Peter Hall, from 14:20)"."""
    more = ["remotely"] if row.outcome == Attendance.Outcome.REMOTE else []
    more += [f"for {row.stands_in_for.name}"] if row.stands_in_for else []
    more += [f"from {row.came_at:%H:%M}"] if row.came_at else []
    more += [f"until {row.left_at:%H:%M}"] if row.left_at else []
    return f"{row.person.name} ({', '.join(more)})" if more else row.person.name


def quorum_in_words(quorum: Quorum) -> str:
    """ "There was a quorum: four were there, and three are needed (its terms of reference)."."""
    what = "There was a quorum" if quorum.is_met else "There was no quorum"
    needed = f"{count(quorum.least, 'is', 'are')} needed ({quorum.source})"
    there = f"{count(quorum.there, 'was', 'were')} there with a vote"
    remote = f" {count(quorum.remotely, 'member').capitalize()} took part remotely." if quorum.remotely else ""
    return f"{what}: {there}, and {needed}.{remote}"


def interest_row(interest: Interest) -> dict[str, str]:
    where = f"item {interest.item.number}" if interest.item else "in general"
    dispensed = f" Dispensation: {interest.dispensation}." if interest.dispensation else ""
    return {
        "title": f"{interest.person.name}, {where}",
        "second": f"{interest.get_kind_display()}: {interest.what}. {interest.get_part_display()}.{dispensed}",
        "remove": reverse("committees:interest-remove", args=[interest.public_id]),
    }


def table_of(years: Iterable[Year]) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in figures_of(years)]


def figures_of(years: Iterable[Year]) -> list[list[Any]]:
    """Numbers as numbers, for a file."""
    return [
        [one.person, *one[1:6], "–" if one.share is None else f"{one.share}%", one.stood_in]  # type: ignore[list-item]
        for one in years
    ]


def warning_of(absence: Absence, today: date) -> dict[str, Any]:
    """Who must come to a meeting by when."""
    is_over = absence.until < today
    said = f"Came to none of these meetings since {day(absence.last_on)}."
    until = f"The last day to come is {day(absence.until)}." if not is_over else f"That was up on {day(absence.until)}."
    return {"name": absence.person.name, "said": f"{said} {until}", "tone": "late" if is_over else "due"}
