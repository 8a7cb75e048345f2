"""Who was there, who sent apologies or a substitute, who came late or left early, and who declared an interest."""

import uuid

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Person
from reports.committees.models.agenda import AgendaItem
from reports.committees.models.meeting import Meeting


class Attendance(models.Model):
    """One person expected at a meeting, or who came for another. Young people sit by seat and stand in no row."""

    class Outcome(models.TextChoices):
        PRESENT = "present", "Present"
        REMOTE = "remote", "Present, remotely"
        APOLOGIES = "apologies", "Sent apologies"
        ABSENT = "absent", "Absent"

    ATTENDED = (Outcome.PRESENT, Outcome.REMOTE)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="meetings_attended")
    outcome = models.CharField(max_length=9, choices=Outcome)
    stands_in_for = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    came_at = models.TimeField("came late, at", null=True, blank=True)
    left_at = models.TimeField("left early, at", null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["meeting", "person__name"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="attendance_is_one_a_person_and_meeting"),
            models.CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | ~Q(stands_in_for=F("person")),
                name="attendance_stands_in_for_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["present", "remote"]) | Q(came_at__isnull=True, left_at__isnull=True),
                name="attendance_has_hours_only_when_present",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_outcome_display().lower()}"

    @property
    def reference(self) -> Reference:
        return Reference("meeting-attendance", self.public_id, f"{self.person.name}, {self.meeting}")

    @property
    def attended(self) -> bool:
        return self.outcome in self.ATTENDED


class Interest(models.Model):
    """An interest that somebody declared, in an item or in general. Source: Localism Act 2011, s31; LGA model code."""

    class Kind(models.TextChoices):
        PECUNIARY = "pecuniary", "Disclosable pecuniary interest"
        REGISTRABLE = "registrable", "Other registrable interest"
        OTHER = "other", "Non-registrable interest"

    class Part(models.TextChoices):
        LEFT = "left", "Left, and took no part"
        SPOKE = "spoke", "Spoke as the public may, then left"
        STAYED = "stayed", "Stayed and took part"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="interests")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="interests")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="interests")
    kind = models.CharField(max_length=11, choices=Kind)
    what = models.CharField("what it is", max_length=300)
    part = models.CharField("what they did", max_length=6, choices=Part)
    dispensation = models.CharField("dispensation, if one was given", max_length=200, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["meeting", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "item", "person"], name="interest_is_declared_once_an_item"),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(item__isnull=True),
                name="interest_in_general_is_declared_once",
            ),
            models.CheckConstraint(
                condition=~Q(kind="pecuniary") | Q(part="left") | ~Q(dispensation=""),
                name="pecuniary_interest_means_leaving_unless_dispensed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display().lower()}"

    @property
    def reference(self) -> Reference:
        return Reference("interest", self.public_id, str(self))
