"""What a figure means: one row for each version of a definition, written from the registry after every migrate."""

from django.db import models
from django.db.models import Q

from corpparent import themes
from reports.indicators.kinds import Frequency, Polarity, Unit


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def current(self) -> "IndicatorQuerySet":
        """The versions in force, in the order of themes, headlines first."""
        order = models.Case(*(models.When(theme=t.slug, then=i) for i, t in enumerate(themes.THEMES)))
        is_headline = models.Case(models.When(rank__gt=0, then=0), default=1)
        return self.filter(is_current=True).order_by(order, is_headline, "rank", "is_detail", "title")


class Indicator(models.Model):
    """`sentence` follows the value: "68%" + "of our children ..."."""

    code = models.SlugField(max_length=80)
    version = models.PositiveSmallIntegerField()
    is_current = models.BooleanField(default=True, help_text="The version that new figures are taken under")
    title = models.CharField(max_length=120)
    sentence = models.CharField(max_length=200)
    numerator = models.CharField(max_length=200)
    denominator = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=14, choices=Unit)
    decimals = models.PositiveSmallIntegerField()
    polarity = models.CharField(max_length=7, choices=Polarity)
    frequency = models.CharField(max_length=9, choices=Frequency)
    source = models.CharField(max_length=120)
    theme = models.SlugField(max_length=40, choices=themes.choices())
    reference = models.CharField(max_length=40, blank=True, help_text="Old code, such as NI 62")
    rank = models.PositiveSmallIntegerField(help_text="Place among the headline figures of the theme; 0: not one")
    is_detail = models.BooleanField(help_text="A breakdown of another figure")
    small_cohort = models.PositiveSmallIntegerField(help_text="With a smaller denominator nothing is judged")

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["code", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="indicator_version_is_one_per_code"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(is_current=True), name="indicator_has_one_current_version"
            ),
            models.CheckConstraint(condition=Q(unit__in=Unit.values), name="indicator_has_a_known_unit"),
            models.CheckConstraint(condition=Q(polarity__in=Polarity.values), name="indicator_has_a_known_polarity"),
            models.CheckConstraint(condition=Q(frequency__in=Frequency.values), name="indicator_has_a_known_frequency"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_headline(self) -> bool:
        return self.rank > 0
