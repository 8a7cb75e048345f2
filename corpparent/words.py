"""Days, moments, small numbers and sizes of files as people say them."""

from datetime import date, datetime

from django.utils import timezone

KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE
SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def day(at: date) -> str:
    """A day, or a moment as its day in London: "22 November 2026"."""
    return f"{timezone.localtime(at) if isinstance(at, datetime) else at:%-d %B %Y}"


def moment(at: datetime) -> str:
    """A moment in London's time: "22 November 2026 at 14:05"."""
    return f"{timezone.localtime(at):%-d %B %Y at %H:%M}"


def in_words(number: int) -> str:
    """ "no", "one", "nine", "10", "1,200"."""
    return SMALL[number] if number < len(SMALL) else f"{number:,}"


def count(number: int, thing: str, things: str = "") -> str:
    """ "one figure", "four figures", "12 figures"; `things` where the plural is more than an s."""
    return f"{in_words(number)} {thing if number == 1 else things or thing + 's'}"


def size(taken: int) -> str:
    """Bytes in the units that file managers show, of 1,024 each: "1 byte", "233 KB", "1.4 MB", "20 MB".

    Number and unit stay on one line.
    """
    if taken < KILOBYTE:
        return f"{taken}\xa0byte{'s' * (taken != 1)}"
    if round(taken / KILOBYTE) < KILOBYTE:
        return f"{round(taken / KILOBYTE)}\xa0KB"
    return f"{taken / MEGABYTE:,.1f}".removesuffix(".0") + "\xa0MB"
