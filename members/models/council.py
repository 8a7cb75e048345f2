"""The council this installation belongs to: one row."""

import re
import time
import uuid
from datetime import time as time_of_day
from math import floor
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from corpparent.identifiers import validate_shapes
from corpparent.models import StoredFile
from corpparent.references import Reference

PINE, SUN = "#15494E", "#F5C24C"
GLANCE = 10  # seconds


def validate_colour(colour: str) -> None:
    """Refuse what is no colour: it goes into the stylesheet of every page."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValidationError("Enter the colour as # and six digits, like #15494E.")


def validate_dark_enough(colour: str) -> None:
    """Refuse a colour on which white words could not be read (WCAG 2.2, 1.4.3: 4.5 to 1)."""
    validate_colour(colour)
    contrast = 1.05 / (luminance(colour) + 0.05)
    if contrast < 4.5:
        # Rounded down: 4.48 is not to read “4.5 to 1 … 4.5 is the least”.
        shown = floor(contrast * 10) / 10
        raise ValidationError(
            f"White words on {colour} have a contrast of {shown} to 1. Choose a darker colour: 4.5 is the least."
        )


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of `#rrggbb`. Source: WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Council(models.Model):
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=100, help_text="Larchford Council")
    short_name = models.CharField(max_length=60, help_text="Larchford: how charts and sentences say it")
    region = models.CharField(max_length=60, blank=True, help_text="West Midlands")
    area_code = models.CharField(max_length=9, help_text="Code of the council's area, such as E08000030")
    is_invented = models.BooleanField(default=False, help_text="Every page and paper then says so")
    pine = models.CharField("main colour", max_length=7, default=PINE, validators=[validate_dark_enough])
    sun = models.CharField("second colour", max_length=7, default=SUN, validators=[validate_colour])
    members_see_small_numbers = models.BooleanField(
        default=False, help_text="Members' editions then show what the public one hides; the public one never changes"
    )
    help_email = models.EmailField(blank=True)
    worried_phone = models.CharField("number for anyone worried about a child", max_length=30, blank=True)
    worried_phone_night = models.CharField("the same at night and at weekends", max_length=30, blank=True)
    advocacy_phone = models.CharField("number of the advocacy service", max_length=30, blank=True)
    mark = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="PNG for the header"
    )
    clear_days = models.PositiveSmallIntegerField(
        default=5, help_text="Clear days between publishing an agenda and its meeting. Source: LGA 1972, section 100B"
    )
    day_begins_at = models.TimeField("office opens", default=time_of_day(9))
    day_ends_at = models.TimeField("office closes", default=time_of_day(17))
    began_on = models.DateField(
        null=True,
        blank=True,
        help_text="First day with the portal: before it no duty is owed, for nothing could be recorded",
    )
    case_number_shapes = models.CharField(
        "how case numbers look",
        max_length=240,
        blank=True,
        validators=[validate_shapes],
        help_text="One a line, # for a figure and @ for a letter, such as LC######: no free text may hold one",
    )
    version = models.PositiveIntegerField(default=1)

    _seen: ClassVar[tuple[float, "Council | None"]] = (0.0, None)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="council_is_one_row"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        type(self)._seen = (0.0, None)

    @classmethod
    def current(cls) -> "Council":
        """The council, or a nameless one on an installation that has not been set up. One query."""
        return cls.objects.filter(pk=1).first() or cls(pk=1, name="Your council", short_name="Your council")

    @classmethod
    def glance(cls) -> "Council":
        """The council as it was at most ten seconds ago: for the frame of every page, which it would cost a query."""
        seen_at, council = cls._seen
        if council is None or time.monotonic() - seen_at > GLANCE:
            council = cls.current()
            cls._seen = (time.monotonic(), council)
        return council

    @property
    def reference(self) -> Reference:
        return Reference("council", self.public_id, self.name)
