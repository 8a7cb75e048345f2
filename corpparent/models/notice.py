"""The outbox: one row a person and matter, written in the deed's transaction, sent by a job (corpparent.notices)."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q


class NoticeQuerySet(models.QuerySet["Notice"]):
    def due(self, at: datetime) -> "NoticeQuerySet":
        """Waiting, and their time has come at `at`; the oldest first."""
        return self.filter(status=Notice.Status.WAITING, due_at__lte=at).order_by("due_at", "pk")


class Notice(models.Model):
    """“Something waits for you”, and a link. Neither subject nor body ever says more."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        FAILED = "failed", "Not delivered"
        DROPPED = "dropped", "No longer needed"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person_id = models.UUIDField(help_text="Public id of whom it is for")
    matter = models.CharField(max_length=120, help_text="What it is about, once a person: reading-asked:<uuid>")
    path = models.CharField(max_length=300, help_text="Page of the portal it leads to: /learning/")
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=200, blank=True, help_text="Kind of the last failure, without its words")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["status", "due_at"], name="notice_due")]
        constraints = [
            models.UniqueConstraint(fields=["person_id", "matter"], name="notice_is_one_a_person_and_matter"),
            models.CheckConstraint(
                condition=Q(status="waiting", ended_at__isnull=True)
                | (~Q(status="waiting") & Q(ended_at__isnull=False)),
                name="notice_has_ended_at_when_it_has_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter} ({self.status})"
