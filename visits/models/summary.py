"""What a quarter's visits found, by theme: frozen when it is issued, so that every reader sees the same."""

import uuid

from django.db import models

from corpparent.references import Reference
from members.models import Person


class VisitSummary(models.Model):
    """`facts` know homes, and are for the exempt edition; `public_facts` hold no home, and no fewer than three."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    quarter = models.CharField(max_length=10, unique=True, help_text="2026-27-Q2")
    facts = models.JSONField()
    public_facts = models.JSONField()
    issued_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField()

    class Meta:
        ordering = ["-quarter"]
        verbose_name_plural = "visit summaries"

    def __str__(self) -> str:
        return f"Visits in {self.quarter}"

    @property
    def reference(self) -> Reference:
        return Reference("visit-summary", self.public_id, str(self))
