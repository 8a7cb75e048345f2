"""Roles, and how much corporate parenting each asks of its holder."""

from django.db import models


class Level(models.IntegerChoices):
    """How much corporate parenting a role asks of its holder; each level includes the one before.

    Source: Appendix 1, "Defined Responsibilities" (NCB corporate parenting tool-kit, 2009). An officer who runs the
    portal holds no level by that: `OFFICER` only means that the role adds none.
    """

    OFFICER = 0, "Officer"
    UNIVERSAL = 1, "Universal"
    TARGETED = 2, "Targeted"
    SPECIALIST = 3, "Specialist"


class Role(models.Model):
    """What somebody is to the council, such as Lead Member. Built-in roles come from `members.roles`."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    level = models.PositiveSmallIntegerField(choices=Level)

    class Meta:
        ordering = ["-level", "name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(level__in=Level.values), name="role_has_a_known_level"),
        ]

    def __str__(self) -> str:
        return self.name
