from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.utils import timezone
from django.utils.timezone import localdate

from corpparent.words import size
from members.widgets import Select
from reports.indicators import returns, services
from reports.indicators.models import Import, Observation

LIMITS = f"Up to {size(returns.MOST_EACH)} a file and {size(returns.MOST_TOGETHER)} together, unpacked."
CUT_OFF = "The files did not arrive whole: the connection broke off. Nothing was kept. Choose the files and send again."
EMPTY = "One of the files is empty. Export it again, or leave it out."


class Files(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, as (name, bytes) each."""

    widget = Files

    def clean(self, data, initial=None):
        files = [super(FilesField, self).clean(each) for each in data or []]
        return [(file.name, file.read()) for file in files]


class ReturnForm(forms.Form):
    """The files of a statutory return, and which one it is. `refusal`: why files were too large to be kept."""

    year = forms.TypedChoiceField(
        label="Which year is it for?",
        coerce=int,
        widget=Select,
        error_messages={"required": "Choose the year.", "invalid_choice": "Choose a year from the list."},
    )
    status = forms.ChoiceField(
        label="Is this the final return?",
        choices=[
            (Observation.Status.PROVISIONAL, "Not yet: its figures are provisional"),
            (Observation.Status.FINAL, "Yes: this is the return as the Department for Education has it"),
        ],
        initial=Observation.Status.PROVISIONAL,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose whether this is the final return.",
            "invalid_choice": "Choose whether this is the final return.",
        },
    )
    tables = FilesField(
        label="Files",
        required=False,  # what was too large never arrives, and has a better sentence
        help_text=f"The CSV files of the return, or one zip of them. {LIMITS} The portal cannot tell one council’s "
        "files from another’s: choose your own only.",
        error_messages={"empty": EMPTY, "invalid": CUT_OFF, "missing": CUT_OFF},
    )
    folder = FilesField(
        label="Or a whole folder",
        required=False,
        widget=Files(attrs={"webkitdirectory": True}),
        help_text="What is no CSV in it is passed over.",
        error_messages={"empty": EMPTY, "invalid": CUT_OFF, "missing": CUT_OFF},
    )
    # Stands last: where it does not arrive, what stood before it may be cut short.
    whole = forms.CharField(required=False, widget=forms.HiddenInput, initial="yes")

    def __init__(self, *args, refusal: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.refusal = refusal
        latest = returns.last_year(localdate())
        years = range(latest, returns.FIRST_YEAR - 1, -1)
        self.fields["year"].choices = [(year, f"Year ending March {year}") for year in years]
        self.fields["year"].initial = latest
        self.helper = FormHelper()
        self.helper.form_class = "app-form"
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(
            Field.select("year"),
            Field.radios("status"),
            *(Field(name, css_class="app-file", context={}) for name in ("tables", "folder")),
            Button.primary("", "Read the return"),
            "whole",
        )

    def clean(self):
        """What arrived: too much, not to its end, or nothing. Said at the field of the files."""
        super().clean()
        if self.refusal:
            self.add_error("tables", self.refusal)
        elif not self.cleaned_data["whole"]:
            self.add_error("tables", CUT_OFF)
        elif not self.errors and not self.chosen:
            self.add_error("tables", "Choose the files of the return.")
        return self.cleaned_data

    @property
    def chosen(self) -> list[tuple[str, bytes]]:
        """The files, and of a folder those that a return can be made of."""
        of_folder = [(name, data) for name, data in self.cleaned_data["folder"] if returns.is_wanted(name)]
        return [*self.cleaned_data["tables"], *of_folder]

    def save(self, *, by) -> Import:
        """Sum the return and keep the sums. Raises FileRefused and AlreadyTakenIn with their sentences."""
        year, status = self.cleaned_data["year"], self.cleaned_data["status"]
        return services.preview_return(files=self.chosen, year=year, status=status, by=by, at=timezone.now())
