"""Free text in which a name may stand, once its writer said why."""

from django.db import models


class NamesMayStand(models.Model):
    """One reason for all free text of a row: of a place, an office, somebody who acts for the council."""

    names_explained = models.CharField(
        "why the names in it may stand", max_length=200, blank=True, help_text="Of a place or an office; never a child"
    )

    class Meta:
        abstract = True
