"""The promises of a pledge are brought as a table."""

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from members.forms.deeds import DeedForm
from pledges import services
from pledges.files import FileRefused
from pledges.models import Pledge, PledgeImport


class PledgeImportForm(DeedForm):
    """`refusal`: the body was too large to be kept."""

    file = forms.FileField(
        label="Table of promises",
        help_text="A CSV file of up to 1 MB. It is read first: nothing is added until you say so.",
        error_messages=dict.fromkeys(("required", "invalid", "missing"), "Choose the CSV file with the promises.")
        | {"empty": "This file is empty. Save the table again as CSV, then choose the new file."},
    )

    def __init__(self, *args, pledge: Pledge, refusal: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge, self.refusal = pledge, refusal
        self.helper = self.layout_of("Read the table", Field("file", css_class="app-file", context={}))

    def clean(self):
        if self.refusal:
            self.errors.pop("file", None)
            self.add_error("file", self.refusal)
        return super().clean()

    def save(self, *, by) -> PledgeImport | None:
        """None where the file was refused, which then stands at its field."""
        file = self.cleaned_data["file"]
        try:
            return services.read_promises(
                pledge=self.pledge, content=file.read(), name=file.name, by=by, at=timezone.now()
            )
        except FileRefused as refusal:
            self.add_error("file", str(refusal))
            return None
