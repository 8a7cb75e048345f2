"""Minutes: draft, approved by the chair, confirmed and signed at the next meeting, with every change in sight (R20)."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Person
from reports.committees.models.agenda import AgendaItem
from reports.committees.models.meeting import Meeting


class Minutes(models.Model):
    """The minutes of one meeting. `paper` of the next meeting's agenda is how members get them."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Draft approved by the chair"
        CONFIRMED = "confirmed", "Confirmed and signed"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT)
    began_at = models.TimeField(null=True, blank=True)
    ended_at = models.TimeField(null=True, blank=True)
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField()
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    confirmed_at_meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="minutes_confirmed"
    )
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-meeting__meets_on"]
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=Q(status="draft", approved_at__isnull=True, confirmed_at__isnull=True)
                | Q(status="approved", approved_at__isnull=False, confirmed_at__isnull=True)
                | Q(
                    status="confirmed",
                    approved_at__isnull=False,
                    confirmed_at__isnull=False,
                    confirmed_at_meeting__isnull=False,
                ),
                name="minutes_are_approved_then_confirmed_at_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return f"Minutes: {self.meeting}"

    @property
    def reference(self) -> Reference:
        return Reference("minutes", self.public_id, str(self))


class Minute(models.Model):
    """What the minutes say of one item: `text` for everybody, `exempt_text` for those who may see the item.

    Where the open text alone leaves the record unclear, `text` is the proper officer's summary (LGA 1972, s100C(2)).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="entries")
    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="minute")
    text = models.TextField(max_length=10_000, blank=True)
    exempt_text = models.TextField(max_length=10_000, blank=True)
    names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["minutes", "item__number"]

    def __str__(self) -> str:
        return str(self.item)

    @property
    def reference(self) -> Reference:
        return Reference("minute", self.public_id, str(self))


class MinuteChange(models.Model):
    """How a minute read before it was changed after the chair had approved the draft: never altered."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    minute = models.ForeignKey(Minute, on_delete=models.PROTECT, related_name="changes")
    text_before = models.TextField(blank=True)
    exempt_text_before = models.TextField(blank=True)
    because = models.CharField(max_length=300)
    changed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["minute", "changed_at"]

    def __str__(self) -> str:
        return f"{self.minute}, changed {self.changed_at:%-d %B %Y}"
