"""When the deeds of the invented council were done, and by whom of many."""

from datetime import date, datetime, time
from zlib import crc32

from django.utils.timezone import make_aware

MORNING = time(9, 30)


def morning_of(day: date) -> datetime:
    """Half past nine on `day`, in the council's own time zone."""
    return make_aware(datetime.combine(day, MORNING))


def share_of(*words: str) -> int:
    """0 to 99, the same for the same words: chance that needs no dice."""
    return crc32("|".join(words).encode()) % 100
