"""Events of a person, recorded as the services of other apps record them."""

from datetime import UTC, datetime, timedelta

from django.db import transaction

from corpparent.models import Event
from members.duties.proving import Deed
from members.facts.ledger import ledger
from tests.factories.corpparent import ReferenceFactory

TODAY = datetime(2025, 11, 4, 10, 30, tzinfo=UTC)


def on(days):
    """The moment so many days after TODAY (before, when negative)."""
    return TODAY + timedelta(days=days)


def record(type_, person, days=0, about=None, **details):
    """One event that counts for `person`, so many days from TODAY."""
    with transaction.atomic():
        reference = about or ReferenceFactory()
        return Event.record(type_, about=reference, by=person, at=on(days), details=details)


def line(person, code, days=0):
    """The person's line for the duty `code` so many days from TODAY; None when it is not owed."""
    lines = ledger([person.public_id], on(days).date())[person.public_id]
    return next((one for one in lines if one.definition.code == code), None)


def state(person, code, days=0):
    return str(line(person, code, days).state)


def deed(type_, days=0, subject=1, number=None, **details):
    """A row as the ledger reads it: pure, nothing is recorded. Numbers follow the days unless one is given."""
    at = on(days)
    return Deed(type_, at, at.date(), number or 10_000 + days, subject, details)
