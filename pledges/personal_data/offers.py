"""What one person wrote of offers, and said is not good enough, for their own copy."""

from corpparent.words import day
from members.models import Person
from members.personal_data import Row
from pledges.models import Offer, Shortfall


def offers(person: Person) -> list[Row]:
    """Offers that `person` wrote last. One query."""
    found = Offer.objects.filter(written_by=person).order_by("pk")
    return [{"Offer": one.title, "How it stands": one.get_status_display()} for one in found]


def shortfalls(person: Person) -> list[Row]:
    """What `person` said. One query."""
    found = Shortfall.objects.filter(raised_by=person).order_by("raised_at", "pk")
    return [
        {
            "About": one.source_label,
            "Words": one.why,
            "Why the names may stand": one.names_explained,
            "Said": day(one.raised_at),
            "Answered": day(one.settled_at) if one.settled_at else "not yet",
        }
        for one in found
    ]
