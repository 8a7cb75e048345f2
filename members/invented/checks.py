"""Checks of those who go where children live: most hold, some run out, one does not clear its holder."""

from datetime import timedelta

from django.utils import timezone

from members import services
from members.invented.days import morning_of, share_of
from members.models import Check, Person

VISITORS = ["visiting-councillor", "independent-visitor"]
HOMES = ["home-manager", "responsible-individual", "childrens-services-manager"]
HELD = 3 * 365  # days


def check_visitors(by: Person) -> None:
    """Record a check of everybody who holds one of these roles."""
    for roles, eligibility in ((VISITORS, "visits-homes"), (HOMES, "works-with-children")):
        current = Person.objects.filter(appointments__role__slug__in=roles, appointments__ends_on=None)
        for number, person in enumerate(current.distinct().order_by("pk")):
            record(person, eligibility, number, by)


def record(person: Person, eligibility: str, number: int, by: Person) -> None:
    """The fifth of the visitors is not cleared, every sixth was checked so long ago that it has run out."""
    today = timezone.localdate()
    age = HELD + 20 if number % 6 == 5 else share_of(person.email, "check") * 9 + 14
    checked_on = today - timedelta(days=age)
    is_refused = eligibility == "visits-homes" and number == 4
    services.record_check(
        person=person,
        kind=Check.Kind.ENHANCED_BARRED if eligibility == "works-with-children" else Check.Kind.ENHANCED,
        eligibility=eligibility,
        checked_on=checked_on,
        ends_on=checked_on + timedelta(days=HELD),
        outcome=Check.Outcome.NOT_CLEARED if is_refused else Check.Outcome.SATISFACTORY,
        by=by,
        at=morning_of(checked_on + timedelta(days=7)),
    )
