"""How this council's committees work: one row, which the administrator edits."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from corpparent.references import Reference

MOST = [MinValueValidator(1), MaxValueValidator(400)]


class CommitteeSettings(models.Model):
    """Defaults are the law's where there is one, and what councils were found to do where there is none (ADR 18).

    The clear days of committees stand with the council (`Council.clear_days`).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    informal_days = models.PositiveSmallIntegerField(
        "working days beforehand for a body that no law binds", default=5, validators=[MaxValueValidator(400)]
    )
    notice_days = models.PositiveSmallIntegerField("clear days of an executive notice", default=28, validators=MOST)
    counts_notice_by_calendar = models.BooleanField("those are counted by the calendar, weekends too", default=False)
    minutes_days = models.PositiveSmallIntegerField(
        "working days until the draft minutes are due", default=10, validators=MOST
    )
    answer_days = models.PositiveSmallIntegerField("working days to answer a question", default=10, validators=MOST)
    absent_months = models.PositiveSmallIntegerField(
        "months without a meeting after which a member is disqualified", default=6, validators=MOST
    )
    absent_warn_days = models.PositiveSmallIntegerField("days before that when a warning is shown", default=60)
    needs_legal = models.BooleanField("reports that ask for a decision are cleared by legal", default=True)
    needs_finance = models.BooleanField("and by finance", default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "committee settings"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="committee_settings_are_one_row"),
            models.CheckConstraint(condition=Q(notice_days__gte=1), name="executive_notice_is_a_day_at_least"),
        ]

    def __str__(self) -> str:
        return "How committees work here"

    @classmethod
    def current(cls) -> "CommitteeSettings":
        """The council's, or those a council begins with. One query."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @property
    def reference(self) -> Reference:
        return Reference("committee-settings", self.public_id, str(self))
