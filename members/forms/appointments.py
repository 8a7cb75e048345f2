"""Appointing somebody, changing an appointment, ending it."""

from crispy_forms_gds.layout import HTML, Field, Fixed
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from members import services
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Appointment, Body, Level, Person, Role
from members.words import say

FROM_THE_LIST = "Choose one from the list."
MOST = 100


def words_field(label: str):
    return forms.CharField(
        label=label,
        required=False,
        max_length=MOST,
        validators=[validate_no_identifiers],
        help_text="Of a councillor. Empty for everybody else.",
        error_messages={"max_length": f"Keep it to {MOST} characters."},
    )


class TermFields(DeedForm):
    """What an appointment says beside whose it is and to which role."""

    starts_on = DayField(what="the first day", label="First day")
    ends_on = DayField(
        what="the last day", label="Last day", required=False, help_text="Counted. Leave it empty when it is not known."
    )
    body = forms.ModelChoiceField(
        queryset=Body.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label="None",
        label="Body",
        help_text="The committee, board, panel or partner in which the role is held.",
        error_messages={"invalid_choice": FROM_THE_LIST},
    )
    place = forms.ChoiceField(
        choices=[("", "None"), *Appointment.Place.choices],
        required=False,
        label="Place in the body",
        error_messages={"invalid_choice": FROM_THE_LIST},
    )
    ward = words_field("Ward")
    party = words_field("Party")

    def boxes(self, *levels: object) -> list[object]:
        """The fields in order, those that few appointments need under headings of their own."""
        return [
            Field.text("starts_on"),
            Field.text("ends_on"),
            *levels,
            HTML("<h2>In a body</h2>"),
            Field.select("body"),
            Field.select("place"),
            HTML("<h2>A councillor’s term</h2>"),
            Field.text("ward", field_width=Fixed.TWENTY),
            Field.text("party", field_width=Fixed.TWENTY),
        ]

    def clean_level(self) -> int | None:
        level = self.cleaned_data["level"]
        return int(level) if level else None


class AppointmentForm(TermFields):
    """A new appointment of one person."""

    role = forms.ModelChoiceField(
        queryset=Role.objects.none(),
        to_field_name="slug",
        empty_label="Choose a role",
        label="Role",
        error_messages={"required": "Choose the role.", "invalid_choice": FROM_THE_LIST},
    )
    level = forms.ChoiceField(
        choices=[("", "As the role usually has it"), *Level.choices],
        required=False,
        label="Level",
        help_text="How much corporate parenting it asks of them. Choose another only if the council asks more or less.",
        error_messages={"invalid_choice": FROM_THE_LIST},
    )

    def __init__(self, *args, person: Person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["role"].queryset = Role.objects.order_by("name")
        self.fields["role"].label_from_instance = lambda role: say(role.name)
        self.fields["body"].queryset = Body.objects.exclude(ends_on__lt=timezone.localdate())
        self.helper = self.layout_of("Appoint", Field.select("role"), *self.boxes(Field.select("level")))

    def save(self, *, by) -> Appointment | None:
        said = self.cleaned_data | {"role": self.cleaned_data["role"].slug}
        return self.do(lambda: services.appoint(person=self.person, by=by, at=timezone.now(), **said))


class AppointmentChangeForm(TermFields):
    """The same person in the same role: its days, level, body, place, ward and party."""

    level = forms.ChoiceField(choices=Level.choices, label="Level", error_messages={"invalid_choice": FROM_THE_LIST})
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, row: Appointment, **kwargs):
        names = ("starts_on", "ends_on", "level", "place", "ward", "party", "version")
        initial = {name: getattr(row, name) for name in names} | {"body": row.body and row.body.slug}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.row = row
        self.fields["body"].queryset = Body.objects.all()
        self.helper = self.layout_of("Keep these changes", *self.boxes(Field.select("level")), "version")

    def save(self, *, by) -> Appointment | None:
        return self.do(
            lambda: services.change_appointment(appointment=self.row, by=by, at=timezone.now(), **self.cleaned_data)
        )


class AppointmentEndForm(DeedForm):
    ends_on = DayField(what="the last day", label="Last day", help_text="Counted. It may be a day to come.")
    because = forms.ChoiceField(
        choices=Appointment.Ended.choices,
        widget=forms.RadioSelect,
        label="Why does it end?",
        error_messages={"required": "Choose why it ends.", "invalid_choice": FROM_THE_LIST},
    )

    def __init__(self, *args, row: Appointment, **kwargs):
        last = row.ends_on or max(timezone.localdate(), row.starts_on)
        super().__init__(*args, **kwargs | {"initial": {"ends_on": last, "because": row.ended_because}})
        self.row = row
        self.helper = self.layout_of("End this appointment", Field.text("ends_on"), Field.radios("because"))

    def save(self, *, by) -> Appointment | None:
        return self.do(
            lambda: services.end_appointment(appointment=self.row, by=by, at=timezone.now(), **self.cleaned_data)
        )
