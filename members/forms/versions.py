"""Two people at one form: what was typed stays, and saving once more stands."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.db import models

from corpparent.versions import Stale


@contextmanager
def seen_again(form: forms.BaseForm, row: models.Model) -> Iterator[None]:
    """Save within it: where somebody else saved `row` first, `form` takes over the version it has now."""
    try:
        yield
    except Stale:
        row.refresh_from_db(fields=["version"])
        posted = form.data.copy()  # type: ignore[attr-defined]
        posted["version"] = str(row.version)  # type: ignore[attr-defined]
        form.data = posted
        raise
