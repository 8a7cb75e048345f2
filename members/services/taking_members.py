"""A list of councillors taken in: compared anew under a lock, then done person by person, by the services of people."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members import rules
from members.events import MEMBERS_TAKEN_IN
from members.facts import feeds as facts
from members.feeds import Councillor, Finding
from members.feeds.comparing import ADDED, SAME, Change, Comparison, compare
from members.feeds.known import Known
from members.feeds.terms import BEGIN, CORRECT, END, FOLLOW
from members.models import Appointment, MemberImport, Person, Role
from members.roles import COUNCILLOR
from members.services import appointments, people
from members.services.feeds import check_bringer

Ended = Appointment.Ended
Status = MemberImport.Status


class FeedChanged(Exception):
    """What would be done is no longer what was shown: nothing was done. The message says so."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody changed people here since this page was shown, so nothing was taken in. "
            "Look at it once more: it shows what would change now."
        )


def comparison_of(feed: MemberImport, day: date) -> Comparison:
    """What taking the list in would change on `day`. Two queries."""
    return compare([Councillor.from_json(row) for row in feed.rows], facts.known_people(), day)


@transaction.atomic
def take_members(
    *,
    feed: MemberImport,
    ends: set[UUID],
    by: Person | None,
    at: datetime,
    last_day: date | None = None,
    seen: str | None = None,
) -> MemberImport:
    """Do what the list asks for, and end the terms of those in `ends` (missing from it) with `last_day`, today's else.

    All of it or nothing; what the rules refuse of one person is left out with a finding. A list that was taken in
    already stays as it is. `seen` is the digest of what was shown. Raises FeedChanged, NotAllowed, ValidationError.
    """
    check_bringer(by, at)
    # Two lists at once: the second is compared with what is then. No key: others go on appointing councillors.
    Role.objects.select_for_update(no_key=True).get(slug=COUNCILLOR)
    feed = MemberImport.objects.select_for_update().get(pk=feed.pk)
    if feed.status == Status.DONE:
        return feed
    rules.check_can_take_feed(feed)
    lock_people()
    comparison = comparison_of(feed, localdate(at))
    missing = {person.public_id: person for person in comparison.missing}
    if seen not in (None, comparison.digest) or not ends <= missing.keys():
        raise FeedChanged
    counts, findings = carry_out(comparison, [missing[who] for who in ends], last_day or localdate(at), by=by, at=at)
    feed.status, feed.ended_at, feed.counts, feed.rows = Status.DONE, at, counts, []
    feed.findings += [finding.as_json() for finding in findings]
    feed.save()
    Event.record(MEMBERS_TAKEN_IN, about=feed.reference, by=by, at=at, details=counts)
    return feed


def lock_people() -> None:
    """Lock everybody before anybody is compared, and so before the first event is recorded: whoever does a deed of
    their own locks themselves and then the record, and two who wait for each other would both lose.
    """
    list(Person.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def carry_out(
    comparison: Comparison, leaving: Iterable[Known], last_day: date, *, by: Person | None, at: datetime
) -> tuple[dict[str, int], list[Finding]]:
    """({added, changed, ended, same}, all that was found). Raises FeedChanged where somebody else was quicker."""
    counts, findings = comparison.counts, list(comparison.findings)
    for change in comparison.changes:
        if change.kind == SAME:
            continue
        try:
            with transaction.atomic():
                do(change, by=by, at=at)
        except Stale:
            raise FeedChanged from None
        except (NotAllowed, ValidationError) as no:
            counts[change.kind] -= 1
            findings.append(Finding(change.councillor.row, "name", sentence_of(no), who=change.councillor.name))
    for person in leaving:
        end_terms(person, last_day, by=by, at=at)
        counts["ended"] += 1
    return counts, findings


def sentence_of(no: NotAllowed | ValidationError) -> str:
    return " ".join(no.messages) if isinstance(no, ValidationError) else str(no)


def do(change: Change, *, by: Person | None, at: datetime) -> None:
    """Write one person's part: who they are, then their term."""
    if change.kind == ADDED:
        new = change.fields
        person = people.add_person(
            name=new["name"], known_as="", email=new["email"], source_id=new["source_id"], by=by, at=at
        )
    else:
        assert change.person is not None
        person = Person.objects.get(public_id=change.person.public_id)
        if change.fields:
            person = people.change_person(person=person, version=person.version, by=by, at=at, **change.fields)
    take_step(person, change, by=by, at=at)


def take_step(person: Person, change: Change, *, by: Person | None, at: datetime) -> None:
    """Begin, follow, correct or end the term; a change of ward or party alone corrects it too."""
    step = change.step
    held = Appointment.objects.get(public_id=step.held.public_id) if step.held else None
    if step.kind == FOLLOW and held and step.held_ends_on:
        appointments.end_appointment(appointment=held, ends_on=step.held_ends_on, because=Ended.TERM, by=by, at=at)
    if step.kind in (BEGIN, FOLLOW) and step.starts_on:
        office = change.office
        appointments.appoint(
            person=person,
            role=COUNCILLOR,
            starts_on=step.starts_on,
            ends_on=step.ends_on,
            ward=office.get("ward", ""),
            party=office.get("party", ""),
            by=by,
            at=at,
        )
    elif step.kind == END and held and step.ends_on:
        appointments.end_appointment(appointment=held, ends_on=step.ends_on, because=Ended.TERM, by=by, at=at)
    elif held and (step.kind == CORRECT or change.office):
        days = {"starts_on": step.starts_on, "ends_on": step.ends_on} if step.kind == CORRECT else {}
        fields: dict[str, Any] = days | change.office
        appointments.change_appointment(appointment=held, version=held.version, by=by, at=at, **fields)


def end_terms(person: Known, last_day: date, *, by: Person | None, at: datetime) -> None:
    """End every term of a councillor whom the list does not name. Raises ValidationError at `last_day`."""
    for term in person.open_terms(last_day):
        held = Appointment.objects.get(public_id=term.public_id)
        try:
            appointments.end_appointment(appointment=held, ends_on=last_day, by=by, at=at)
        except NotAllowed as no:
            raise ValidationError({"last_day": f"{person.name}: {no}"}) from no
