"""A home, its last day, and who answers for it."""

from typing import Any

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Appointment, Person
from visits import services
from visits.facts import homes as facts
from visits.models import Home, HomePost

PHONE = r"^\+?[0-9][0-9 ]{2,28}$"
# Read by the briefing of a visitor alone: a form writes them and never shows them.
UNSEEN = ("address", "phone")
TAKE_OUT = {"address": "Take out the address that is there", "phone": "Take out the telephone number that is there"}


def words(label: str, most: int, said: str, **more: Any) -> forms.CharField:
    errors = {"required": said, "max_length": f"Keep it to {most} characters."}
    return forms.CharField(label=label, max_length=most, error_messages=errors, **more)


def choice(label: str, choices: list[tuple[str, str]], said: str) -> forms.ChoiceField:
    errors = dict.fromkeys(("required", "invalid_choice"), said)
    return forms.ChoiceField(label=label, choices=choices, error_messages=errors)


def number(label: str, least: int, most: int, **more: Any) -> forms.IntegerField:
    said = f"Enter a whole number from {least} to {most}."
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), said),
        **more,
    )


class HomeForm(DeedForm):
    alias = words(
        "What is it called here?",
        40,
        "Enter a name for it.",
        help_text="Like Juniper. Everybody who sees homes sees it, so never the address or a child’s name.",
        validators=[validate_no_identifiers],
    )
    urn = words("Ofsted number", 20, "Enter its Ofsted number, like SC900431.", help_text="Like SC900431.")
    kind = choice("Kind", Home.Kind.choices, "Choose a kind from the list.")
    provider = choice("Who runs it?", Home.Provider.choices, "Choose who runs it from the list.")
    is_in_area = forms.BooleanField(label="It is in the council’s area", required=False, initial=True)
    places = number("Places", 1, 200)
    visits_a_year = number(
        "Visits in a year", 0, 52, required=False, help_text="Empty: as often as the council asks for every home."
    )
    opened_on = DayField(what="the day it opened", label="First day", help_text="Like 1 4 2019.")
    address = words("Address", 300, "", required=False)
    phone = forms.RegexField(
        PHONE,
        label="Telephone",
        max_length=30,
        required=False,
        error_messages={"invalid": "Enter a telephone number, like 01632 960210."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, home: Home | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home
        kept = " Leave it empty to keep the one that is there." if home else ""
        for name in UNSEEN:
            self.fields[name].help_text = f"Shown to a visitor whose visit is due, and to nobody else.{kept}"
        held = [name for name in UNSEEN if home and getattr(home, name)]
        for name in held:
            self.fields[f"no_{name}"] = forms.BooleanField(label=TAKE_OUT[name], required=False)
        self.helper = self.layout_of(
            "Keep these changes" if home else "Keep this home",
            Field.text("alias"),
            Field.text("urn", field_width=Fixed.TEN),
            Field.select("kind"),
            Field.select("provider"),
            Field.checkbox("is_in_area"),
            Field.text("places", field_width=Fixed.THREE),
            Field.text("visits_a_year", field_width=Fixed.THREE),
            "opened_on",
            Field.text("address"),
            *[Field.checkbox("no_address")] * ("address" in held),
            Field.text("phone", field_width=Fixed.TWENTY),
            *[Field.checkbox("no_phone")] * ("phone" in held),
            "version",
        )

    def clean(self) -> dict[str, Any]:
        """What is taken out is not written anew as well."""
        given = super().clean() or self.cleaned_data
        for name in UNSEEN:
            if given.get(f"no_{name}") and given.get(name):
                self.add_error(f"no_{name}", "Either enter a new one or take out the one that is there.")
        return given

    def save(self, *, by: Person) -> Home | None:
        given, home, at = dict(self.cleaned_data), self.home, timezone.now()
        version = given.pop("version") or 0
        if home is None:
            return self.do(lambda: services.add_home(by=by, at=at, **given))
        gone = [name for name in UNSEEN if given.pop(f"no_{name}", False)]
        given = {name: value for name, value in given.items() if value or name not in UNSEEN or name in gone}
        return self.do(lambda: services.change_home(home=home, version=version, by=by, at=at, **given))


def shown(home: Home) -> dict[str, Any]:
    """What the form begins with when `home` is changed."""
    return {name: getattr(home, name) for name in HomeForm.base_fields if name not in UNSEEN}


class CloseForm(DeedForm):
    closed_on = DayField(what="its last day", label="Last day", help_text="Counted. Like 31 3 2027.")

    def __init__(self, *args: Any, home: Home, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home
        self.helper = self.layout_of("Close the home", "closed_on")

    def save(self, *, by: Person) -> Home | None:
        on = self.cleaned_data["closed_on"]
        return self.do(lambda: services.close_home(home=self.home, closed_on=on, by=by, at=timezone.now()))


class AppointmentChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Appointment) -> str:  # type: ignore[override]  # always an appointment
        return f"{obj.person.name}, {obj.role.name}"


class PostForm(DeedForm):
    appointment = AppointmentChoice(
        queryset=Appointment.objects.none(),
        to_field_name="public_id",
        label="Who?",
        empty_label="Choose one",
        help_text="Registered managers and responsible individuals with an appointment today.",
        error_messages={"required": "Choose who it is.", "invalid_choice": "Choose somebody from the list."},
    )

    def __init__(self, *args: Any, home: Home, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home
        self.fields["appointment"].queryset = facts.to_post(home, timezone.localdate())
        self.helper = self.layout_of("Say that they answer for it", Field.select("appointment"))

    def save(self, *, by: Person) -> HomePost | None:
        given = self.cleaned_data["appointment"]
        return self.do(lambda: services.post_to_home(home=self.home, appointment=given, by=by, at=timezone.now()))
