"""What was written on a phone without signal, taken in when it arrives: nothing lost, nothing twice.

A phone that hears no answer sends the same again, so what the draft holds already is no news and changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.rules import NotAllowed
from corpparent.versions import check_version
from members.models import Person
from visits.facts.gate import gate_of
from visits.models import RotaSlot, Turn, Visit
from visits.rules import reports as rules
from visits.services.reports import add_point, locked, open_form, save_part, visitors_of


@dataclass(frozen=True)
class Written:
    """Words of one visit. `key` was made when the form was opened on the phone; `version` is that of the draft it knew
    then, 0 where there was none. Answers by question, columns of the visit, points: fields that a point has.
    """

    key: UUID
    version: int
    answers: Mapping[str, str]
    columns: Mapping[str, Any]
    points: Sequence[Mapping[str, str]] = ()


@transaction.atomic
def take_in(*, slot: RotaSlot, written: Written, by: Person, at: datetime) -> Visit:
    """Put into the draft what it does not hold yet; what was left empty on the phone takes nothing away.

    A draft is opened even where `by` may not go any more, so that their words are not lost; sending it asks the gate.
    Raises NotAllowed for others, and where the report was sent without these words; ValidationError; Stale where the
    draft says something else that the phone did not know.
    """
    visit, is_new = draft_of(slot, written.key, by, at)
    visit = locked(visit)
    rules.check_is_author(by.standing_on(localdate(at)), visit)
    held: dict[str, Any] = dict(visit.answers.values_list("question", "said"))
    held |= {name: getattr(visit, name) for name in written.columns}
    news = news_in({**written.answers, **written.columns}, held)
    points = [point for point in written.points if not visit.points.filter(**point).exists()]
    if not news and not points:
        return visit
    rules.check_is_being_written(visit)
    if not is_new and any(held.get(name) not in (None, "") for name in news):
        check_version(visit, written.version)
    for point in points:
        add_point(visit=visit, by=by, at=at, **point)
    return save_part(
        visit=visit,
        answers={name: said for name, said in news.items() if name in written.answers},
        version=visit.version,
        by=by,
        at=at,
        **{name: value for name, value in news.items() if name in written.columns},
    )


def draft_of(slot: RotaSlot, key: UUID, by: Person, at: datetime) -> tuple[Visit, bool]:
    """The report of this visit, and whether it was opened just now. Raises NotAllowed for who does not lead it."""
    slot = RotaSlot.objects.select_for_update().get(pk=slot.pk)
    if before := Visit.objects.filter(slot=slot).first():
        return before, False
    turns = visitors_of(slot, by)
    if Visit.objects.filter(key=key).exists():
        raise NotAllowed("This phone sent another report before under the same key.")
    return open_form(slot, turns, gate_of(by, slot.home, Turn.Part.LEAD, localdate(at)), key, at), True


def news_in(given: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in and is not held yet."""
    return {
        name: value
        for name, value in given.items()
        if value not in (None, "") and plain(value) != plain(held.get(name))
    }


def plain(value: Any) -> Any:
    """Words without the ends of lines that a posted form has, and a phone has not; all else as it is."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
