"""People's data leaving the portal: each time is an event, whoever takes it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members import rules
from members.events import PEOPLE_EXPORTED, PERSONAL_DATA_GIVEN
from members.facts import exports as facts
from members.facts import personal_data
from members.facts.exports import Register
from members.models import Council, Person
from members.roles import ADMINISTRATOR


@transaction.atomic
def export_people(*, form: str, by: Person | None, at: datetime) -> Register:
    """Everybody, every body and every appointment, to be written as `form` (popolo, csv, xlsx). Raises NotAllowed.

    E-mail addresses are in it for the administrator and the command line, and never meant for Popolo.
    """
    has_emails = by is None
    if by is not None:
        who = by.standing_on(localdate(at))
        rules.check_can_export_people(who)
        has_emails = who.has(ADMINISTRATOR)
    register = facts.register(has_emails=has_emails)
    details = {"form": form, "people": len(register.people)}
    Event.record(PEOPLE_EXPORTED, about=Council.current().reference, by=by, at=at, details=details)
    return register


@transaction.atomic
def give_personal_data(*, person: Person, by: Person, at: datetime) -> dict[str, Any]:
    """All that the portal holds about `person`, JSON-ready (members.facts.personal_data). Raises NotAllowed.

    Checks are left out of what somebody fetches for another who may not see them.
    """
    who = by.standing_on(localdate(at))
    rules.check_can_have_personal_data(who, person.public_id)
    data = personal_data.of(person)
    if who.public_id != person.public_id and not rules.sees_checks_of(who, person.public_id):
        data = personal_data.without_checks(data)
    Event.record(PERSONAL_DATA_GIVEN, about=person.reference, by=by, counts_for=person, at=at)
    return data
