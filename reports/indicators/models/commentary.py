"""“So what?”: what the person who answers for a figure says about it."""

import uuid

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from corpparent.words import day
from members.models import Person
from reports.indicators.models.observation import Observation


class Commentary(models.Model):
    """What is written anew is a new row; the old one stays and is no longer current."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="commentaries")
    text = models.TextField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="commentaries")
    written_at = models.DateTimeField()
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ["-written_at", "-pk"]
        verbose_name_plural = "commentaries"
        constraints = [
            models.UniqueConstraint(
                fields=["observation"],
                condition=Q(is_current=True),
                name="commentary_is_one_current_per_observation",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="commentary_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.author}, {day(self.written_at)}"

    @property
    def reference(self) -> Reference:
        return Reference("commentary", self.public_id, str(self.observation.indicator))
