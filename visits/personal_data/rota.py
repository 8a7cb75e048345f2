"""Turns and conflicts of one person, for the copy of their own data. Homes by alias alone."""

from corpparent.words import day
from members.models import Person
from members.personal_data import Row
from visits.models import CalendarFeed, Conflict, Turn


def turns(person: Person) -> list[Row]:
    """Visits they were asked to make, the oldest first. One query."""
    found = Turn.objects.filter(person=person).select_related("slot__home").order_by("offered_at", "pk")
    return [
        {
            "Visit": str(turn.slot),
            "Part": turn.get_part_display(),
            "Answer": turn.get_status_display(),
            "Offered": day(turn.offered_at),
            "What was asked of you": " ".join(answer["words"] for answer in turn.gate),
        }
        for turn in found
    ]


def conflicts(person: Person) -> list[Row]:
    """Conflicts they declared, the oldest first. One query."""
    found = Conflict.objects.filter(person=person).select_related("home").order_by("declared_at", "pk")
    return [
        {
            "Home": conflict.home.alias,
            "Conflict": conflict.get_reason_display(),
            "Declared": day(conflict.declared_at),
            "Over": day(conflict.ended_at) if conflict.ended_at else "",
        }
        for conflict in found
    ]


def calendar(person: Person) -> list[Row]:
    """That they have a calendar's address; the address itself is kept nowhere. One query."""
    found = CalendarFeed.objects.filter(person=person)
    return [
        {"Calendar of visits": "The portal knows a digest of its address", "Made": day(one.made_at)} for one in found
    ]
