"""A role held from one day to another: the only source of a person's powers."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from corpparent.prepared import Later
from corpparent.references import Reference
from members.models.body import Body
from members.models.person import Person
from members.models.role import Level, Role


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def current(self, day: date | Later) -> "AppointmentQuerySet":
        """In force on `day`; the first and the last day count."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)

    def overlapping(self, starts_on: date | Later, ends_on: date | Later | None) -> "AppointmentQuerySet":
        """In force on any day from `starts_on` to `ends_on`, both counted; None is without end."""
        found = self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on))
        return found.filter(starts_on__lte=ends_on) if ends_on else found


class Appointment(models.Model):
    """The level is the appointment's own: a council may ask more or less of it than the role usually does.

    Ward and party belong to a councillor's term; body and place to a membership of a body.
    """

    class Place(models.TextChoices):
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice-chair", "Vice-chair"
        MEMBER = "member", "Member"
        SUBSTITUTE = "substitute", "Substitute"
        ADVISER = "adviser", "Attends without a vote"

    class Ended(models.TextChoices):
        TERM = "term", "The term ended"
        RESIGNED = "resigned", "Stepped down"
        ELECTION = "election", "Not elected again"
        MOVED = "moved", "Moved to another role"
        LEFT = "left", "Left the council or the partner"
        OTHER = "other", "Another reason"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="appointments")
    level = models.PositiveSmallIntegerField(choices=Level)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    place = models.CharField(max_length=12, choices=Place, blank=True, help_text="In the body; empty without one")
    ward = models.CharField(max_length=100, blank=True)
    party = models.CharField(max_length=100, blank=True, help_text="As the council writes it")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="Last day, counted; empty while it runs")
    ended_because = models.CharField(max_length=10, choices=Ended, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        indexes = [models.Index(fields=["starts_on", "ends_on"], name="appointment_term")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="appointment_ends_on_or_after_the_day_it_starts",
            ),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="appointment_has_a_known_level"),
            models.CheckConstraint(
                condition=Q(body__isnull=True, place="") | (Q(body__isnull=False) & ~Q(place="")),
                name="appointment_to_a_body_names_the_place_in_it",
            ),
            models.UniqueConstraint(
                F("person"),
                F("role"),
                F("starts_on"),
                Coalesce(F("body"), 0),
                name="appointment_of_a_person_to_a_role_starts_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"

    @property
    def reference(self) -> Reference:
        return Reference("appointment", self.public_id, f"{self.person.name}, {self.role.name}")
