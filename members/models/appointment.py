"""A role held from one day to another: the only source of a person's powers."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models.person import Person
from members.models.role import Role


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def current(self, day: date) -> "AppointmentQuerySet":
        """In force on `day`; the first and the last day count."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)


class Appointment(models.Model):
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="appointments")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="Last day, counted; empty while it runs")

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="appointment_ends_on_or_after_the_day_it_starts",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "starts_on"], name="appointment_of_a_person_to_a_role_starts_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"

    @property
    def reference(self) -> Reference:
        return Reference("appointment", self.public_id, f"{self.person.name}, {self.role.name}")
