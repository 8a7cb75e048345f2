"""Declare a conflict: a home and a code, no words about anybody."""

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from members.forms.deeds import DeedForm
from visits import services
from visits.models import Conflict, Home


class ConflictForm(DeedForm):
    home = forms.ModelChoiceField(
        Home.objects.none(),
        to_field_name="urn",
        empty_label="Choose a home",
        label="With which home?",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a home from the list."),
    )
    reason = forms.ChoiceField(
        label="What is the conflict?",
        choices=Conflict.Reason,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what the conflict is."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = Home.objects.open(timezone.localdate())
        self.helper = self.layout_of("Declare it", Field.select("home"), Field.radios("reason"))

    def save(self, *, by) -> Conflict | None:
        return self.do(lambda: services.declare_conflict(person=by, **self.cleaned_data, at=timezone.now()))
