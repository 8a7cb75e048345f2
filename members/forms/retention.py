"""How long a kind is kept, and holds."""

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from corpparent.models import LegalHold, RetentionPeriod
from corpparent.references import Reference
from corpparent.retention import Rule
from members import services
from members.forms.deeds import DeedForm
from members.models import Person


class PeriodForm(DeedForm):
    """The months of one kind. `version` 0 stands for a kind of which the council has not chosen yet."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, rule: Rule, months: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.rule = rule
        wrong = f"Enter a number of months from {rule.least} to {rule.most}."
        self.fields["months"] = forms.IntegerField(
            label="Months",
            initial=months,
            min_value=rule.least,
            max_value=rule.most,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            help_text=f"From {rule.least} to {rule.most}. The portal’s own choice is {rule.months}.",
            error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
        )
        self.fields["version"].initial = self.present_version()
        self.helper = self.layout_of("Keep it this long", Field.text("months", field_width=Fixed.FIVE), "version")

    def present_version(self) -> int:
        chosen = RetentionPeriod.objects.filter(kind=self.rule.kind).values_list("version", flat=True)
        return chosen.first() or 0

    def save(self, *, by):
        given = {name: self.cleaned_data[name] for name in ("months", "version")}
        return self.do(lambda: services.set_period(kind=self.rule.kind, **given, by=by, at=timezone.now()))


class HoldForm(DeedForm):
    """Hold a person, or the one thing `subject` from whose page the form was opened."""

    person = forms.ModelChoiceField(
        queryset=Person.objects.all(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Whose rows are held?",
        error_messages={"required": "Choose a person.", "invalid_choice": "Choose a person from the list."},
    )
    reason = forms.CharField(
        label="Why",
        max_length=300,
        help_text="Like: the inquiry of 2026 asked for everything. No names of children.",
        error_messages={"required": "Say why it is held.", "max_length": "Keep it to 300 characters."},
    )

    def __init__(self, *args, subject: Reference | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.subject = subject
        if subject:
            del self.fields["person"]
        asked = [] if subject else [Field.select("person")]
        self.helper = self.layout_of("Hold it", *asked, Field.text("reason"))

    def save(self, *, by):
        subject = self.subject or self.cleaned_data["person"].reference
        reason = self.cleaned_data["reason"]
        return self.do(lambda: services.place_hold(subject=subject, reason=reason, by=by, at=timezone.now()))


class LiftForm(DeedForm):
    """Why `hold` is lifted."""

    because = forms.CharField(
        label="Why",
        max_length=300,
        help_text="Like: the inquiry has closed. No names of children.",
        error_messages={"required": "Say why it is lifted.", "max_length": "Keep it to 300 characters."},
    )

    def __init__(self, *args, hold: LegalHold, **kwargs):
        super().__init__(*args, **kwargs)
        self.hold = hold
        self.helper = self.layout_of("Lift it", Field.text("because"))

    def save(self, *, by):
        because = self.cleaned_data["because"]
        return self.do(lambda: services.lift_hold(hold=self.hold, because=because, by=by, at=timezone.now()))
