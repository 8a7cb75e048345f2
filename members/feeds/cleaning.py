"""Text of a feed as people wrote it: names in any script, without what only harms."""

import html
import re
import unicodedata
from datetime import date, datetime

from members import names

JOINERS = "\u200c\u200d"  # part of how some scripts are written
TITLES = re.compile(r"^(councillor|councilor|cllr)\b\.?\s*", re.IGNORECASE)
NOBODY = {"vacancy", "vacant", "vacant seat", "seat vacant", "vacant post"}
UNENDED = {"", "unspecified"}
NEVER = 9999  # the year some systems write where a term has no end


def tidy(text: str) -> str:
    """Unescaped once more (feeds are escaped twice), in one form of Unicode, in one line, nothing invisible in it."""
    return names.tidy("".join(mark for mark in html.unescape(text) if is_kept(mark)))


def is_kept(mark: str) -> bool:
    """Whether a character may stand in a name: no control, no override of direction, no half of a pair."""
    return mark in JOINERS or mark.isspace() or not unicodedata.category(mark).startswith("C")


def plain(name: str) -> str:
    """A name as it is compared: without “Councillor” before it, in small letters."""
    return TITLES.sub("", name).casefold().strip()


def is_nobody(name: str) -> bool:
    """Whether a “name” says that the seat is empty."""
    return plain(name) in NOBODY


def has_letters(name: str) -> bool:
    return any(mark.isalpha() for mark in name)


def day_of(text: str) -> date | None:
    """dd/mm/yyyy; None where it is unspecified, or the year 9999 stands for that. Raises ValueError."""
    if text.casefold() in UNENDED:
        return None
    found = datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007
    return None if found.year == NEVER else found
