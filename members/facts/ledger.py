"""The ledger of duties: what people owe on a day and what the record proves, worked out when somebody looks (ADR 13).

Four queries whatever the number of people: who, how the council set the duties, the appointments, and the events that
count for these people.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import Subquery, TextField
from django.db.models.functions import Cast
from django.utils.timezone import get_default_timezone, make_aware

from corpparent.models import Event
from members.duties import Deed, Line, Setting, Term, definitions, lines_of, recorded_types
from members.models import Appointment, Council, Duty

Ledger = dict[UUID, list[Line]]

# The council as it was glanced at, and how it set its duties: both are remembered for the same ten seconds.
_seen: tuple[Council, list[Setting]] | None = None


def ledger(people: Iterable[UUID] | None, on: date) -> Ledger:
    """Lines by person (public id) on day `on`, in the order of the definitions; None is everybody appointed then.

    Who owes nothing on that day has no lines.
    """
    found = holders(on) if people is None else people
    return ledgers(dict.fromkeys(found, on))


def ledgers(days: Mapping[UUID, date], settings: list[Setting] | None = None) -> Ledger:
    """The same for each person on a day of their own."""
    asked = current_settings() if settings is None else settings
    recorded = recorded_types()
    last = max(days.values(), default=date.min)
    terms = terms_of(days, last)
    deeds = deeds_of(days, asked, recorded, last)
    return {person: lines_of(asked, terms[person], deeds[person], on, recorded=recorded) for person, on in days.items()}


def current_settings() -> list[Setting]:
    """The duties that this council asks, in the order of the definitions. One query."""
    rows = {code: (months, days, began_on or date.min) for code, months, days, began_on in asked_duties()}
    return [Setting(one, *rows[code]) for code, one in definitions().items() if code in rows]


def glanced_settings() -> list[Setting]:
    """The same as they were at most ten seconds ago: for the start page, which it would cost a query."""
    global _seen
    council = Council.glance()
    if _seen is None or _seen[0] is not council:
        _seen = (council, current_settings())
    return _seen[1]


def asked_duties() -> Iterable[tuple[str, int | None, int, date | None]]:
    began_on = Subquery(Council.objects.values("began_on")[:1])
    return Duty.objects.filter(is_asked=True).values_list("code", "months", "days", began_on)


def holders(on: date) -> list[UUID]:
    """Public ids of everybody with an appointment on `on`. One query."""
    held = Appointment.objects.current(on).order_by("person__name", "person_id")
    return list(dict.fromkeys(held.values_list("person__public_id", flat=True)))


def terms_of(people: Iterable[UUID], until: date) -> dict[UUID, list[Term]]:
    """Every appointment of `people` that began by `until`. One query."""
    found: dict[UUID, list[Term]] = defaultdict(list)
    held = Appointment.objects.filter(person__public_id__in=list(people), starts_on__lte=until).order_by("starts_on")
    columns = ("person__public_id", "starts_on", "ends_on", "level", "role__slug")
    for person, starts_on, ends_on, level, role in held.values_list(*columns):
        found[person].append(Term(starts_on, ends_on, level, role))
    return found


def deeds_of(
    people: Iterable[UUID], settings: Iterable[Setting], recorded: frozenset[str], until: date
) -> dict[UUID, list[Deed]]:
    """The events behind the duties that count for `people`, up to and with `until`. One query."""
    proofs = [proof for setting in settings for proof in setting.definition.proofs if proof.needed <= recorded]
    types = frozenset().union(*(proof.read for proof in proofs))
    events = Event.objects.filter(counts_for_id__in=list(people), type__in=types, at__lt=end_of(until))
    # There may be a hundred thousand, and few wordings among their details: each is read once.
    written = events.order_by("number").annotate(text=Cast("details", TextField()))
    columns = ("counts_for_id", "type", "at", "number", "subject_id", "text")
    london = get_default_timezone()
    found: dict[UUID, list[Deed]] = defaultdict(list)
    for person, type_, at, number, subject, text in written.values_list(*columns):
        details = said_in(text)
        found[person].append(Deed(type_, at, day_of(details) or at.astimezone(london).date(), number, subject, details))
    return found


@lru_cache(maxsize=1024)
def said_in(text: str) -> Mapping[str, Any]:
    """The details of an event, which many share: not to be written to."""
    details: dict[str, Any] = json.loads(text)
    return MappingProxyType(details)


def day_of(details: Mapping[str, Any]) -> date | None:
    """The day on which a deed was done, where its event was written afterwards and says so."""
    return date.fromisoformat(details["on"]) if "on" in details else None


def end_of(day: date) -> datetime:
    """The first moment after `day` in London."""
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))
