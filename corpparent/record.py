"""Walking the chain of events, and the one way a private part is blanked."""

from dataclasses import dataclass

from django.db.models import QuerySet

from corpparent.models import ChainHead, Event
from corpparent.models.event import GENESIS, hash_of_private


@dataclass(frozen=True)
class Verdict:
    """What a walk found. `fault` is "" when the record is whole, else a sentence naming the event."""

    events: int
    head: str
    fault: str = ""


def verify(known_head: str = "") -> Verdict:
    """Walk the whole chain; with `known_head` ("1042:ab12…", as a pack prints it) also prove that it is still in it.

    The printed hash may be shortened to 8 digits or more. Memory does not grow with the record.
    """
    number, previous = 0, GENESIS
    is_known_head_seen = not known_head or is_printed_as(known_head, number, previous)
    for event in Event.objects.order_by("number").iterator(chunk_size=2000):
        if fault := fault_of(event, number + 1, previous):
            return Verdict(number, f"{number}:{previous}", fault)
        number, previous = event.number, event.hash
        is_known_head_seen = is_known_head_seen or is_printed_as(known_head, number, previous)
    head = ChainHead.objects.filter(pk=1).first() or ChainHead()
    if (head.number, head.hash) != (number, previous):
        fault = f"The record ends at event {number}, but its head says {head.number}: events are missing at the end."
    elif not is_known_head_seen:
        fault = f"The head {known_head} is not in this record: events were cut off or written again."
    else:
        fault = ""
    return Verdict(number, f"{number}:{previous}", fault)


def is_printed_as(known_head: str, number: int, hash: str) -> bool:
    """Whether `known_head` ("1042:ab12…") names this link, by 8 digits of its hash or more."""
    printed_number, _, printed_hash = known_head.partition(":")
    return str(number) == printed_number and len(printed_hash) >= 8 and hash.startswith(printed_hash)


def fault_of(event: Event, number: int, previous: str) -> str:
    """What is wrong with one link that should be `number` after the hash `previous`; "" when nothing is."""
    if event.number != number:
        return f"Event {number} is missing."
    if event.previous != previous:
        return f"Event {number} does not follow the event before it."
    if event.hash != event.hash_of_public():
        return f"Event {number} was changed after it was written."
    if event.private is not None and event.private_hash != hash_of_private(event.salt, event.private):
        return f"The names in event {number} were changed after it was written."
    return ""


def blank(events: QuerySet[Event]) -> int:
    """Take the names out of `events`, and return of how many; the chain still verifies, by the hash that stays.

    For retention only. The triggers let just this through, and a blanked event can never be filled again.
    """
    return events.filter(private__isnull=False).update(private=None, salt="")
