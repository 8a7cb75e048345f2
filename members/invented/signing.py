"""Who has put their name to their role, and who has looked at the arrangements: most have, some long ago."""

from datetime import timedelta

from django.utils import timezone

from members import services
from members.invented.days import morning_of, share_of
from members.invented.learning import parents_on
from members.invented.people import email_of
from members.models import Level, Person

# The Lead Member looked this autumn, the Director longer ago than a year.
REVIEWERS = {"peter": 40, "ruth": 430}


def sign_statements() -> None:
    """Nine in ten of today's corporate parents have signed, one of them so long ago that it has run out."""
    today = timezone.localdate()
    for person in parents_on(today, Level.UNIVERSAL):
        share = share_of(person.email, "statement")
        day = today - timedelta(days=15 + share * 9)
        if share < 90 and person.standing_on(day).level:
            services.sign_statement(statement="role", by=person, at=morning_of(day))


def review_arrangements() -> None:
    """Each of those who answer for them has looked once."""
    for who, days_ago in REVIEWERS.items():
        at = morning_of(timezone.localdate() - timedelta(days=days_ago))
        services.review_arrangements(by=Person.objects.get(email=email_of(who)), at=at)
