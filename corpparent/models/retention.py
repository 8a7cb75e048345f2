"""How long each kind of row and file is kept, and what must not be touched meanwhile (corpparent.retention)."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference


class RetentionPeriod(models.Model):
    """The council's own choice for one kind; kinds, their defaults and their reasons are registered by the apps."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.SlugField(max_length=40, unique=True)
    months = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kind"]
        constraints = [
            models.CheckConstraint(condition=Q(months__gte=1), name="retention_period_is_a_month_at_least"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.months} months"

    @property
    def reference(self) -> Reference:
        return Reference("retention-period", self.public_id, self.kind)


class LegalHold(models.Model):
    """Nothing about the subject is wiped until the hold is lifted: an inquiry or a claim needs it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject_kind = models.SlugField(max_length=40)
    subject_id = models.UUIDField()
    label = models.CharField(max_length=150, help_text="What is held, as its readers know it")
    reason = models.CharField(max_length=300)
    placed_by_id = models.UUIDField(null=True)
    placed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-placed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id"],
                condition=Q(lifted_at__isnull=True),
                name="legal_hold_is_one_open_a_subject",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def reference(self) -> Reference:
        return Reference("legal-hold", self.public_id, self.label)
