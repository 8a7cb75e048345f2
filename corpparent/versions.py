"""Two people at one form: whoever saves second is told, and nothing of the first is overwritten."""

from django.core.exceptions import ValidationError
from django.db import models


class Stale(ValidationError):
    """Somebody saved this row after the form was opened; it has `version` now. What was typed stays in the form."""

    def __init__(self, version: int) -> None:
        super().__init__(
            "Somebody else changed this while you had it open. Your own words are still here. "
            "Nothing of theirs was lost: look again, and save once more if yours should stand."
        )
        self.version = version


def check_version(row: models.Model, seen: int) -> None:
    """Raise Stale unless `row` (locked by the caller) still is the version that the form showed."""
    if row.version != seen:  # type: ignore[attr-defined]
        raise Stale(row.version)  # type: ignore[attr-defined]
