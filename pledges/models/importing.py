"""A pledge that came as a table, read and waiting for somebody to say yes."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Person
from pledges.models.pledge import Pledge


class PledgeImport(models.Model):
    """`rows`: [{number, wording, formal_wording, theme, principle, role, due_on, linked_strategies, expected_outcome}];
    `findings`: [{row, column, reason}] of what was left out.
    """

    class Status(models.TextChoices):
        READY = "ready", "Read, waiting for you"
        DONE = "done", "Taken in"
        DROPPED = "dropped", "Dropped"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="imports")
    name = models.CharField(max_length=200, help_text="Name of the file")
    sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=8, choices=Status, default=Status.READY)
    rows = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    brought_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-brought_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="ready", ended_at__isnull=True)
                | Q(status__in=["done", "dropped"], ended_at__isnull=False),
                name="pledge_import_has_ended_at_when_it_has_ended",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> Reference:
        return Reference("pledge-import", self.public_id, "Promises from a table")
