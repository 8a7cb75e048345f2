"""The record and the directory of a large council, on top of the seeded one: four years of events about its hundred
corporate parents, and then people and appointments enough for a directory of 1,000.

Written in bulk, because each deed through its service would take an hour; what pages read is the same.
"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

EVENTS, YEARS = 200_000, 4
PEOPLE, APPOINTMENTS = 1_000, 10_000
BATCH = 5_000


def fill_record() -> int:
    """EVENTS more events over YEARS that count for those with an appointment today; returns how many people they are.

    A person has some 100 readings asked and read, a dozen courses and four signatures; the rest proves no duty.
    """
    from django.db import transaction
    from django.utils import timezone

    from corpparent.models import ChainHead, Event
    from members.models import Person

    now, today = timezone.now(), timezone.localdate()
    people = [person for person in Person.objects.order_by("pk") if person.standing_on(today).level]
    with transaction.atomic():
        head = ChainHead.locked()
        batch = []
        for number, (person, fields) in enumerate(deeds(people), start=1):
            at = now - timedelta(days=YEARS * 365) * (1 - number / EVENTS)
            batch.append(link(head, Event(counts_for_id=person.public_id, actor_id=person.public_id, at=at, **fields)))
            if len(batch) == BATCH:
                Event.objects.bulk_create(batch)
                batch = []
        head.save()
    return len(people)


def deeds(people: list) -> Iterator[tuple]:
    """(person, fields of the event), in turns."""
    readings = [uuid4() for _ in range(EVENTS // len(people) // 20 + 1)]
    for number in range(EVENTS):
        turn, of_person = divmod(number, len(people))
        yield people[of_person], fields_of(turn, readings)


def fields_of(turn: int, readings: list) -> dict:
    """What somebody's event number `turn` is: of 20, one was asked to be read and one says so."""
    law = {"subject_kind": "reading", "subject_id": readings[turn // 20], "details": {"kind": "law"}}
    if turn % 20 == 0:
        return {"type": "reading-asked"} | law
    if turn % 20 == 1:
        return {"type": "reading-acknowledged"} | law
    if turn % 160 == 2:
        return {"type": "learning-attended", "subject_id": uuid4(), "details": {"kind": "refresher"}}
    if turn % 500 == 3:
        return {"type": "statement-signed", "subject_id": uuid4(), "details": {"statement": "role"}}
    return {"type": "page-looked-at", "subject_id": uuid4()}


def link(head, event):
    """`event` as the next link of the chain after `head`, which moves on to it."""
    from corpparent.models.event import hash_of_private

    event.subject_kind = event.subject_kind or "person"
    event.number, event.previous = head.number + 1, head.hash
    event.private = {"by": "", "about": ""}
    event.private_hash = hash_of_private(event.salt, event.private)
    event.hash = event.hash_of_public()
    head.number, head.hash = event.number, event.hash
    return event


def fill_directory() -> None:
    """People and appointments up to PEOPLE and APPOINTMENTS: a council's thousand, ten terms each, one of them now."""
    from datetime import date

    from members.models import Appointment, Person, Role

    known = [name.split()[-1] for name in Person.objects.values_list("name", flat=True)]
    Person.objects.bulk_create(
        Person(
            name=f"{known[n % len(known)]} {known[n // 7 % len(known)]}-{n}",
            known_as=known[n % len(known)],
            email=f"person{n}@larchford.example",
            password="!",  # noqa: S106  (nobody signs in as one of these)
        )
        for n in range(PEOPLE - Person.objects.count())
    )
    role = Role.objects.get(slug="manager")
    people = list(Person.objects.filter(appointments=None))
    missing = APPOINTMENTS - Appointment.objects.count()
    Appointment.objects.bulk_create(
        Appointment(
            person=people[n % len(people)],
            role=role,
            level=role.level,
            starts_on=date(2026 - n // len(people), 2, 1),
            ends_on=date(2027 - n // len(people), 1, 31) if n >= len(people) else None,
        )
        for n in range(missing)
    )
