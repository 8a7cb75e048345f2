"""The areas that figures are for. A reorganised council is a new area; the old one ends and keeps its figures."""

from django.db import models
from django.db.models import F, Q

from reports.indicators.kinds import Level


class Area(models.Model):
    code = models.CharField(max_length=9, unique=True, help_text="Code of national statistics, such as E08000030")
    old_code = models.CharField(max_length=3, blank=True, help_text="The DfE's three figures; councils only")
    name = models.CharField(max_length=100)
    level = models.CharField(max_length=10, choices=Level)
    region = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="inside")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True, help_text="Last day, counted; empty while the area exists")
    is_invented = models.BooleanField(default=False, help_text="Of the invented England that demonstrations show")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(level__in=Level.values), name="area_has_a_known_level"),
            models.CheckConstraint(
                condition=Q(old_code="") | Q(level=Level.COUNCIL), name="area_with_an_old_code_is_a_council"
            ),
            models.CheckConstraint(
                condition=Q(region__isnull=True) | Q(level__in=[Level.COUNCIL, Level.SUB_REGION]),
                name="area_in_a_region_is_a_council_or_a_part_of_london",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="area_ends_on_or_after_the_day_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name
