"""Meetings by month, on a page and as calendar programs read them. Only what everybody may see goes into feeds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from corpparent.calendars import LONDON, calendar, local, stamp, text
from corpparent.working_days import bank_holidays
from reports.committees.models import BusyDay, Meeting
from reports.committees.showing.meetings import Row, row_of

NAMED = {Meeting.Status.CANCELLED: "CANCELLED"}


def months_of(year: int, meetings: Iterable[tuple]) -> list[tuple[str, list[Row]]]:
    """“March 2027” and its meetings, for each month that has any; `meetings` as COLUMNS."""
    found: dict[int, list[Row]] = defaultdict(list)
    for columns in meetings:
        found[columns[0].month].append(row_of(*columns, with_body=True))
    return [(f"{date(year, month, 1):%B %Y}", found[month]) for month in range(1, 13) if month in found]


def days_off(year: int, month: int | None, busy: Iterable[BusyDay]) -> list[str]:
    """Bank holidays and busy days of these months, in words, in order."""
    lines = [(on, f"{on:%-d %B}: bank holiday") for on in bank_holidays(year)]
    lines += [(one.starts_on, f"{said_of(one)}: {one.name}") for one in busy]
    return [said for on, said in sorted(lines) if month is None or (on.year, on.month) == (year, month)]


def said_of(one: BusyDay) -> str:
    if one.starts_on == one.ends_on:
        return f"{one.starts_on:%-d %B}"
    return f"{one.starts_on:%-d %B} to {one.ends_on:%-d %B}"


def feed_of(meetings: Iterable[Meeting], name: str, base: str) -> str:
    """An entry a meeting; `base` is the portal's address without a slash at the end."""
    lines = [line for meeting in meetings for line in entry(meeting, base)]
    return calendar("Meetings", [*LONDON, *lines], name=name)


def entry(meeting: Meeting, base: str) -> Iterator[str]:
    """The UID stays while day and place change; SEQUENCE says which is newer. Hours are London's wall clock."""
    yield "BEGIN:VEVENT"
    yield f"UID:{meeting.public_id}@meetings.corpparent"
    yield f"DTSTAMP:{stamp(meeting.changed_at)}"
    yield f"LAST-MODIFIED:{stamp(meeting.changed_at)}"
    yield f"SEQUENCE:{meeting.sequence}"
    yield f"DTSTART;TZID=Europe/London:{local(meeting.starts_at)}"
    if meeting.ends_at:
        yield f"DTEND;TZID=Europe/London:{local(meeting.at_hour(meeting.ends_at))}"
    yield f"SUMMARY:{text(meeting.body.name)}"
    yield f"LOCATION:{text(meeting.place)}"
    if said := meeting.cancelled_because or meeting.joining:
        yield f"DESCRIPTION:{text(said)}"
    yield f"URL:{base}{meeting.get_absolute_url()}"
    yield f"STATUS:{NAMED.get(Meeting.Status(meeting.status), 'CONFIRMED')}"
    yield "END:VEVENT"
