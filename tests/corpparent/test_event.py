from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.transaction import TransactionManagementError

from corpparent import record
from corpparent.models import ChainHead, Event
from corpparent.models.event import GENESIS
from tests.factories.corpparent import NOW, EventFactory, ReferenceFactory
from tests.factories.members import PersonFactory

pytestmark = pytest.mark.django_db

APPEND_ONLY = "The record is append-only: an event is never changed or deleted."


def test_record_first_event_follows_the_beginning():
    event = EventFactory()
    assert (event.number, event.previous) == (1, GENESIS)


def test_record_each_event_follows_the_one_before():
    first, second = EventFactory.create_batch(2)
    assert (second.number, second.previous) == (2, first.hash)
    assert ChainHead.printed() == f"2:{second.hash}"


def test_record_counts_for_the_actor():
    person = PersonFactory()
    event = EventFactory(by=person)
    assert (event.actor_id, event.counts_for_id) == (person.public_id, person.public_id)


def test_record_counts_for_somebody_else():
    officer, councillor = PersonFactory.create_batch(2)
    event = EventFactory(by=officer, counts_for=councillor)
    assert (event.actor_id, event.counts_for_id) == (officer.public_id, councillor.public_id)


def test_record_keeps_names_in_the_private_part_only():
    person = PersonFactory(name="Cllr Amina Yusuf")
    event = EventFactory(by=person, about=ReferenceFactory(label="Pack of 2022-23"))
    assert event.private == {"by": "Cllr Amina Yusuf", "about": "Pack of 2022-23"}
    assert event.details == {}


@pytest.mark.django_db(transaction=True)
def test_record_outside_a_transaction_is_refused():
    with pytest.raises(TransactionManagementError, match="in the transaction of its deed"):
        EventFactory()
    assert not Event.objects.exists()


def test_record_of_a_deed_undone_is_undone():
    def fail():
        with transaction.atomic():
            EventFactory()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert ChainHead.printed() == f"0:{GENESIS}"
    assert not Event.objects.exists()


def test_hash_is_the_same_when_read_back():
    event = EventFactory(details={"role": "lead-member", "count": 3, "share": 0.5, "note": "naïve “”"})
    again = Event.objects.get()
    assert again.hash_of_public() == event.hash


@pytest.mark.parametrize(
    "change",
    [
        {"type": "person-added"},
        {"number": 9},
        {"details": {"count": 1}},
        {"at": NOW - timedelta(days=1)},
        {"hash": "0" * 64},
        {"private": {"by": "Somebody else", "about": ""}},
        {"salt": "another"},
        {"actor_id": "5b6d6b30-6a5b-4d5e-9d4c-6b9d9f3b8a11"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_triggers_refuse_a_change(change):
    EventFactory()
    with pytest.raises(DatabaseError, match=APPEND_ONLY), transaction.atomic():
        Event.objects.update(**change)


def test_triggers_refuse_a_deletion():
    EventFactory()
    with pytest.raises(DatabaseError, match=APPEND_ONLY), transaction.atomic():
        Event.objects.all().delete()


def test_triggers_refuse_raw_sql():
    EventFactory()
    with pytest.raises(DatabaseError, match=APPEND_ONLY), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM corpparent_event")


def test_triggers_let_the_private_part_be_blanked_and_the_chain_holds():
    EventFactory.create_batch(3)
    Event.objects.filter(number=2).update(private=None, salt="")
    assert Event.objects.get(number=2).private is None
    assert record.verify().fault == ""


def test_private_part_is_not_blanked_without_its_salt():
    EventFactory()
    with pytest.raises(DatabaseError, match="private_part_and_salt_are_blanked_together"), transaction.atomic():
        Event.objects.update(private=None)
