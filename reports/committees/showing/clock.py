"""The legal clock in sentences."""

from datetime import date

from corpparent.words import count
from reports.committees.facts.last_days import Days
from reports.committees.rules.clock import days_left


def publish_by_in_words(last: date) -> str:
    return f"Publish by {last:%A %-d %B}"


def countdown(last: date, days: Days, today: date) -> str:
    """How long it still takes until `last`, the last lawful day to publish; said on any day."""
    left = days_left(today, last, days.closed)
    if left < 0:
        return f"The last lawful day was {last:%A %-d %B}: publishing now needs reasons."
    return f"{count(left, 'working day').capitalize()} left." if left else "Publish today."
