"""The council's own words, and the days on which it does not work."""

from django.db import models


class Vocabulary(models.Model):
    """One term said the council's own way. `members.words` has the terms; what has no row says their default."""

    term = models.SlugField(max_length=40, unique=True)
    words = models.CharField(max_length=60)

    class Meta:
        ordering = ["term"]
        verbose_name_plural = "vocabulary"

    def __str__(self) -> str:
        return f"{self.term}: {self.words}"


class ClosedDay(models.Model):
    """A day on which the council's offices are closed, beside weekends and bank holidays: no working or clear day."""

    on = models.DateField("day", unique=True)
    name = models.CharField(max_length=60, help_text="Extra day after Christmas")

    class Meta:
        ordering = ["on"]

    def __str__(self) -> str:
        return f"{self.on:%-d %B %Y}: {self.name}"
