"""Meetings of bodies: when, where, how to take part, and how far each has come."""

import uuid
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from corpparent.references import Reference
from members.models import Body, Person
from members.roles import ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER
from members.standing import Standing

LONDON = ZoneInfo("Europe/London")
KEEPERS = (DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR)


def keeps_papers(who: Standing) -> bool:
    """Whether `who` prepares meetings and papers, and so sees them before they are published."""
    return who.has(*KEEPERS)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, who: Standing) -> "MeetingQuerySet":
        """The public sees what is open to it, corporate parents every meeting. Its papers have doors of their own."""
        return self if who.is_member else self.filter(is_public=True)

    def coming(self, on: date) -> "MeetingQuerySet":
        return self.filter(meets_on__gte=on).exclude(status=Meeting.Status.CANCELLED)


class Meeting(models.Model):
    """One meeting. Its hours are London's wall clock: two o'clock stays two o'clock when the clocks change."""

    class Attending(models.TextChoices):
        IN_PERSON = "in-person", "In the room"
        HYBRID = "hybrid", "In the room, and others may join remotely"
        REMOTE = "remote", "Remotely"

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        PUBLISHED = "published", "Agenda published"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"
        CONFIRMED = "confirmed", "Minutes confirmed"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    meets_on = models.DateField("day")
    begins_at = models.TimeField("begins at")
    ends_at = models.TimeField("ends at", null=True, blank=True)
    place = models.CharField(max_length=200)
    attending = models.CharField("how people take part", max_length=9, choices=Attending, default=Attending.IN_PERSON)
    joining = models.CharField("how the public joins or watches", max_length=300, blank=True)
    is_public = models.BooleanField("open to the public", default=True)
    convened_on = models.DateField("called at short notice on", null=True, blank=True)
    status = models.CharField(max_length=9, choices=Status, default=Status.PLANNED)
    chair = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cancelled_because = models.CharField("why it was cancelled", max_length=300, blank=True)
    first_on = models.DateField("day it was planned for at first")
    sequence = models.PositiveSmallIntegerField(default=0, help_text="How often it was moved: calendars follow it")
    published_at = models.DateTimeField("agenda first published", null=True, blank=True)
    held_at = models.DateTimeField("recorded as held", null=True, blank=True)
    changed_at = models.DateTimeField("last changed in what the public sees")
    version = models.PositiveIntegerField(default=1)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-meets_on", "body"]
        indexes = [
            models.Index(fields=["-meets_on", "id"], name="meeting_newest_first"),
            models.Index(fields=["body", "-meets_on"], name="meeting_of_a_body_newest_first"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["body", "meets_on"], name="meeting_of_a_body_is_one_a_day"),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("begins_at")), name="meeting_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(status="cancelled") | ~Q(cancelled_because=""), name="meeting_is_cancelled_with_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["held", "confirmed"]) | Q(held_at__isnull=False),
                name="meeting_that_was_held_says_when_that_was_recorded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.meets_on:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        on = self.meets_on
        return reverse(
            "committees:meeting-detail", args=[f"{on.year:04}", f"{on.month:02}", f"{on.day:02}", self.body.slug]
        )

    @property
    def reference(self) -> Reference:
        return Reference("meeting", self.public_id, str(self))

    @property
    def starts_at(self) -> datetime:
        """When it begins, aware, in London."""
        return datetime.combine(self.meets_on, self.begins_at, LONDON)

    @property
    def is_over(self) -> bool:
        """Whether it was held, whatever became of its minutes."""
        return self.status in (self.Status.HELD, self.Status.CONFIRMED)

    def at_hour(self, hour: time) -> datetime:
        """`hour` of the day of the meeting, aware, in London."""
        return datetime.combine(self.meets_on, hour, LONDON)


class BusyDay(models.Model):
    """Days on which the council would rather not meet: a party conference, half-term. A warning, never a refusal."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=80)
    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day")

    class Meta:
        ordering = ["starts_on", "name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "starts_on"], name="busy_day_is_listed_once"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="busy_day_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> Reference:
        return Reference("busy-day", self.public_id, self.name)
