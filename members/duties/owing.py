"""Who owes a duty, and since when. Pure: appointments in, days out."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from members.duties.definitions import Definition

BREAK = timedelta(days=31)  # between two terms: the duty goes on as if there had been none


class Term(NamedTuple):
    """An appointment as duties see it; both days are counted, `ends_on` None while it runs."""

    starts_on: date
    ends_on: date | None
    level: int
    role: str


def owed_since(definition: Definition, terms: Iterable[Term], on: date) -> date | None:
    """First day of the unbroken terms that oblige and reach `on`; None when the duty is not owed then."""
    since, until = None, date.min
    for term in sorted((term for term in terms if term.starts_on <= on), key=lambda term: term.starts_on):
        if not definition.is_owed_in(term.level, term.role):
            continue
        if since is None or term.starts_on - until > BREAK + timedelta(days=1):
            since = term.starts_on
        until = max(until, term.ends_on or date.max)
    return since if until >= on else None
