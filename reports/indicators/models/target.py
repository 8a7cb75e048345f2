"""What the council wants a figure to be."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models import Person
from reports.indicators.models.indicator import Indicator


class Target(models.Model):
    """Of one indicator for one period. A year's target holds for its quarters and months that have none of their own,
    unless the figure is a count.

    A target that is set anew is a new row; the old one stays and is no longer current.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    period = models.CharField(max_length=10, help_text="2025-26, 2025-26-Q2 or 2025-M10")
    starts_on = models.DateField()
    ends_on = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    tolerance = models.DecimalField(max_digits=12, decimal_places=2, help_text="How far off is amber rather than red")
    answerable = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="targets", help_text="Who writes the commentary"
    )
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ["-ends_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period"],
                condition=Q(is_current=True),
                name="target_is_one_current_per_indicator_and_period",
            ),
            models.CheckConstraint(condition=Q(tolerance__gte=0), name="target_tolerance_is_not_negative"),
            models.CheckConstraint(condition=Q(value__gte=0), name="target_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.period}: {self.value}"

    @property
    def reference(self) -> Reference:
        return Reference("target", self.public_id, str(self.indicator))
