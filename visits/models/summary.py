"""What a quarter's visits found, by theme: frozen when it is issued, so that every reader sees the same."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Person


class VisitSummary(models.Model):
    """`facts` know homes, and are for the exempt edition; `public_facts` hold no home, and no fewer than three.

    What is issued never changes: triggers in both databases refuse it. A correction is issued beside it, under the
    next number and with a reason, and the newest of a quarter is the one that holds.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    quarter = models.CharField(max_length=10, help_text="2026-27-Q2")
    number = models.PositiveSmallIntegerField(default=1)
    because = models.CharField("why it was issued again", max_length=200, blank=True)
    facts = models.JSONField()
    public_facts = models.JSONField()
    issued_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField()

    class Meta:
        ordering = ["-quarter", "-number"]
        verbose_name_plural = "visit summaries"
        constraints = [
            models.UniqueConstraint(fields=["quarter", "number"], name="visit_summary_has_its_own_number_in_a_quarter"),
            models.CheckConstraint(
                condition=Q(number=1, because="") | Q(number__gt=1) & ~Q(because=""),
                name="visit_summary_is_issued_again_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Visits in {self.quarter}"

    @property
    def reference(self) -> Reference:
        return Reference("visit-summary", self.public_id, str(self))


class SummaryReader(models.Model):
    """Somebody who is to read a summary, and whether they said that they have."""

    summary = models.ForeignKey(VisitSummary, on_delete=models.PROTECT, related_name="readers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="visit_summaries")
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField("not asked any more", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["summary", "person"], name="summary_asks_a_reader_once"),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True) | Q(released_at__isnull=True),
                name="summary_that_was_read_is_not_released",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.summary}"
