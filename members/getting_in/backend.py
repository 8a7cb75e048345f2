"""Who has signed in, on each page: as allauth finds them, but that the question is not written anew each time."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import QuerySet

from corpparent.prepared import Later, Prepared
from members.models import Person

COLUMNS = [field.attname for field in Person._meta.concrete_fields]


def one_person() -> QuerySet:
    """Every column of the person with a key."""
    return Person.objects.filter(pk=Later("pk", models.BigIntegerField())).values_list(*COLUMNS)


ONE_PERSON = Prepared(one_person)


class Backend(AuthenticationBackend):
    """Named by AUTHENTICATION_BACKENDS."""

    def get_user(self, user_id: int) -> Person | None:
        """The person, None for one that is gone or disabled. One query."""
        found = ONE_PERSON.rows(pk=user_id)
        person = Person.from_db(DEFAULT_DB_ALIAS, COLUMNS, found[0]) if found else None
        return person if person and self.user_can_authenticate(person) else None
