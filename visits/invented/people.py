"""Who does what for homes in the invented council, and the days of it."""

from datetime import datetime, timedelta

from django.utils import timezone

from members.invented import email_of
from members.invented.days import morning_of
from members.models import Person

CLERK, ADMINISTRATOR, PARTICIPATION_OFFICER = "delphine", "joan", "nia"
BEGAN = -460  # days from today: when the council began to write down homes


def somebody(who: str) -> Person:
    return Person.objects.get(email=email_of(who))


def day(number: int) -> datetime:
    """In the morning, so many days from today."""
    return morning_of(timezone.localdate() + timedelta(days=number))
