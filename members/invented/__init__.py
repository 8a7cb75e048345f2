"""A council that does not exist: its people, bodies, learning and checks over four years and more, written through the
services in the order of the days, as its officers would have done it. Made once: whatever became of it since stays.
"""

from django.db import transaction

from members.invented.bodies import adopt_terms, found_bodies
from members.invented.checks import check_visitors
from members.invented.learning import FIRST, fill_library, teach
from members.invented.people import ACTORS, CHECKS_OFFICER, CLERK, email_of, take_office
from members.invented.signing import review_arrangements, sign_statements
from members.models import Body, Course, Person

__all__ = ["ACTORS", "FIRST", "email_of", "people", "years"]


@transaction.atomic
def people() -> list[Person]:
    """The bodies, and everybody with what they were appointed to; returns those who can sign in, ACTORS."""
    if not Body.objects.exists():
        found_bodies()
        take_office()
        adopt_terms(by=somebody(CLERK))
    return [somebody(who) for who in ACTORS]


@transaction.atomic
def years() -> None:
    """What these people learned, read, signed and were checked for."""
    if not Course.objects.exists():
        teach(by=somebody(CLERK))
        fill_library(by=somebody(CLERK))
        check_visitors(by=somebody(CHECKS_OFFICER))
        sign_statements()
        review_arrangements()


def somebody(who: str) -> Person:
    return Person.objects.get(email=email_of(who))
