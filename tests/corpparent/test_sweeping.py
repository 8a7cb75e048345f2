from datetime import UTC, datetime

import pytest

from corpparent import sweeping, tasks

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def registered(monkeypatch):
    """Only what the test registers is swept."""
    monkeypatch.setattr(sweeping, "SWEEPERS", [])
    return sweeping.register


def test_sweep_calls_each_with_its_moment(registered):
    called = []
    registered(called.append)
    sweeping.sweep(AT)
    assert called == [AT]


def test_sweep_goes_on_after_one_that_fails(registered, logged_errors):
    called = []

    def fails(at):
        raise ValueError

    registered(fails)
    registered(called.append)
    sweeping.sweep(AT)
    assert called == [AT]
    assert logged_errors.pop() == "corpparent.sweeping: The sweep “fails” failed; it is tried again with the next."


@pytest.mark.django_db
def test_beats_sweep_calls_them(registered):
    called = []
    registered(called.append)
    tasks.sweep()
    assert len(called) == 1
