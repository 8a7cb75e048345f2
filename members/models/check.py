"""Whether somebody may go where children live: the outcome of checks, never a certificate, number or scan."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models.person import Person


class CheckQuerySet(models.QuerySet["Check"]):
    def clearing(self, day: date) -> "CheckQuerySet":
        """Satisfactory enhanced checks in force on `day`: with one of these somebody may visit a children's home."""
        kinds = [Check.Kind.ENHANCED, Check.Kind.ENHANCED_BARRED]
        return self.in_force(day).filter(kind__in=kinds, outcome=Check.Outcome.SATISFACTORY)

    def in_force(self, day: date) -> "CheckQuerySet":
        """Made on or before `day`, and neither replaced by a later one of its kind nor run out on it."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), is_current=True, checked_on__lte=day)


class Check(models.Model):
    """The latest check of a kind is the current one. Detail is wiped when its time has come; the row stays.

    Source: DBS code of practice (2015): nothing of a certificate's content is kept, and what is kept not for ever.
    """

    class Kind(models.TextChoices):
        BASIC = "dbs-basic", "DBS, basic"
        STANDARD = "dbs-standard", "DBS, standard"
        ENHANCED = "dbs-enhanced", "DBS, enhanced"
        ENHANCED_BARRED = "dbs-enhanced-barred", "DBS, enhanced with barred list"
        REFERENCES = "references", "References"
        CONDUCT = "conduct", "Signed code of conduct for visits"

    class Eligibility(models.TextChoices):
        """Why the law lets the council ask. Source: Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975."""

        VISITS = "visits-homes", "Visits children's homes"
        CHILDRENS_SERVICES = "childrens-services", "Decides about children's social services"
        WORKS_WITH_CHILDREN = "works-with-children", "Works with children"
        CONSENT = "consent", "Asked and agreed (basic check)"

    class Outcome(models.TextChoices):
        SATISFACTORY = "satisfactory", "Satisfactory"
        NOT_CLEARED = "not-cleared", "Not cleared to visit"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=20, choices=Kind)
    eligibility = models.CharField("why it may be asked", max_length=20, choices=Eligibility, blank=True)
    checked_on = models.DateField(null=True)
    ends_on = models.DateField("holds until", null=True, blank=True, help_text="Last day, counted")
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    is_current = models.BooleanField(default=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    wiped_at = models.DateTimeField(null=True, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(is_current=True), name="check_of_a_kind_is_one_current_a_person"
            ),
            models.CheckConstraint(
                condition=Q(
                    wiped_at__isnull=True, checked_on__isnull=False, outcome__in=["satisfactory", "not-cleared"]
                )
                | Q(wiped_at__isnull=False, checked_on__isnull=True, ends_on__isnull=True, outcome="", eligibility=""),
                name="check_is_whole_until_its_detail_is_wiped",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("checked_on")),
                name="check_holds_until_a_day_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.person}"

    @property
    def reference(self) -> Reference:
        return Reference("check", self.public_id, self.get_kind_display())
