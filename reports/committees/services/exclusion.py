"""The item by which a meeting resolves to go on without the press and public."""

from datetime import datetime

from django.db import transaction

from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.models import Person
from reports.committees.events import EXCLUSION_PROPOSED
from reports.committees.facts.agendas import exclusions, place_of_exclusion, words_of_exclusion
from reports.committees.models import AgendaItem, ItemKind, Meeting, Purpose
from reports.committees.rules.agendas import EXCLUSION_TITLE
from reports.committees.services.agendas import held, insert


@transaction.atomic
def propose_exclusion(*, meeting: Meeting, by: Person | None, at: datetime) -> AgendaItem:
    """The item stands before the first that is kept from the public, and its words name all of them (R6).

    A draft of it gets the words anew; one that is published stays, and where its words are not enough a further one
    is added. Pressed twice, there is one. Raises NotAllowed, also where nothing is kept from the public.
    """
    meeting = held(meeting, by, at)
    place = place_of_exclusion(meeting)
    if place is None:
        raise NotAllowed("Nothing on this agenda is exempt or confidential: the public stays.")
    found = exclusions(meeting.items.order_by("number"))
    draft = next((item for item in found if not item.published_at), None)
    item = draft or AgendaItem(meeting=meeting, kind=ItemKind.EXCLUSION, purpose=Purpose.DECIDE, title=EXCLUSION_TITLE)
    if draft is None and any(one.note == words_of_exclusion(meeting) for one in found):
        return found[-1]
    if draft is None:
        insert(item, before=meeting.items.filter(number=place).first())
    words = words_of_exclusion(meeting)
    if draft and draft.note == words:
        return draft
    item.note = words
    item.version += 1
    item.save(update_fields=["note", "version"])
    Event.record(EXCLUSION_PROPOSED, about=item.reference, by=by, at=at, details={"number": item.number})
    return item
