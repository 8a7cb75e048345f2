"""A person as the council writes them down."""

import uuid

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from members import services
from members.forms.deeds import DeedForm
from members.models import Person


def name_field(most: int, **more):
    """A name of at most `most` characters, as Person keeps it."""
    return forms.CharField(
        max_length=most,
        validators=[validate_no_identifiers],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Enter the name.", "max_length": f"Keep it to {most} characters."},
        **more,
    )


class PersonFields(DeedForm):
    name = name_field(150, label="Name", help_text="As others write it, like Cllr Amina Yusuf.")
    known_as = name_field(
        60,
        label="Known as",
        required=False,
        help_text="As a greeting says it, like Amina. You can leave it empty.",
    )
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        max_length=254,
        help_text="The council’s own address. Without one they hold appointments but cannot sign in.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "invalid": "Enter an e-mail address, like amina.yusuf@example.gov.uk.",
            "max_length": "Keep it to 254 characters.",
        },
    )
    boxes = [Field.text("name"), Field.text("known_as"), Field.text("email")]

    def said(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "known_as", "email")}


class PersonForm(PersonFields):
    """Somebody new. `public_id` is theirs to be: the same form sent twice adds one person."""

    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Add this person", *self.boxes, "public_id")

    def save(self, *, by) -> Person | None:
        public_id = self.cleaned_data["public_id"]
        return self.do(lambda: services.add_person(**self.said(), public_id=public_id, by=by, at=timezone.now()))


class PersonChangeForm(PersonFields):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, row: Person, **kwargs):
        initial = {name: getattr(row, name) for name in ("name", "known_as", "email", "version")}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.row = row
        self.helper = self.layout_of("Keep these changes", *self.boxes, "version")

    def save(self, *, by) -> Person | None:
        version = self.cleaned_data["version"]
        return self.do(
            lambda: services.change_person(person=self.row, version=version, by=by, at=timezone.now(), **self.said())
        )
