"""What an executive body says beforehand: the forward plan, and the notices of meetings in private (SI 2012/2089)."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Body, Person
from reports.committees.models.meeting import Meeting


class ForwardPlanEntry(models.Model):
    """A decision to come: its matter, who takes it and when. A key decision is entered 28 clear days before (r9)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="forward_plan")
    matter = models.CharField(max_length=200)
    about = models.CharField("what it is about", max_length=500, blank=True)
    decide_on = models.DateField("to be decided on")
    documents = models.CharField("documents that will be read", max_length=500, blank=True)
    contact = models.CharField(max_length=120, blank=True, help_text="A post, not a name")
    is_key = models.BooleanField("a key decision", default=True)
    private_because = models.CharField("why part of it is in private", max_length=300, blank=True)
    short_because = models.CharField("why 28 days could not be given", max_length=500, blank=True)
    agreed_by = models.CharField("who agreed to less than 28 days", max_length=120, blank=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="forward_plan")
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField()
    withdrawn_because = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["decide_on", "pk"]
        verbose_name_plural = "forward plan entries"

    def __str__(self) -> str:
        return self.matter

    @property
    def reference(self) -> Reference:
        return Reference("forward-plan-entry", self.public_id, self.matter)


class PrivateNotice(models.Model):
    """That an executive body means to meet in private: notice of 28 clear days, then of 5 with the answers (r5)."""

    class Step(models.TextChoices):
        FIRST = "first", "Notice of 28 clear days"
        SECOND = "second", "Notice of 5 clear days"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="private_notices")
    step = models.CharField(max_length=6, choices=Step)
    reasons = models.CharField("why it is in private", max_length=500)
    representations = models.TextField("representations received", max_length=2_000, blank=True)
    response = models.TextField("the council's answer to them", max_length=2_000, blank=True)
    short_because = models.CharField("why the time could not be given", max_length=500, blank=True)
    agreed_by = models.CharField("who agreed to less time", max_length=120, blank=True)
    publish_by = models.DateField("last lawful day")
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["meeting", "published_at"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "step"], name="private_notice_is_given_once_a_step"),
            models.CheckConstraint(
                condition=Q(short_because="", agreed_by="") | ~Q(short_because="") & ~Q(agreed_by=""),
                name="private_notice_at_short_time_was_agreed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}: {self.meeting}"

    @property
    def reference(self) -> Reference:
        return Reference("private-notice", self.public_id, str(self))
