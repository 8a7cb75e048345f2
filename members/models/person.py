"""The user model: someone who acts for the council. Never a child, never a young representative (they are seats)."""

import uuid
from datetime import date

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils.crypto import salted_hmac

from corpparent.prepared import Later, Prepared
from corpparent.references import Reference
from members.standing import Standing


class PersonManager(BaseUserManager["Person"]):
    def with_email(self, email: str | None) -> "models.QuerySet[Person]":
        """Whoever has this address, whatever its case; by the index that keeps addresses apart, as `iexact` is not."""
        return self.exclude(email="").filter(Exact(Lower("email"), Lower(Value(email or ""))))

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find by e-mail. A person without one cannot sign in."""
        return self.with_email(username).get()


class Person(AbstractBaseUser):
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=150, help_text="As others write it: Cllr Amina Yusuf")
    known_as = models.CharField(max_length=60, blank=True, help_text="As a greeting says it: Amina")
    email = models.EmailField("e-mail address", blank=True, help_text="Empty for people who do not sign in")
    source_id = models.CharField(
        max_length=80, blank=True, help_text="Who this is in the feed of councillors: moderngov:1726"
    )
    is_active = models.BooleanField(default=True)
    sign_outs = models.PositiveIntegerField(default=0, help_text="Part of every session: raising it ends them all")
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                Lower("email"), condition=~models.Q(email=""), name="person_email_belongs_to_one_person"
            ),
            models.UniqueConstraint(
                fields=["source_id"], condition=~models.Q(source_id=""), name="person_is_one_in_the_feed_of_councillors"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> Reference:
        return Reference("person", self.public_id, self.name)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What every session of this person must carry: a new password or a raised `sign_outs` ends them all."""
        return salted_hmac(
            "members.session", f"{self.password}|{self.sign_outs}", secret=secret, algorithm="sha256"
        ).hexdigest()

    def standing_on(self, day: date) -> Standing:
        """What this person may do on `day`, from appointments current on it: nothing when disabled. One query."""
        rows = HELD.rows(person=self.pk, day=day) if self.is_active else []
        return Standing(
            person_id=self.pk,
            public_id=self.public_id,
            name=self.name,
            level=max((level for _, level, _, _ in rows), default=0),
            roles=frozenset(slug for slug, *_ in rows),
            bodies=frozenset(body for _, _, body, _ in rows if body),
            is_cleared=any(is_cleared for *_, is_cleared in rows),
            on=day,
        )


def held() -> models.QuerySet:
    """(role, level, body, is cleared) of each appointment that a person holds on a day."""
    person, day = Later("person", models.BigIntegerField()), Later("day", models.DateField())
    checks = apps.get_model("members", "Check").objects
    refused = checks.in_force(day).filter(person=person, outcome="not-cleared")
    is_cleared = Exists(checks.clearing(day).filter(person=person)) & ~Exists(refused)
    appointments = apps.get_model("members", "Appointment").objects.filter(person=person)
    return appointments.current(day).order_by().values_list("role__slug", "level", "body__public_id", is_cleared)


# Every request of somebody signed in asks it.
HELD = Prepared(held)
