from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.conf import settings
from django.utils import timezone

from corpparent.words import size
from members.widgets import Select
from reports.indicators import services
from reports.indicators.models import Import

ONLY_SUMS = "Only sums for whole councils belong here: never a file about single children."


class ImportForm(forms.Form):
    """A file and what it is. `refusal` is the sentence of a body that was too large to be kept."""

    kind = forms.ChoiceField(
        label="What does it hold?",
        choices=[
            (Import.Kind.STATISTICS, "Published figures: an open-data CSV of the Department for Education"),
            (Import.Kind.SCORECARD, "The council’s own scorecard: a CSV or an Excel workbook (.xlsx)"),
            (Import.Kind.NEIGHBOURS, "Statistical neighbours: a CSV or an Excel workbook (.xlsx)"),
        ],
        initial=Import.Kind.STATISTICS,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what the file holds.",
            "invalid_choice": "Choose what the file holds from the three kinds.",
        },
    )
    file = forms.FileField(
        label="File",
        required=False,  # what was too large never arrives, and has a better sentence
        error_messages={
            "empty": "This file is empty. Download it again from where it was published, then choose the new copy.",
            "invalid": "The file did not arrive. Choose it again.",
            "missing": "The file did not arrive. Choose it again.",
        },
    )

    def __init__(self, *args, refusal: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.refusal = refusal
        most = size(settings.UPLOAD_MAX_BYTES)
        self.fields["file"].help_text = f"Up to {most}. {ONLY_SUMS}"
        self.helper = FormHelper()
        self.helper.form_class = "app-form"
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(
            Field.radios("kind"),
            Field("file", css_class="app-file", context={}),
            Button.primary("", "Read the file"),
        )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if self.refusal or not file:
            raise forms.ValidationError(self.refusal or "Choose the file to be read.")
        return file

    def save(self, *, by) -> Import:
        """Keep the file and ask for it to be read. Raises FileRefused and AlreadyTakenIn with their sentences."""
        file = self.cleaned_data["file"]
        return services.upload(
            chunks=file.chunks(), name=file.name, kind=self.cleaned_data["kind"], by=by, at=timezone.now()
        )


class CouncilForm(forms.Form):
    """Whose figures a page shows, by GET."""

    council = forms.ChoiceField(label="Council", required=False, widget=Select)

    def __init__(self, *args, areas: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["council"].choices = list(areas.items())
