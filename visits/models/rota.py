"""Who visits which home by when, who said yes, and whom nothing may be offered to."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Person
from visits.models.home import Home


class RotaSlotQuerySet(models.QuerySet["RotaSlot"]):
    def running(self) -> "RotaSlotQuerySet":
        """Neither visited nor given up."""
        return self.filter(status__in=[RotaSlot.Status.OPEN, RotaSlot.Status.TAKEN])

    def overdue(self, on: date) -> "RotaSlotQuerySet":
        return self.running().filter(due_on__lt=on)


class RotaSlot(models.Model):
    """One visit that is wanted: to a home, between two days, by a pair."""

    class Status(models.TextChoices):
        OPEN = "open", "Nobody yet"
        TAKEN = "taken", "Taken"
        VISITED = "visited", "Visited"
        NOT_MADE = "not-made", "Not made"
        CANCELLED = "cancelled", "Cancelled"

    class Because(models.TextChoices):
        """Why a visit was not made. Source: DOMAIN section 4, P."""

        VISITOR = "visitor-cancelled", "The visitor could not come"
        HOME = "home-asked", "The home asked for another time"
        NO_ACCESS = "no-access", "Nobody let the visitors in"
        CHILDREN = "children-distressed", "It would have upset children"
        INFECTION = "infection", "Illness in the home"
        NOBODY = "nobody", "Nobody took it"
        OTHER = "other", "Another reason"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="slots")
    starts_on = models.DateField("visit from")
    due_on = models.DateField("visit by")
    is_announced = models.BooleanField("the home knows the day", default=True)
    status = models.CharField(max_length=9, choices=Status, default=Status.OPEN)
    planned_on = models.DateField("day the visitors chose", null=True, blank=True)
    alone_because = models.CharField("why one visits alone", max_length=200, blank=True)
    not_made_because = models.CharField(max_length=20, choices=Because, blank=True)
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects = RotaSlotQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["status", "due_on"], name="rota_slot_by_due")]
        constraints = [
            models.UniqueConstraint(fields=["home", "due_on"], name="rota_slot_of_a_home_is_due_once_a_day"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")), name="rota_slot_is_due_on_or_after_the_day_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(status="not-made") & ~Q(not_made_because="")
                | ~Q(status="not-made") & Q(not_made_because=""),
                name="rota_slot_not_made_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.home}, by {self.due_on:%-d %B %Y}"

    @property
    def reference(self) -> Reference:
        """Without the home's name: entries of feeds and mails say “Visit” only."""
        return Reference("rota-slot", self.public_id, "A visit")


class Turn(models.Model):
    """Somebody's turn to make a visit that is wanted: offered, then taken or not."""

    class Part(models.TextChoices):
        LEAD = "lead", "Leads and writes the report"
        SECOND = "second", "Second visitor"
        SHADOW = "shadow", "Watches and learns"

    class Status(models.TextChoices):
        OFFERED = "offered", "Offered"
        TAKEN = "taken", "Taken"
        DECLINED = "declined", "Could not"
        WITHDRAWN = "withdrawn", "Given back"
        LAPSED = "lapsed", "Not answered in time"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slot = models.ForeignKey(RotaSlot, on_delete=models.PROTECT, related_name="turns")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="turns")
    part = models.CharField(max_length=6, choices=Part)
    status = models.CharField(max_length=9, choices=Status, default=Status.OFFERED)
    gate = models.JSONField(default=list, help_text="The gate's answers as they were: [{rule, holds, words}]")
    offered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slot", "part"],
                condition=Q(status__in=["offered", "taken"]),
                name="turn_of_a_part_is_one_a_slot",
            ),
            models.UniqueConstraint(
                fields=["slot", "person"],
                condition=Q(status__in=["offered", "taken"]),
                name="turn_of_a_person_is_one_a_slot",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}, {self.person}"

    @property
    def reference(self) -> Reference:
        return Reference("turn", self.public_id, "A visit")


class Conflict(models.Model):
    """Why somebody should not visit a home, as they declared it. The reason is a code: no words about anybody."""

    class Reason(models.TextChoices):
        RELATIVE = "relative", "A relative or friend lives or works there"
        WORK = "work", "Works or worked for the provider"
        WARD = "ward", "A matter in the ward"
        MONEY = "money", "A financial interest"
        OTHER = "other", "Another reason"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="visit_conflicts")
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="conflicts")
    reason = models.CharField(max_length=8, choices=Reason)
    declared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-declared_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "home"],
                condition=Q(ended_at__isnull=True),
                name="conflict_with_a_home_is_one_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.home}"

    @property
    def reference(self) -> Reference:
        return Reference("conflict", self.public_id, "A conflict of interest")


class CalendarFeed(models.Model):
    """The private address of somebody's calendar of visits: its digest, so that the row does not open it."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_feed")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Calendar of {self.person}"

    @property
    def reference(self) -> Reference:
        return Reference("calendar-feed", self.public_id, "A calendar of visits")
