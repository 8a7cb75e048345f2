"""What the record says about a person, in plain sentences."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from corpparent.models import Event
from corpparent.words import moment
from members import events
from members.models import Person
from members.rules.arrangements import small
from members.words import say

FIELDS = {
    "name": "name",
    "known_as": "known as",
    "email": "e-mail address",
    "source_id": "place in the feed of councillors",
    "starts_on": "first day",
    "ends_on": "last day",
    "level": "level",
    "body": "body",
    "place": "place in the body",
    "ward": "ward",
    "party": "party",
}

Roles = dict[UUID, str]


def about(sentence: str) -> Callable[[Event, Roles], str]:
    """The sentence, with the role of the appointment that the event is about."""
    return lambda event, roles: sentence.format(role=roles.get(event.subject_id, "a role"))


def changed(sentence: str) -> Callable[[Event, Roles], str]:
    """The sentence, with what was changed."""
    return lambda event, roles: sentence.format(
        role=roles.get(event.subject_id, "a role"),
        fields=", ".join(FIELDS.get(name, name) for name in event.details.get("changed", [])),
    )


def handed_over(event: Event, roles: Roles) -> str:
    """ "Handed over: two targets and one visit"."""
    kinds = event.details.get("kinds") or {"open thing": event.details.get("moved", 0)}
    said = [f"{small(count)} {kind.replace('-', ' ')}{'' if count == 1 else 's'}" for kind, count in kinds.items()]
    return f"Handed over: {' and '.join(said)}"


# Events about checks are not among them: who knows of checks sees them on their own page.
SENTENCES: dict[str, Callable[[Event, Roles], str]] = {
    events.PERSON_ADDED: about("Added to the portal"),
    events.PERSON_CHANGED: changed("Details changed: {fields}"),
    events.ACCOUNT_CLOSED: about("Account closed"),
    events.ACCOUNT_OPENED: about("Account opened again"),
    events.PERSON_APPOINTED: about("Appointed: {role}"),
    events.APPOINTMENT_CHANGED: changed("Appointment changed: {role} ({fields})"),
    events.APPOINTMENT_ENDED: about("End of an appointment set: {role}"),
    events.WORK_HANDED_OVER: handed_over,
    events.LEARNING_ATTENDED: about("Took part in learning"),
    events.LEARNING_CORRECTED: about("Attendance at learning corrected"),
    events.READING_ACKNOWLEDGED: about("Acknowledged something to read"),
    events.STATEMENT_SIGNED: about("Signed a statement of duties"),
    events.ARRANGEMENTS_REVIEWED: about("Looked at the council’s arrangements"),
}


def record_of(person: Person) -> QuerySet[Event]:
    """Events that count for `person` and have a sentence here, the latest first."""
    return Event.objects.filter(counts_for_id=person.public_id, type__in=SENTENCES).order_by("-number")


def roles_of(person: Person) -> Roles:
    """Role names by the public ids of the person's appointments. One query."""
    return {held: say(role) for held, role in person.appointments.values_list("public_id", "role__name")}


def rows_of(found: Iterable[Event], roles: Roles) -> list[dict[str, Any]]:
    """One row an event: what, when, and by whom, where retention has left the name."""
    return [
        {"what": SENTENCES[event.type](event, roles), "when": moment(event.at), "who": doer(event)} for event in found
    ]


def doer(event: Event) -> str:
    if event.actor_id is None:
        return "The portal"
    return (event.private or {}).get("by") or "Name no longer kept"
