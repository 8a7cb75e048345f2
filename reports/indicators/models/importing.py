"""A file somebody brought: what it is, what was found in it, what became of it."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from corpparent.models import StoredFile
from corpparent.references import Reference
from members.models import Person
from members.roles import ADMINISTRATOR, PERFORMANCE_OFFICER
from members.standing import Standing

IMPORTERS = (PERFORMANCE_OFFICER, ADMINISTRATOR)


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, who: Standing) -> "ImportQuerySet":
        """Imports are seen by those who may make them."""
        return self if who.has(*IMPORTERS) else self.none()


class Import(models.Model):
    class Kind(models.TextChoices):
        STATISTICS = "statistics", "Published figures"
        NEIGHBOURS = "neighbours", "Statistical neighbours"
        SCORECARD = "scorecard", "Scorecard of the council"
        RETURN = "return", "Statutory return"

    OWN = [Kind.SCORECARD, Kind.RETURN]

    class Status(models.TextChoices):
        UPLOADED = "uploaded", "Waiting to be read"
        READING = "reading", "Being read"
        READY = "ready", "Waiting for you"
        TAKING = "taking", "Being taken in"
        DONE = "done", "Taken in"
        DROPPED = "dropped", "Dropped"
        REFUSED = "refused", "Refused"

    ENDED = [Status.DONE, Status.DROPPED, Status.REFUSED]

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    status = models.CharField(max_length=8, choices=Status, default=Status.UPLOADED)
    file_name = models.CharField(max_length=100, help_text="As it was called, cleaned; never used as a path")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="bytes")
    stored = models.OneToOneField(
        StoredFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="Until it has ended"
    )
    is_invented = models.BooleanField(default=False, help_text="Figures of the invented England")
    counts = models.JSONField(default=dict, help_text="What was found and what became of it; see preview and taking")
    problems = models.JSONField(default=list, help_text="[{row, column, reason, did}], the first 1,000")
    problem_total = models.PositiveIntegerField(default=0)
    collection_year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Of a return: the year in which its last March lies"
    )
    figures = models.JSONField(default=list, help_text="Of a return until it has ended: the sums, never a child's row")
    findings = models.JSONField(default=list, help_text="Of a return: what to mend in it, {rule, module, row, ...}")
    refusal = models.TextField(blank=True, help_text="Why the file as a whole was refused")
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        indexes = [models.Index(fields=["sha256"], name="import_sha256")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["done", "dropped", "refused"], ended_at__isnull=False, stored__isnull=True)
                | Q(status__in=["uploaded", "reading", "ready", "taking"], ended_at__isnull=True),
                name="import_has_ended_at_and_no_file_when_it_has_ended",
            ),
            models.CheckConstraint(
                condition=Q(refusal="") | Q(status="refused"), name="import_with_a_refusal_is_refused"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("indicators:import-detail", args=[self.public_id])

    @property
    def title(self) -> str:
        """What the file is, fit for everybody ("Published figures, 2021-22"); its name is for its importers."""
        periods = sorted(self.counts.get("periods", []))
        span = f", {periods[0]} to {periods[-1]}" if len(periods) > 1 else f", {periods[0]}" if periods else ""
        return f"{self.get_kind_display()}{span}"

    @property
    def reference(self) -> Reference:
        return Reference("import", self.public_id, self.title)

    @property
    def has_ended(self) -> bool:
        return self.status in self.ENDED
