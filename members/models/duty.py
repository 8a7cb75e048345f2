"""How a council has set the duties whose wording and proofs ship with the code (members/duties/definitions.toml)."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from corpparent.models import StoredFile
from corpparent.references import Reference
from members.models.person import Person


class Duty(models.Model):
    """One duty's settings. A duty that this council does not ask is shown to nobody and stands in no evidence file."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=6, unique=True, help_text="U1 … SP5, as the definitions name it")
    months = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="How long a proof holds; empty for occasions",
    )
    days = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1)], help_text="Days from when it is asked until it is overdue"
    )
    is_asked = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "duties"
        constraints = [
            models.CheckConstraint(condition=Q(days__gte=1), name="duty_gives_a_day_at_least"),
            models.CheckConstraint(
                condition=Q(months__isnull=True) | Q(months__gte=1), name="duty_holds_for_a_month_at_least"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def reference(self) -> Reference:
        return Reference("duty", self.public_id, self.code)


class EvidenceFile(models.Model):
    """Who met which duty in one financial year, with the events behind it: made by a job, kept as it was made."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year = models.CharField(max_length=7, help_text="Financial year: 2026-27")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    head = models.CharField(max_length=90, blank=True, help_text="Head of the record when it was made: 1042:ab12…")
    pdf = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    csv = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_at__isnull=True, pdf__isnull=True, csv__isnull=True, head="")
                | (Q(made_at__isnull=False, pdf__isnull=False, csv__isnull=False) & ~Q(head="")),
                name="evidence_file_is_there_whole_when_it_is_made",
            ),
        ]

    def __str__(self) -> str:
        return f"Evidence for {self.year}"

    @property
    def reference(self) -> Reference:
        return Reference("evidence-file", self.public_id, str(self))
