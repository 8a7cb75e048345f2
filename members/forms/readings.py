"""A reading as its draft is written."""

import re

from crispy_forms_gds.layout import Field, Fixed, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from members import services
from members.forms.courses import helper
from members.models import Reading
from members.roles import BUILT_IN
from members.showing.learning import FOR_LEVEL

HTTPS = re.compile(r"https://[^\s/?#@:\\]+\.[^\s/?#@:\\]+(:\d{1,5})?([/?#][^\s\\]*)?")
PAGE = re.compile(r"/([^\s/\\][^\s\\]*)?")
NO_LINK = "Enter an https address, or a page of this portal that starts with one stroke, like /figures/."


def validate_link(link: str) -> None:
    """Refuse whatever is neither an https address nor a page of this portal ("//other.example" is another's)."""
    if not HTTPS.fullmatch(link) and not PAGE.fullmatch(link):
        raise forms.ValidationError(NO_LINK)


class ReadingForm(forms.ModelForm):
    """A new draft, or one that changes. It is written by its service, never by the form."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    for_roles = forms.MultipleChoiceField(
        label="Only for holders of these roles",
        help_text="Choose none, and it is for everybody of the level.",
        choices=[(slug, name) for slug, (name, _) in BUILT_IN.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose roles from the list."},
    )
    days = forms.IntegerField(
        label="Days to read it",
        min_value=1,
        max_value=365,
        initial=28,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Enter a number of days from 1 to 365, like 28."
        ),
    )

    class Meta:
        model = Reading
        fields = ["title", "kind", "digest", "link", "for_level", "for_roles", "is_asked", "days"]
        widgets = {"kind": forms.RadioSelect, "digest": forms.Textarea(attrs={"rows": 8})}
        labels = {
            "title": "Title",
            "kind": "What it is",
            "digest": "What it says",
            "link": "Where it stands",
            "for_level": "Whom it is for",
            "is_asked": "Ask everybody it is for to say that they have read it",
        }
        help_texts = {
            "digest": "In a few plain sentences of your own, without anybody’s name. An empty line begins a new part.",
            "link": "An https address, or a page of this portal, like /figures/.",
            "for_level": "That level and those above it.",
        }
        error_messages = {
            "title": {"required": "Enter a title.", "max_length": "Keep the title to 160 characters."},
            "kind": dict.fromkeys(("required", "invalid_choice"), "Choose what it is."),
            "for_level": dict.fromkeys(("required", "invalid_choice"), "Choose whom it is for."),
            "digest": {"max_length": "Keep it to 5,000 characters: a digest, and the link for the rest."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("title", "digest"):
            self.fields[name].validators.append(validate_no_identifiers)
        self.fields["link"].validators.append(validate_link)
        self.fields["kind"].choices = Reading.Kind.choices
        self.fields["for_level"].choices = list(FOR_LEVEL.items())
        self.fields["version"].initial = self.instance.version
        self.helper = helper(
            Field.text("title"),
            Field.radios("kind", legend_size=Size.SMALL),
            Field.textarea("digest", rows=8),
            Field.text("link"),
            Field.select("for_level"),
            Field.checkboxes("for_roles", small=True, legend_size=Size.SMALL),
            Field.checkbox("is_asked"),
            Field.text("days", field_width=Fixed.FIVE),
            "version",
            verb="Keep this draft",
        )

    def clean(self):
        super().clean()
        if not self.errors and not self.cleaned_data["digest"].strip() and not self.cleaned_data["link"]:
            self.add_error("digest", "Write what it says, or give the link to where it stands.")
        return self.cleaned_data

    def _post_clean(self):
        """The service checks the draft as it will be; a form that changed it first would hide what is new."""

    def save(self, *, by):  # type: ignore[override]  # by a service, never by itself
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        if not self.instance.pk:
            return services.add_reading(by=by, at=timezone.now(), **given)
        version = self.cleaned_data["version"]
        return services.change_reading(reading=self.instance, version=version, by=by, at=timezone.now(), **given)
