"""Statistical neighbours: the councils most like another, as the DfE's Children's Services model picks them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from reports.indicators.models.area import Area


class NeighbourSet(models.Model):
    """One edition of the list. The newest holds."""

    edition = models.CharField(max_length=100, help_text="What the list calls itself, such as sn_model_2025_wide")
    source_import = models.OneToOneField("Import", on_delete=models.PROTECT, related_name="neighbour_set")
    taken_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-taken_at", "-pk"]

    def __str__(self) -> str:
        return self.edition


class Neighbour(models.Model):
    """`neighbour` is the `rank`th most like `area` (1 is nearest)."""

    neighbour_set = models.ForeignKey(NeighbourSet, on_delete=models.CASCADE, related_name="neighbours")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="neighbours")
    neighbour = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="neighbour_of")
    rank = models.PositiveSmallIntegerField()
    closeness = models.CharField(max_length=30, blank=True, help_text="The model's own words, such as Very close")

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["neighbour_set", "area", "rank"], name="neighbour_rank_is_one_per_area"),
            models.UniqueConstraint(
                fields=["neighbour_set", "area", "neighbour"], name="neighbour_is_named_once_per_area"
            ),
            models.CheckConstraint(condition=~Q(area=models.F("neighbour")), name="neighbour_is_another_area"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="neighbour_rank_begins_at_1"),
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.rank}: {self.neighbour}"
