"""Bodies: who meets, under which law, and who sits there."""

import uuid
from datetime import date

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models.person import Person


class BodyQuerySet(models.QuerySet["Body"]):
    def current(self, day: date) -> "BodyQuerySet":
        """In being on `day`."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)


class Body(models.Model):
    """A committee, board, panel or forum of the council, or an organisation that is its partner.

    Young people sit in it by seat, never by name: only how many seats there are, and how many are taken.
    """

    class Kind(models.TextChoices):
        COMMITTEE = "committee", "Committee"
        BOARD = "board", "Board"
        PANEL = "panel", "Panel"
        FORUM = "forum", "Forum"
        PARTNER = "partner", "Partner organisation"

    class Regime(models.TextChoices):
        """Which law says how it meets and publishes. Source: LGA 1972 part VA; 2012 Executive Regulations (SI 2089)."""

        COMMITTEE = "council-committee", "Committee of the council (Local Government Act 1972)"
        EXECUTIVE = "executive", "Executive decision-maker (2012 Regulations)"
        SCRUTINY = "scrutiny", "Overview and scrutiny (Local Government Act 2000)"
        INFORMAL = "informal", "Informal: no law says how it meets"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True, help_text="In public addresses; stays when the name changes")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind)
    regime = models.CharField(max_length=20, choices=Regime, default=Regime.INFORMAL)
    is_corporate_parenting = models.BooleanField(default=False, help_text="The body that leads on corporate parenting")
    purpose = models.CharField(max_length=300, blank=True)
    reports_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="reporting")
    seats = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Places for members, young people apart")
    quorum = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MinValueValidator(1)])
    young_people_seats = models.PositiveSmallIntegerField("seats for young people", default=0)
    young_people_seats_taken = models.PositiveSmallIntegerField("of these taken", default=0)
    meetings_a_year = models.PositiveSmallIntegerField("meetings expected a year", null=True, blank=True)
    starts_on = models.DateField("in being since")
    ends_on = models.DateField("last day", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = BodyQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "bodies"
        constraints = [
            models.UniqueConstraint(
                fields=["is_corporate_parenting"],
                condition=Q(is_corporate_parenting=True, ends_on__isnull=True),
                name="body_that_leads_on_corporate_parenting_is_one",
            ),
            models.CheckConstraint(
                condition=Q(young_people_seats_taken__lte=F("young_people_seats")),
                name="body_has_no_more_seats_taken_than_there_are",
            ),
            models.CheckConstraint(
                condition=Q(quorum__isnull=True) | Q(seats__isnull=True) | Q(quorum__lte=F("seats")),
                name="body_has_a_quorum_it_can_reach",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="body_ends_on_or_after_the_day_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> Reference:
        return Reference("body", self.public_id, self.name)


class TermsOfReference(models.Model):
    """One version of what a body is for and may do. Adopted versions stay as they are; a new one follows."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField(help_text="1, 2, 3 … of this body")
    text = models.TextField(max_length=20_000)
    adopted_on = models.DateField()
    adopted_by = models.CharField(max_length=120, help_text="Who agreed them: Full Council, 20 May 2026, minute 12")
    review_on = models.DateField(help_text="Day by which they are looked at again")
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["body", "-number"]
        verbose_name_plural = "terms of reference"
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="terms_of_reference_of_a_body_are_numbered_once"),
            models.CheckConstraint(
                condition=Q(review_on__gt=F("adopted_on")), name="terms_of_reference_are_reviewed_after_adoption"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, version {self.number}"

    @property
    def reference(self) -> Reference:
        return Reference("terms-of-reference", self.public_id, str(self))
