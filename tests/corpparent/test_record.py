"""Each kind of tampering is found. The triggers are taken away first, as whoever owns the database could."""

import random
import uuid
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from corpparent import record
from corpparent.models import ChainHead, Event
from tests.factories.corpparent import EventFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def events():
    """Six honest events."""
    return EventFactory.create_batch(6)


@pytest.fixture
def unguarded(events):
    """The same six, with nothing in the database to protect them; the test's rollback puts the triggers back."""
    on_table = " ON corpparent_event" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for deed in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER corpparent_event_no_{deed}{on_table}")
    return events


def cut_after(number):
    """Remove the tail and say in the head that it never was."""
    last = Event.objects.get(number=number)
    Event.objects.filter(number__gt=number).delete()
    ChainHead.objects.update(number=last.number, hash=last.hash)


def write_again(number):
    """Forge an event and everything after it, so that each hash is right."""
    previous = Event.objects.get(number=number - 1).hash
    for event in Event.objects.filter(number__gte=number):
        event.type, event.previous = "person-added", previous
        event.hash = previous = event.hash_of_public()
        event.save()
    ChainHead.objects.update(hash=previous)


def test_verify_whole_record(events):
    assert record.verify() == record.Verdict(6, f"6:{events[-1].hash}")


def test_verify_empty_record():
    assert record.verify() == record.Verdict(0, "0:" + "0" * 64)


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize(
    "change",
    [
        {"details": {"changed": True}},
        {"type": "person-added"},
        {"subject_kind": "person"},
        {"subject_id": "5b6d6b30-6a5b-4d5e-9d4c-6b9d9f3b8a11"},
        {"actor_id": "5b6d6b30-6a5b-4d5e-9d4c-6b9d9f3b8a11"},
        {"counts_for_id": "5b6d6b30-6a5b-4d5e-9d4c-6b9d9f3b8a11"},
        {"private_hash": "1" * 64},
        {"hash": "1" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_verify_finds_a_changed_event(unguarded, number, change):
    Event.objects.filter(number=number).update(**change)
    assert record.verify().fault == f"Event {number} was changed after it was written."


def another(value, chance):
    """A value of the same kind that is not `value`."""
    if isinstance(value, int):
        return value + chance.randint(10, 99)
    if isinstance(value, datetime):
        return value + timedelta(microseconds=chance.randint(1, 10**9))
    if isinstance(value, dict):
        return value | {"added": chance.random()}
    if isinstance(value, str) and value:
        place = chance.randrange(len(value))
        return value[:place] + ("a" if value[place] != "a" else "b") + value[place + 1 :]
    return uuid.UUID(int=chance.getrandbits(128))


def test_verify_finds_every_one_of_200_tamperings_in_any_column(unguarded):
    """Every column but the row's own key: one that a later change adds to events must be in the chain too."""
    chance = random.Random(1200)
    columns = [field.attname for field in Event._meta.concrete_fields if not field.primary_key]
    unfound = []
    for _ in range(200):
        event, column = chance.choice(unguarded), chance.choice(columns)
        with transaction.atomic():
            Event.objects.filter(pk=event.pk).update(**{column: another(getattr(event, column), chance)})
            if not record.verify().fault:
                unfound.append((event.number, column))
            transaction.set_rollback(True)
    assert unfound == []


@pytest.mark.parametrize("shift", [timedelta(microseconds=1), timedelta(days=-1)], ids=str)
def test_verify_finds_a_moved_moment(unguarded, shift):
    Event.objects.filter(number=4).update(at=unguarded[3].at + shift)
    assert record.verify().fault == "Event 4 was changed after it was written."


def test_verify_finds_changed_names(unguarded):
    Event.objects.filter(number=3).update(private={"by": "Somebody else", "about": "Larchford Council"})
    assert record.verify().fault == "The names in event 3 were changed after it was written."


def test_verify_finds_a_changed_salt(unguarded):
    Event.objects.filter(number=3).update(salt="pepper")
    assert record.verify().fault == "The names in event 3 were changed after it was written."


@pytest.mark.parametrize("number", range(1, 6))
def test_verify_finds_a_missing_event(unguarded, number):
    Event.objects.filter(number=number).delete()
    assert record.verify().fault == f"Event {number} is missing."


def test_verify_finds_a_missing_event_behind_new_numbers(unguarded):
    Event.objects.filter(number=3).delete()
    for event in Event.objects.filter(number__gt=3):
        Event.objects.filter(pk=event.pk).update(number=event.number - 1)
    assert record.verify().fault == "Event 3 does not follow the event before it."


def test_verify_finds_two_events_swapped(unguarded):
    for number, becomes in ((3, 99), (4, 3), (99, 4)):
        Event.objects.filter(number=number).update(number=becomes)
    assert record.verify().fault == "Event 3 does not follow the event before it."


def test_verify_finds_a_forged_event_in_the_middle(unguarded):
    event = Event.objects.get(number=3)
    event.type = "person-added"
    event.hash = event.hash_of_public()
    event.save()
    assert record.verify().fault == "Event 4 does not follow the event before it."


def test_verify_finds_a_cut_tail(unguarded):
    Event.objects.filter(number=6).delete()
    assert record.verify().fault == "The record ends at event 5, but its head says 6: events are missing at the end."


def test_verify_finds_a_changed_head(events):
    ChainHead.objects.update(hash="1" * 64)
    assert "events are missing at the end" in record.verify().fault


@pytest.mark.parametrize("tamper", [cut_after, write_again])
def test_verify_finds_by_the_printed_head_what_the_chain_alone_cannot(unguarded, tamper):
    printed = ChainHead.printed()
    tamper(4)
    assert record.verify().fault == ""
    assert record.verify(printed).fault == (
        f"The head {printed} is not in this record: events were cut off or written again."
    )


def test_verify_knows_an_older_head_by_its_first_digits(events):
    EventFactory()
    assert record.verify(f"6:{events[-1].hash[:8]}").fault == ""


@pytest.mark.parametrize("head", ["6:0000000", "7:{hash}", "six:{hash}"])
def test_verify_does_not_know_a_head_that_never_was(events, head):
    assert "is not in this record" in record.verify(head.format(hash=events[-1].hash)).fault


def test_verify_knows_the_head_of_an_empty_record():
    printed = ChainHead.printed()
    EventFactory()
    assert record.verify(printed).fault == ""


def test_command_says_that_the_record_is_whole(events):
    out = StringIO()
    call_command("verify_record", stdout=out)
    assert out.getvalue() == f"The record is whole: 6 events, head 6:{events[-1].hash}.\n"


def test_command_with_a_printed_head(events):
    out = StringIO()
    call_command("verify_record", head=f"3:{events[2].hash[:8]}", stdout=out)
    assert out.getvalue().startswith("The record is whole")


def test_command_fails_on_a_fault(unguarded):
    Event.objects.filter(number=2).update(details={"changed": True})
    with pytest.raises(CommandError, match=r"^Event 2 was changed after it was written\.$") as failure:
        call_command("verify_record")
    assert failure.value.returncode == 1


@pytest.mark.parametrize("head", ["1042", "1042:"])
def test_command_asks_for_a_head_as_printed(head):
    with pytest.raises(CommandError, match="as a pack prints it: 1042:ab12cd34"):
        call_command("verify_record", head=head)
