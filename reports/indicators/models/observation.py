"""One figure: of an indicator, for an area and a period; or the symbol that stands instead of it."""

from django.db import models
from django.db.models import Q

from reports.indicators.kinds import Symbol
from reports.indicators.models.area import Area
from reports.indicators.models.importing import Import
from reports.indicators.models.indicator import Indicator


class Observation(models.Model):
    """A corrected figure is a new row; the old one stays and is no longer current."""

    class Status(models.TextChoices):
        PROVISIONAL = "provisional", "Provisional"
        FINAL = "final", "Final"

    class Origin(models.TextChoices):
        PUBLISHED = "published", "Published by government"
        OWN = "own", "The council's own"

    class Protection(models.TextChoices):
        """Whether the figure may leave; set by `protection` for the council's own."""

        OPEN = "open", "shown"
        HIDDEN = "hidden", "hidden, too few children"
        MERGED = "merged", "left out, its parts cannot be shown apart"

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="observations")
    period = models.CharField(
        max_length=10, help_text="2022-23, 2025-26-Q2, 2025-M10, 2022/23 (academic), 2022 (mid-year)"
    )
    ends_on = models.DateField(help_text="Last day of the period, or the day the figure is of")
    as_at = models.DateField(null=True, blank=True, help_text="Day on which the council counted, of its own figures")
    category = models.CharField(max_length=60, blank=True, help_text="Empty: all")
    numerator = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    denominator = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    value = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    symbol = models.CharField(max_length=3, choices=Symbol, blank=True)
    status = models.CharField(max_length=11, choices=Status, default=Status.FINAL)
    origin = models.CharField(max_length=9, choices=Origin)
    protection = models.CharField(max_length=6, choices=Protection, default=Protection.OPEN)
    source_import = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="observations")
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ["ends_on"]
        indexes = [
            models.Index(fields=["indicator", "area", "ends_on"], name="observation_series"),
            models.Index(fields=["area", "ends_on"], name="observation_area"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "area", "period", "category", "origin"],
                condition=Q(is_current=True),
                name="observation_is_one_current_per_indicator_area_period",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True, symbol__in=Symbol.values) | Q(value__isnull=False, symbol=""),
                name="observation_is_a_value_or_a_symbol",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.area}, {self.period}: {self.symbol or self.value}"
