"""Forms whose saving is one service call: what the service refuses is said at its field, and nothing is lost."""

from collections.abc import Callable
from typing import Any, TypeVar

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Layout
from django import forms
from django.core.exceptions import ValidationError

from corpparent.versions import Stale
from members.rules import AppointmentRefused

Done = TypeVar("Done")


class DeedForm(forms.Form):
    """`layout_of(verb, …)` in a subclass's `__init__`, `do(…)` in its `save()`."""

    def layout_of(self, verb: str, *fields: object) -> FormHelper:
        """The fields in order, and one button that says `verb`."""
        helper = FormHelper()
        helper.attrs = {"novalidate": ""}
        helper.layout = Layout(*fields, Button.primary("", verb))
        return helper

    def do(self, deed: Callable[[], Done]) -> Done | None:
        """What `deed` returns; None when it was refused, and the form then says why."""
        try:
            return deed()
        except AppointmentRefused as refusal:
            self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))
        except Stale as stale:
            self.see_again()
            self.add_error(None, stale)
        except ValidationError as problem:
            self.add_error(None, problem)
        return None

    def see_again(self) -> None:
        """Take over the row's present version, so that saving once more stands. `self.row` is what is edited."""
        self.row.refresh_from_db(fields=["version"])
        data: Any = self.data.copy()
        data["version"] = str(self.row.version)
        self.data = data
