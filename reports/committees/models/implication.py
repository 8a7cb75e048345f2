"""What decisions of the whole council mean for children in care (duty U3)."""

import uuid

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Person

LONGEST = 1_000


class Implication(models.Model):
    """One decision report, with or without its corporate-parenting implications. `answers`: {prompt: words}.

    Shared, it is read by every corporate parent; a report without implications counts against its directorate.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField("the report", max_length=200)
    decided_by = models.CharField("who decides", max_length=120)
    decided_on = models.DateField("to be decided on")
    directorate = models.CharField(max_length=80)
    link = models.URLField("where the report can be read", blank=True)
    has_section = models.BooleanField("the report has a corporate-parenting section")
    answers = models.JSONField(default=dict, blank=True)
    summary = models.CharField("what it means for our children", max_length=500, blank=True)
    names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()
    signed_off_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_off_at = models.DateTimeField(null=True, blank=True)
    shared_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_off_at__isnull=True) | Q(has_section=True),
                name="implication_is_signed_off_only_where_there_is_one",
            ),
            models.CheckConstraint(
                condition=Q(shared_at__isnull=True) | Q(signed_off_at__isnull=False) & ~Q(summary=""),
                name="implication_is_shared_once_it_is_signed_off",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        return Reference("implication", self.public_id, self.title)


class ImplicationReader(models.Model):
    """Somebody who is to read what a decision means for children, and whether they said that they have."""

    implication = models.ForeignKey(Implication, on_delete=models.PROTECT, related_name="readers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="implications")
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField("not asked any more", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["implication", "person"], name="implication_asks_a_reader_once"),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True) | Q(released_at__isnull=True),
                name="implication_that_was_read_is_not_released",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.implication}"


class Plan(models.Model):
    """A plan or an analysis of needs on the register, and how it reflects what children in care need (SP3, SP4)."""

    class Kind(models.TextChoices):
        NEEDS = "needs", "Analysis of needs"
        SUFFICIENCY = "sufficiency", "Sufficiency strategy"
        CHILDREN = "children", "Children and Young People’s Plan"
        DIRECTORATE = "directorate", "Directorate plan"
        JOINT = "joint", "Joint plan with partners"
        OTHER = "other", "Another plan"

    ANALYSES = (Kind.NEEDS, Kind.SUFFICIENCY)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=11, choices=Kind)
    title = models.CharField(max_length=200)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="plans", verbose_name="who keeps it")
    partners = models.CharField("partners, by the name of the organisation", max_length=500, blank=True)
    agreed_on = models.DateField("agreed on")
    due_on = models.DateField("next due")
    link = models.URLField("where it can be read", blank=True)
    reflects = models.TextField(
        "how it reflects what our children need", blank=True, validators=[MaxLengthValidator(2_000)]
    )
    names_explained = models.CharField("why the names in it may stand", max_length=200, blank=True)
    is_public = models.BooleanField("on the public pages", default=True)
    ended_on = models.DateField("no longer in force since", null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField("last recorded")
    reminded_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gt=models.F("agreed_on")), name="plan_is_due_after_it_is_agreed"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["needs", "sufficiency"]) | ~Q(reflects=""),
                name="plan_says_how_it_reflects_needs",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> Reference:
        return Reference("plan", self.public_id, self.title)

    @property
    def is_analysis(self) -> bool:
        return self.kind in self.ANALYSES
