"""The one register of actions: what somebody must do by a date, where it came from and what came of it."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Body, Person
from pledges.models.names import NamesMayStand
from pledges.models.promise import PRINCIPLE_CHOICES, THEME_CHOICES, Promise


class ActionQuerySet(models.QuerySet["Action"]):
    def open(self) -> "ActionQuerySet":
        """Not done and not dropped: also what waits for the check."""
        return self.filter(status__in=[Action.Status.OPEN, Action.Status.TO_CHECK])

    def overdue(self, on: date) -> "ActionQuerySet":
        return self.filter(status=Action.Status.OPEN, due_on__lt=on)


class Action(NamesMayStand):
    """One action. `first_due_on` stays in sight whatever `due_on` becomes.

    Where it came from is a reference as its three columns; nobody but `services.raise_action` adds a row.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Under way"
        TO_CHECK = "to-check", "Waiting to be checked"
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"

    class Access(models.TextChoices):
        OPEN = "open", "Open"
        MEMBERS = "members", "Members and officers"
        EXEMPT = "exempt", "Exempt"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField("what must be done", max_length=160)
    why = models.CharField(max_length=500)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="actions", verbose_name="who does it")
    due_on = models.DateField()
    first_due_on = models.DateField()
    source_kind = models.SlugField(max_length=40)
    source_id = models.UUIDField()
    source_label = models.CharField(max_length=200)
    access = models.CharField("who may see it", max_length=8, choices=Access, default=Access.MEMBERS)
    theme = models.SlugField(max_length=40, choices=THEME_CHOICES)
    principle = models.PositiveSmallIntegerField(choices=PRINCIPLE_CHOICES, null=True, blank=True)
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name="body that follows it",
    )
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    is_checked_by_another = models.BooleanField("somebody else than the owner checks it", default=True)
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    raised_at = models.DateTimeField()
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField("said to be done", null=True, blank=True)
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField("done and checked, or dropped", null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)
    times_moved = models.PositiveSmallIntegerField(default=0)
    times_reopened = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["status", "due_on", "id"], name="action_by_status_and_due"),
            # The register, and how much of it one may see, without a look at the rows themselves.
            models.Index(
                fields=["due_on", "id"],
                include=["status", "access", "owner", "raised_by"],
                condition=Q(status__in=["open", "to-check"]),
                name="action_not_ended_by_due",
            ),
            models.Index(fields=["due_on", "id"], name="action_by_due"),
            models.Index(fields=["owner", "status", "due_on"], name="action_of_an_owner"),
            models.Index(fields=["source_kind", "source_id"], name="action_by_source"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["open", "to-check"], ended_at__isnull=True)
                | Q(status__in=["done", "dropped"], ended_at__isnull=False),
                name="action_has_ended_at_when_it_has_ended",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["to-check", "done"]) | Q(done_at__isnull=False),
                name="action_is_said_to_be_done_before_it_is_checked",
            ),
            models.CheckConstraint(
                condition=~Q(status="done", is_checked_by_another=True)
                | Q(checked_by__isnull=False) & ~Q(checked_by=F("owner")),
                name="action_is_checked_by_another_than_its_owner",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def source(self) -> Reference:
        return Reference(self.source_kind, self.source_id, self.source_label)

    @property
    def reference(self) -> Reference:
        """Of an exempt action without its title: the record and mails are read by more than may see it."""
        label = "An exempt action" if self.access == self.Access.EXEMPT else self.title
        return Reference("action", self.public_id, label)


class ActionNote(NamesMayStand):
    """One line of an action's story, as its readers see it: what was said, moved, shown as evidence, sent back."""

    class Kind(models.TextChoices):
        NOTE = "note", "Note"
        EVIDENCE = "evidence", "Evidence"
        MOVED = "moved", "Date moved"
        GIVEN = "given", "Given to somebody else"
        DONE = "done", "Said to be done"
        CHECKED = "checked", "Checked"
        SENT_BACK = "sent-back", "Sent back"
        REOPENED = "reopened", "Opened again"
        DROPPED = "dropped", "Dropped"
        ESCALATED = "escalated", "Escalated"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=500, blank=True)
    dated_on = models.DateField("date of the evidence, or the new date", null=True, blank=True)
    link = models.URLField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%-d %B %Y}"


class Shortfall(NamesMayStand):
    """Somebody said “this is not good enough” of a thing; it leads to an action, or is closed with a reason."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    source_kind = models.SlugField(max_length=40)
    source_id = models.UUIDField()
    source_label = models.CharField(max_length=200)
    why = models.CharField("what is not good enough", max_length=500)
    theme = models.SlugField(max_length=40, choices=THEME_CHOICES)
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, null=True, blank=True, related_name="shortfalls")
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="shortfalls")
    raised_at = models.DateTimeField()
    action = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="shortfalls")
    reason = models.CharField("why nothing more is done", max_length=500, blank=True)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, action__isnull=True, reason="")
                | Q(settled_at__isnull=False, action__isnull=False, reason="")
                | Q(settled_at__isnull=False, action__isnull=True) & ~Q(reason=""),
                name="shortfall_is_settled_by_an_action_or_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Not good enough: {self.source_label}"

    @property
    def source(self) -> Reference:
        return Reference(self.source_kind, self.source_id, self.source_label)

    @property
    def reference(self) -> Reference:
        return Reference("shortfall", self.public_id, self.source_label)
