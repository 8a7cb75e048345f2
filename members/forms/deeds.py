"""Forms whose saving is one service call: what the service refuses is said at its field, and nothing is lost."""

from collections.abc import Callable
from typing import TypeVar

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Layout
from django import forms
from django.core.exceptions import ValidationError

from corpparent.identifiers.forms import MarkedTexts, ShowsMarked
from members.forms.versions import refuse
from members.rules import AppointmentRefused

Done = TypeVar("Done")


class DeedForm(ShowsMarked, forms.Form):
    """`layout_of(verb, …)` in a subclass's `__init__`, `do(…)` in its `save()`."""

    def layout_of(self, verb: str, *fields: object) -> FormHelper:
        """The fields in order, free text that was refused with its marks, and one button that says `verb`."""
        helper = FormHelper()
        helper.attrs = {"novalidate": ""}
        helper.layout = Layout(*fields, MarkedTexts(), Button.primary("", verb))
        return helper

    def do(self, deed: Callable[[], Done]) -> Done | None:
        """What `deed` returns; None when it was refused, and the form then says why."""
        try:
            return deed()
        except AppointmentRefused as refusal:
            self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))
        except ValidationError as problem:
            refuse(self, problem)
        return None
