"""Whether a promise was kept in a period: in two voices, told apart, and never changed afterwards."""

import uuid

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Person
from pledges.models.names import NamesMayStand
from pledges.models.promise import Commitment, Promise


class ProgressQuerySet(models.QuerySet["Progress"]):
    def current(self) -> "ProgressQuerySet":
        """What was said last: rows that no other corrects."""
        return self.filter(corrected_by__isnull=True)


class Progress(NamesMayStand):
    """What one voice says of one promise or commitment for one period.

    Rows are only added (guarded in the database): a correction is a new row that names the one it corrects.
    """

    class Voice(models.TextChoices):
        OFFICERS = "officers", "Council officers"
        YOUNG_PEOPLE = "young-people", "Young people"

    class Rating(models.TextChoices):
        KEPT = "kept", "Kept"
        PARTLY = "partly", "Partly"
        NOT_KEPT = "not-kept", "Not kept"
        COULD_NOT_TELL = "could-not-tell", "Could not tell"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, null=True, blank=True, related_name="progress")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, null=True, blank=True, related_name="progress")
    period = models.CharField(max_length=10, help_text="2025-26 or 2025-26-Q2")
    starts_on = models.DateField()
    ends_on = models.DateField()
    voice = models.CharField(max_length=12, choices=Voice)
    rating = models.CharField(max_length=14, choices=Rating)
    words = models.CharField("what is behind it", max_length=500)
    heard_how = models.CharField("how young people were asked", max_length=200, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    corrected_because = models.CharField(max_length=300, blank=True)

    objects = ProgressQuerySet.as_manager()

    class Meta:
        ordering = ["-ends_on", "voice", "-pk"]
        verbose_name_plural = "progress"
        constraints = [
            models.CheckConstraint(
                condition=Q(promise__isnull=False, commitment__isnull=True)
                | Q(promise__isnull=True, commitment__isnull=False),
                name="progress_is_of_a_promise_or_a_commitment",
            ),
            models.UniqueConstraint(
                fields=["promise", "period", "voice"],
                condition=Q(corrects__isnull=True, promise__isnull=False),
                name="progress_of_a_promise_begins_once_a_period_and_voice",
            ),
            models.UniqueConstraint(
                fields=["commitment", "period", "voice"],
                condition=Q(corrects__isnull=True, commitment__isnull=False),
                name="progress_of_a_commitment_begins_once_a_period_and_voice",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="progress_period_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrected_because=""), name="progress_corrects_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promise or self.commitment}, {self.period}: {self.get_rating_display()}"

    @property
    def reference(self) -> Reference:
        return Reference("progress", self.public_id, self.period)


class Evidence(models.Model):
    """One dated piece of evidence behind what officers say. “Kept” asks for one at least."""

    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="evidence")
    dated_on = models.DateField()
    title = models.CharField(max_length=160)
    link = models.URLField(blank=True)
    kind = models.SlugField(max_length=40, blank=True, help_text="Kind of the portal's own thing it points at")
    subject_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["-dated_on", "pk"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="", subject_id__isnull=True) | ~Q(kind="") & Q(subject_id__isnull=False),
                name="evidence_points_at_a_thing_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.title
