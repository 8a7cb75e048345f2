from datetime import date

import pytest

from members import needs
from members.needs import Need
from members.standing import STRANGER


@pytest.fixture
def sources(monkeypatch):
    """An empty list of sources, for this test alone."""
    empty = []
    monkeypatch.setattr(needs, "SOURCES", empty)
    return empty


def need(title, **more):
    return Need(title=title, url="/", about="", why="", tag="", **more)


def test_needs_late_before_due_then_by_date(sources):
    needs.register(lambda who: [need("due later", by=date(2024, 12, 1)), need("due sooner", by=date(2024, 11, 5))])
    needs.register(lambda who: [need("neutral", tone="neutral", by=date(2024, 1, 1)), need("late", tone="late")])
    assert [found.title for found in needs.needs_of(STRANGER)] == ["late", "due sooner", "due later", "neutral"]


def test_needs_nothing(sources):
    assert needs.needs_of(STRANGER) == []
