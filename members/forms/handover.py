"""To whom work goes on."""

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from members import services
from members.forms.deeds import DeedForm
from members.models import Appointment, Person


class HandoverForm(DeedForm):
    """Asked by GET, confirmed by POST."""

    successor = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Who takes it on?",
        error_messages={
            "required": "Choose who takes it on.",
            "invalid_choice": "Choose somebody with an appointment today.",
        },
    )

    def __init__(self, *args, person: Person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        held = Appointment.objects.current(timezone.localdate()).values("person")
        self.fields["successor"].queryset = Person.objects.filter(is_active=True, pk__in=held).exclude(pk=person.pk)
        self.helper = self.layout_of("Go on", Field.select("successor"))
        self.helper.form_method = "get"

    def save(self, *, by) -> int:
        """How many things went over. Raises NotAllowed."""
        successor = self.cleaned_data["successor"]
        return services.hand_over(person=self.person, successor=successor, by=by, at=timezone.now())
