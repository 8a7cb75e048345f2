"""A form that brings a PDF, which is looked at before anything is written."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms

from corpparent.documents import Document, Refused, take_in
from members.forms.deeds import DeedForm


class WithFile(DeedForm):
    """A form that brings a PDF. `refusal`: the body was too large to be kept. `document` once it is valid."""

    file = forms.FileField(
        label="The paper as PDF",
        help_text="Up to 20 MB. Scripts, attached files, comments and the writer’s details are taken out of it.",
        error_messages=dict.fromkeys(("required", "invalid", "missing"), "Choose the paper as PDF.")
        | {"empty": "This file is empty. Save the paper as PDF again, then choose the new file."},
    )

    def __init__(self, *args: Any, refusal: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refusal = refusal
        self.document: Document | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.refusal:
            self.errors.pop("file", None)
            self.add_error("file", self.refusal)
        # It takes seconds, which are not spent on a form that comes back anyway.
        elif cleaned.get("file") and not self.errors:
            self.take_in(cleaned["file"])
        return cleaned

    def take_in(self, file: Any) -> None:
        try:
            self.document = take_in(file.read(), file.name)
        except Refused as refusal:
            self.add_error("file", str(refusal))


def file_field() -> Field:
    """The box for the file, in a layout."""
    return Field("file", css_class="app-file", context={})
