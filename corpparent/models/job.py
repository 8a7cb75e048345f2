"""A long piece of work. The row is the job; Celery only wakes a worker to look for rows (corpparent.jobs)."""

import uuid

from django.db import models
from django.db.models import Q


class JobQuerySet(models.QuerySet["Job"]):
    def open(self) -> "JobQuerySet":
        """Not ended: waiting or running."""
        return self.filter(status__in=Job.OPEN)

    def due(self, at) -> "JobQuerySet":
        """Free to be claimed at `at`: waiting and due, or running under a lease that ran out."""
        waiting = Q(status=Job.Status.WAITING, due_at__lte=at)
        orphaned = Q(status=Job.Status.RUNNING, lease_until__lt=at)
        return self.filter(waiting | orphaned).order_by("due_at", "pk")

    def about(self, kind: str, public_id: uuid.UUID) -> "JobQuerySet":
        """Jobs about one thing, newest first."""
        return self.filter(subject_kind=kind, subject_id=public_id).order_by("-pk")


class Job(models.Model):
    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Under way"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        STOPPED = "stopped", "Stopped"

    OPEN = [Status.WAITING, Status.RUNNING]

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.SlugField(max_length=40)
    key = models.CharField(max_length=200, help_text="One open job a kind and key: a second request joins the first")
    subject_kind = models.SlugField(max_length=40)
    subject_id = models.UUIDField()
    asked_by_id = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    attempt = models.PositiveSmallIntegerField(
        default=0, help_text="The fence: a worker writes only for its own attempt"
    )
    lease_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    stop_asked_at = models.DateTimeField(null=True)
    percent = models.PositiveSmallIntegerField(default=0)
    steps = models.JSONField(default=list, help_text="[{label, detail, is_done}], in order")
    message = models.CharField(max_length=500, blank=True, help_text="How it ended, in a sentence a person can read")

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["status", "due_at"], name="job_due"),
            models.Index(fields=["subject_id"], name="job_subject"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=Q(status__in=["waiting", "running"]),
                name="job_one_open_per_kind_and_key",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "running"], ended_at__isnull=True)
                | Q(status__in=["done", "failed", "stopped"], ended_at__isnull=False),
                name="job_has_ended_at_when_it_has_ended",
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="job_percent_is_at_most_100"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} ({self.status})"

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN
