from django.db import models

from corpparent.themes import THEMES
from reports.packs.models.pack import Pack


class Section(models.Model):
    """The part of a pack under one theme: what is asked, answered and acted on, edition by edition the same."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="sections")
    number = models.PositiveSmallIntegerField(help_text="1 to 11, in the order of the themes")
    theme = models.SlugField(max_length=40, choices=[(theme.slug, theme.title) for theme in THEMES])

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "number"], name="section_number_is_once_in_a_pack"),
            models.UniqueConstraint(fields=["pack", "theme"], name="section_theme_is_once_in_a_pack"),
        ]

    def __str__(self) -> str:
        return self.get_theme_display()
