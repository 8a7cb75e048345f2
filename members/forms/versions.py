"""What a service refuses, said in its form: the one way of every form that edits."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from corpparent.versions import Stale


def refuse(form: forms.BaseForm, problem: ValidationError) -> None:
    """Put `problem` into `form` at its field, or at the top where the form has no such field; what was typed stays.

    Where somebody else saved first, the form takes over the version there is now, so that saving once more stands.
    """
    if isinstance(problem, Stale):
        posted: Any = form.data.copy()  # type: ignore[attr-defined]
        posted["version"] = str(problem.version)
        form.data = posted
    if not hasattr(problem, "error_dict"):
        form.add_error(None, problem)
        return
    for name, errors in problem.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
