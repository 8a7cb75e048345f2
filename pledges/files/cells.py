"""Cells of a table of promises: what each means, or what is wrong with it. What stood there is never repeated."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from corpparent.identifiers import validate_no_identifiers
from corpparent.themes import PRINCIPLES, THEMES
from pledges.files.rows import Known
from pledges.models import Promise

THEME_BY_WORD = {word.casefold(): one.slug for one in THEMES for word in (one.slug, one.title)}
PRINCIPLE_BY_WORD = {word.casefold(): one.number for one in PRINCIPLES for word in (str(one.number), one.title)}
DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y")
MONTHS = ("%B %Y", "%b %Y", "%m/%Y")
YEARS = range(2000, 2100)


class BadCell(Exception):
    """The message is the reason, as a sentence."""


def words(column: str) -> Callable[[str, Known], str]:
    """A reader of free text that stands in the promise's field of that name."""
    most: int = getattr(Promise, column).field.max_length

    def read(cell: str, known: Known) -> str:
        text = " ".join(cell.split())
        if len(text) > most:
            raise BadCell(f"This is longer than {most} characters. Make it shorter.")
        try:
            validate_no_identifiers(text)
        except ValidationError as problem:
            raise BadCell(" ".join(problem.messages)) from problem
        return text

    return read


def wording(cell: str, known: Known) -> str:
    text = words("wording")(cell, known)
    if not text:
        raise BadCell("There is no promise.")
    if text.casefold() in known.wordings:
        raise BadCell("The pledge has this promise already.")
    return text


def theme(cell: str, known: Known) -> str:
    found = THEME_BY_WORD.get(" ".join(cell.casefold().split()))
    if not found:
        raise BadCell(f"This is no theme. Write one of: {', '.join(one.title for one in THEMES)}.")
    return found


def principle(cell: str, known: Known) -> int:
    found = PRINCIPLE_BY_WORD.get(" ".join(cell.casefold().removeprefix("principle").split()))
    if not found:
        raise BadCell("This is no principle. Write a number from 1 to 7.")
    return found


def role(cell: str, known: Known) -> str:
    """The slug; "" where nobody is named yet."""
    word = " ".join(cell.casefold().replace("’", "'").split())
    if word and word not in known.roles:
        raise BadCell("No role of the council is called that. Write its name as the portal does, never a person’s.")
    return known.roles[word] if word else ""


def due_on(cell: str, known: Known) -> date | None:
    """A day, or the last of a month; None where the cell is empty."""
    if not cell:
        return None
    day = day_of(cell)
    if day is None or day.year not in YEARS:
        raise BadCell("This is no day. Write it like 31/03/2027, or a month like March 2027.")
    return day


def day_of(cell: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(cell, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    for form in MONTHS:
        try:
            first = datetime.strptime(cell, form).date()  # noqa: DTZ007
        except ValueError:
            continue
        return first.replace(day=monthrange(first.year, first.month)[1])
    return None


READERS: dict[str, Callable[[str, Known], Any]] = {
    "wording": wording,
    "formal_wording": words("formal_wording"),
    "theme": theme,
    "principle": principle,
    "role": role,
    "due_on": due_on,
    "linked_strategies": words("linked_strategies"),
    "expected_outcome": words("expected_outcome"),
}
