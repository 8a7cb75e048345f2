"""How this council's scheme of visits works: one row, which the administrator edits."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from corpparent.references import Reference
from members.models import Course


class VisitSettings(models.Model):
    """Defaults are what councils were found to do, each with its source in ADR 16."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    visits_a_year = models.PositiveSmallIntegerField(
        "visits to each home in a year", default=4, validators=[MinValueValidator(1), MaxValueValidator(52)]
    )
    overdue_days = models.PositiveSmallIntegerField("days without a visit after which a home is overdue", default=100)
    is_pair_expected = models.BooleanField("two visit together; alone needs a reason", default=True)
    is_cross_party = models.BooleanField("the two are of different parties", default=False)
    times_in_a_row = models.PositiveSmallIntegerField(
        "visits to a home that one person may make in a row", default=2, validators=[MinValueValidator(1)]
    )
    shadow_visits = models.PositiveSmallIntegerField("visits a new visitor watches first", default=1)
    safeguarding_course = models.ForeignKey(
        Course, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="safeguarding course"
    )
    visit_course = models.ForeignKey(
        Course, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="course about visits"
    )
    offer_days = models.PositiveSmallIntegerField("days to take a visit that was offered", default=7)
    remind_days = models.PositiveSmallIntegerField("days before a visit is due that visitors are reminded", default=7)
    report_days = models.PositiveSmallIntegerField("working days to send the report", default=5)
    answer_days = models.PositiveSmallIntegerField("working days for the home to answer", default=10)
    escalate_days = models.PositiveSmallIntegerField("working days late when those above are told", default=5)
    draft_chase_days = models.PositiveSmallIntegerField("days after which a draft is asked about", default=7)
    draft_wipe_days = models.PositiveSmallIntegerField("days after which a draft is wiped", default=28)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "visit settings"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="visit_settings_are_one_row"),
            models.CheckConstraint(
                condition=Q(draft_wipe_days__gt=F("draft_chase_days")), name="draft_is_asked_about_before_it_is_wiped"
            ),
            models.CheckConstraint(
                condition=Q(visits_a_year__gte=1, times_in_a_row__gte=1), name="visit_settings_ask_for_a_visit"
            ),
        ]

    def __str__(self) -> str:
        return "How visits work here"

    @classmethod
    def current(cls) -> "VisitSettings":
        """The council's, or those a council begins with. One query."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @property
    def reference(self) -> Reference:
        return Reference("visit-settings", self.public_id, str(self))
