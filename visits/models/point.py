"""A point a visitor raised, what the home answered, and whether it was put right."""

import uuid

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Person
from pledges.models import Action, Promise
from pledges.models.promise import PRINCIPLE_CHOICES, THEME_CHOICES
from visits.models.visit import LONGEST, Visit


class Point(models.Model):
    """One thing that was seen and should change."""

    class Severity(models.TextChoices):
        INFO = "info", "Worth knowing"
        IMPROVE = "improve", "Improve"
        SOON = "soon", "Soon"
        URGENT = "urgent", "Urgent"

    class Resolved(models.TextChoices):
        YES = "yes", "Yes, resolved"
        NOT_YET = "not-yet", "Not yet"
        NEXT_VISIT = "next-visit", "Look next visit"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    title = models.CharField("in a few words", max_length=120)
    saw = models.TextField("what you saw", validators=[MaxLengthValidator(LONGEST)])
    theme = models.SlugField(max_length=40, choices=THEME_CHOICES)
    principle = models.PositiveSmallIntegerField(choices=PRINCIPLE_CHOICES, null=True, blank=True)
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, null=True, blank=True, related_name="points")
    severity = models.CharField("how soon", max_length=7, choices=Severity, default=Severity.IMPROVE)
    resolved = models.CharField("resolved?", max_length=10, choices=Resolved, blank=True)
    resolved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    resolved_at = models.DateTimeField(null=True, blank=True)
    told_on = models.DateField("children told on", null=True, blank=True)
    told_words = models.CharField("what children were told", max_length=300, blank=True)
    told_names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["visit", "number"]
        indexes = [
            # What is still open, among all that was put right in ten years.
            models.Index(
                fields=["severity", "visit"], condition=~Q(resolved="yes"), name="point_not_resolved_by_severity"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["visit", "number"], name="point_has_its_own_number_in_a_visit"),
            models.CheckConstraint(
                condition=Q(resolved="", resolved_at__isnull=True) | ~Q(resolved="") & Q(resolved_at__isnull=False),
                name="point_is_called_resolved_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_words="") | Q(told_on__isnull=False) & ~Q(told_words=""),
                name="point_was_told_to_children_on_a_day_in_words",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        """Without its words: they are for the page, not for the record."""
        return Reference("point", self.public_id, "A point of a visit")


class Response(models.Model):
    """The home's answer to a point. What is accepted becomes an action, through the register's one door."""

    class Answer(models.TextChoices):
        ACCEPT = "accept", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    point = models.OneToOneField(Point, on_delete=models.PROTECT, related_name="response")
    answer = models.CharField(max_length=7, choices=Answer)
    reason = models.TextField("the home's answer", validators=[MaxLengthValidator(LONGEST)])
    names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    action = models.OneToOneField(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="response")
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="no", action__isnull=True) | ~Q(answer="no") & Q(action__isnull=False),
                name="response_that_accepts_has_an_action",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="response_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.get_answer_display()}: {self.point}"

    @property
    def reference(self) -> Reference:
        return Reference("response", self.public_id, "An answer to a point of a visit")
