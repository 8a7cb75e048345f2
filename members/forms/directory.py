"""Whom the directory shows: a plain GET form, since a set of filters is built anew for each request."""

from django import forms

from members.facts import directory
from members.models import Level
from members.names import tidy
from members.widgets import Select

NOT_ON_THE_LIST = {"invalid_choice": "Choose one from the list."}
LEVELS = [(str(level.value), level.label) for level in Level if level]


class Chosen(forms.ChoiceField):
    """One of a list, or nothing."""

    widget = Select(attrs={"class": "govuk-select"})

    def __init__(self, **kwargs):
        super().__init__(required=False, error_messages=NOT_ON_THE_LIST, **kwargs)


class DirectoryForm(forms.Form):
    """`choices` are its roles and bodies (facts.directory.choices)."""

    text = forms.CharField(
        label="Name, ward or party",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-input", "autocomplete": "off"}),
    )
    when = Chosen(label="When", choices=directory.WHEN)
    role = Chosen(label="Role")
    level = Chosen(label="Level", choices=[("", "All levels"), *LEVELS])
    body = Chosen(label="Body")

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", "All roles"), *choices["role"]]
        self.fields["body"].choices = [("", "All bodies"), *choices["body"]]

    @property
    def asked(self):
        """What was understood, by name, as facts.directory.page_of takes it: `when` always, others where chosen."""
        self.is_valid()
        understood = {name: value for name, value in self.cleaned_data.items() if value}
        if "text" in understood:
            understood["text"] = tidy(understood["text"])
        return {"when": directory.NOW} | {name: value for name, value in understood.items() if value}
