"""Forms whose saving is one service call: what the service refuses is said at its field, and nothing is lost."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.core.exceptions import ValidationError

from corpparent.identifiers.forms import MarkedText, MarkedTexts, ShowsMarked
from members.forms.versions import refuse
from members.rules import AppointmentRefused

Done = TypeVar("Done")


def name_of(part: object) -> str:
    """The field that stands alone in this part of a layout; "" where it is a group."""
    if isinstance(part, Field):
        return str(part.fields[0])
    return part if isinstance(part, str) else ""


class DeedForm(ShowsMarked, forms.Form):
    """`layout_of(verb, …)` in a subclass's `__init__`, `do(…)` in its `save()`."""

    def layout_of(self, verb: str, *fields: object) -> FormHelper:
        """The fields in order, free text that was refused with its marks, and one button that says `verb`."""
        helper = FormHelper()
        helper.attrs = {"novalidate": ""}
        checked = [name for name in map(name_of, fields) if self.is_checked(name)]
        helper.layout = Layout(*self.with_marks(fields), MarkedTexts(shown=checked), Button.primary("", verb))
        return helper

    def with_marks(self, fields: Iterable[object]) -> Iterator[object]:
        """Below each field of free text its marks; those of fields within a fieldset stand at the end."""
        for field in fields:
            yield field
            if self.is_checked(name_of(field)):
                yield MarkedText(name_of(field))

    def do(self, deed: Callable[[], Done]) -> Done | None:
        """What `deed` returns; None when it was refused, and the form then says why."""
        try:
            return deed()
        except AppointmentRefused as refusal:
            self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))
        except ValidationError as problem:
            refuse(self, problem)
        return None
