"""Calendars as calendar programs read them: lines folded, words escaped, London's time. Source: RFC 5545."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

LONGEST = 75  # octets of a line, without its end
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Summer time since 1996, as the Summer Time Order 2002 has it: both changes at one o'clock UTC.
LONDON = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "END:STANDARD",
    "END:VTIMEZONE",
]


def calendar(subject: str, lines: Iterable[str], *, name: str) -> str:
    """A whole calendar of `lines` (zones and entries), called `name`; `subject` says which part of the portal made it.

    Unfolded lines go in, lines of 75 octets with CR and LF come out.
    """
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Corpparent//{subject}//EN", "CALSCALE:GREGORIAN"]
    head += ["METHOD:PUBLISH", f"X-WR-CALNAME:{text(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT12H"]
    return "".join(f"{folded(line)}\r\n" for line in [*head, *lines, "END:VCALENDAR"])


def text(words: str) -> str:
    """Words as the value of a property: without what would end it, and without signs that nobody sees."""
    lines = "\n".join(words.splitlines())
    return "".join(letter for letter in lines if letter == "\n" or letter.isprintable()).translate(ESCAPED)


def compact(on: date) -> str:
    """A day: "20261202"."""
    return f"{on:%Y%m%d}"


def local(at: datetime) -> str:
    """The wall clock of a moment, for a property with TZID: "20261202T140000"."""
    return f"{at:%Y%m%dT%H%M%S}"


def stamp(at: datetime) -> str:
    """A moment in UTC: "20261202T140000Z"."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def folded(line: str) -> str:
    """In lines of 75 octets at most, the further ones begun with a space, no letter torn apart."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST - bool(parts):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])
