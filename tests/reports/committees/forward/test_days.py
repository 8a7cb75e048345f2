"""The days of executive notices, across Christmas and Easter."""

from datetime import date

import pytest

from reports.committees.rules.forward import NoticeDays

WORKING, CALENDAR = NoticeDays(), NoticeDays(by_calendar=True)


@pytest.mark.parametrize(
    ("on", "working", "calendar", "second"),
    [
        # 25 and 28 December 2026 and 1 January 2027 are bank holidays.
        (date(2027, 1, 6), date(2026, 11, 23), date(2026, 12, 8), date(2026, 12, 24)),
        # Good Friday 26 and Easter Monday 29 March 2027.
        (date(2027, 4, 1), date(2027, 2, 17), date(2027, 3, 3), date(2027, 3, 22)),
        # No holiday in between.
        (date(2026, 7, 15), date(2026, 6, 4), date(2026, 6, 16), date(2026, 7, 7)),
    ],
)
def test_the_last_lawful_days(on, working, calendar, second):
    assert (WORKING.first_by(on), CALENDAR.first_by(on)) == (working, calendar)
    assert (WORKING.second_by(on), CALENDAR.second_by(on)) == (second, second)


def test_days_the_council_closes_are_not_counted():
    closed = NoticeDays(closed=frozenset({date(2026, 12, 29), date(2026, 12, 30)}))
    assert closed.first_by(date(2027, 1, 6)) == date(2026, 11, 19)


def test_the_number_of_days_is_a_setting():
    assert NoticeDays(days=10).first_by(date(2026, 7, 15)) == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (date(2026, 11, 23), ""),
        (date(2026, 11, 24), "general"),
        (date(2026, 12, 24), "general"),
        (date(2026, 12, 25), "urgent"),
        (date(2027, 1, 5), "urgent"),
    ],
)
def test_what_a_late_entry_is(given, found):
    assert WORKING.shortness(given, date(2027, 1, 6)) == found
