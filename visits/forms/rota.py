"""A visit that is wanted, and what its visitors say of it."""

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from visits import services
from visits.models import Home, RotaSlot


class SlotForm(DeedForm):
    home = forms.ModelChoiceField(
        Home.objects.none(),
        to_field_name="urn",
        empty_label="Choose a home",
        label="Which home?",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a home from the list."),
    )
    starts_on = DayField(what="the first day", label="From when?", help_text="Like 1 1 2027.")
    due_on = DayField(what="the last day", label="By when?", help_text="Like 31 3 2027.")
    is_announced = forms.BooleanField(required=False, initial=True, label="The home knows the day")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = Home.objects.open(timezone.localdate())
        days = (Field("starts_on"), Field("due_on"))
        self.helper = self.layout_of("Put it on the rota", Field.select("home"), *days, Field.checkbox("is_announced"))

    def save(self, *, by) -> RotaSlot | None:
        return self.do(lambda: services.add_slot(**self.cleaned_data, by=by, at=timezone.now()))


class OfASlot(DeedForm):
    def __init__(self, *args, slot: RotaSlot, **kwargs):
        super().__init__(*args, **kwargs)
        self.slot = slot


class PlanForm(OfASlot):
    planned_on = DayField(what="the day you go", label="On which day?", help_text="Like 27 11 2026.")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["planned_on"].initial = self.slot.planned_on
        self.fields["version"].initial = self.slot.version
        self.helper = self.layout_of("Keep this day", Field("planned_on"), "version")

    def save(self, *, by) -> RotaSlot | None:
        given = self.cleaned_data
        return self.do(lambda: services.choose_day(slot=self.slot, **given, by=by, at=timezone.now()))


class AloneForm(OfASlot):
    because = CheckedText(
        label="Why does one visit alone?",
        help_text="For example: the second visitor is ill. Nobody’s name.",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why one visits alone.", "max_length": "Keep it to 200 characters."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Keep this reason", Field.textarea("because", rows=3))

    def save(self, *, by) -> RotaSlot | None:
        return self.do(lambda: services.go_alone(slot=self.slot, **self.cleaned_data, by=by, at=timezone.now()))


class NotMadeForm(OfASlot):
    because = forms.ChoiceField(
        label="Why was it not made?",
        choices=RotaSlot.Because,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose why it was not made."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("It was not made", Field.radios("because"))

    def save(self, *, by) -> RotaSlot | None:
        return self.do(lambda: services.record_not_made(slot=self.slot, **self.cleaned_data, by=by, at=timezone.now()))
