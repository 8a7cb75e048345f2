"""Who does what in the invented council: by the names of members.invented."""

from members.invented import email_of
from members.models import Person

PARTICIPATION_OFFICER, CLERK, DIRECTOR, LEAD_MEMBER, ANALYST = "nia", "delphine", "ruth", "peter", "priya"


def somebody(who: str) -> Person:
    return Person.objects.get(email=email_of(who))
