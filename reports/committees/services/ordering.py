"""Rows that are numbered 1, 2, 3 … without a gap, one number a row in the database."""

from collections.abc import Sequence
from typing import TypeVar

from django.db import models
from django.db.models import F

Row = TypeVar("Row", bound=models.Model)
ASIDE = 10_000  # beyond every number in use, and within a small integer twice over


def put_in_order(rows: Sequence[Row], field: str, first: int = 1) -> None:
    """Number `rows` as they come, from `first`, in `field`; the caller holds whatever they belong to. Three queries.

    All of them step aside first, because no two rows may have the same number in between.
    """
    changed = [(row, number) for number, row in enumerate(rows, first) if getattr(row, field) != number]
    if not changed:
        return
    model = type(rows[0])
    keys = [row.pk for row, _ in changed]
    model._default_manager.filter(pk__in=keys).update(**{field: F(field) + ASIDE})
    for row, number in changed:
        setattr(row, field, number)
    model._default_manager.bulk_update([row for row, _ in changed], [field])
