"""What a body expects to see in a year, and when it is planned (DOMAIN, 5.3)."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Body
from reports.committees.models.agenda import AgendaItem
from reports.committees.models.meeting import Meeting


class WorkProgrammeItem(models.Model):
    """One thing expected of a body in a financial year: planned when it has a meeting, done when it has an item."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="work_programme")
    year = models.CharField(max_length=7, help_text="Financial year: 2026-27")
    topic = models.SlugField(max_length=40, blank=True, help_text="Which of the usual topics; empty for another")
    title = models.CharField(max_length=200)
    expected_by = models.DateField("expected by")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="work_programme")
    item = models.OneToOneField(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="work_programme"
    )
    dropped_because = models.CharField("why it is not expected after all", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["expected_by", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "topic"],
                condition=~Q(topic=""),
                name="usual_topic_is_expected_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(dropped_because="") | Q(item__isnull=True), name="work_that_was_done_is_not_dropped"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        return Reference("work-programme-item", self.public_id, self.title)
