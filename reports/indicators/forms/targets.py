import re
from decimal import Decimal

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Fixed, Layout
from django import forms
from django.utils import timezone

from corpparent.periods import NotAPeriod, Period
from members.models import Appointment, Person
from reports.indicators import services
from reports.indicators.forms.fields import FigureField
from reports.indicators.kinds import Polarity, Unit
from reports.indicators.models import Indicator

PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


class NumberField(forms.DecimalField):
    """Zero or more, of two decimals at most, as `Target` keeps it; written in plain figures.

    A box for text, because browsers change what is typed into one for numbers.
    """

    widget = forms.TextInput

    def __init__(self, **kwargs):
        super().__init__(max_digits=12, decimal_places=2, min_value=Decimal(0), **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def to_python(self, value):
        if isinstance(value, str) and value.strip() and not PLAIN.fullmatch(value.strip()):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class TargetForm(forms.Form):
    """What one figure is wanted to be in one period, and who answers for it."""

    indicator = FigureField()
    period = forms.CharField(
        label="Period",
        max_length=20,
        help_text="A year like 2026-27, a quarter like 2026-27-Q1, or a month like October 2026. A year’s target holds "
        "for its quarters and months, unless the figure is a plain number, like complaints.",
        error_messages={"required": "Enter the period, like 2026-27."},
    )
    value = NumberField(
        label="Target",
        help_text="In the unit of the figure, like 85 for 85%.",
        error_messages={
            "required": "Enter the target as a number.",
            "invalid": "Enter the target as a number, like 85.",
            "min_value": "A target cannot be below zero.",
        },
    )
    tolerance = NumberField(
        label="How far off is still close?",
        help_text="A figure this far from its target is amber; further off it is red. 0 for no amber.",
        initial=Decimal(0),
        error_messages={
            "required": "Enter a number, or 0 for no amber.",
            "invalid": "Enter a number, like 5, or 0 for no amber.",
            "min_value": "This cannot be below zero.",
        },
    )
    answerable = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Who answers for it?",
        help_text="They are asked to say “so what?” when the figure is amber or red.",
        error_messages={
            "required": "Choose who answers for it.",
            "invalid_choice": "Choose somebody with an appointment today.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = Indicator.objects.current().exclude(polarity=Polarity.CONTEXT)
        held = Appointment.objects.current(timezone.localdate()).values("person")
        self.fields["answerable"].queryset = Person.objects.filter(is_active=True, pk__in=held)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(
            Field.select("indicator"),
            Field.text("period", field_width=Fixed.TEN),
            Field.text("value", field_width=Fixed.FIVE),
            Field.text("tolerance", field_width=Fixed.FIVE),
            Field.select("answerable"),
            Button.primary("", "Set the target"),
        )

    def clean_period(self) -> Period:
        try:
            return Period.parse(self.cleaned_data["period"])
        except NotAPeriod as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean(self):
        super().clean()
        indicator, value = self.cleaned_data.get("indicator"), self.cleaned_data.get("value")
        if indicator and value is not None and indicator.unit == Unit.PERCENT and value > 100:
            self.add_error("value", "This figure is a percentage: the target is at most 100.")
        return self.cleaned_data

    def save(self, *, by):
        return services.set_target(**self.cleaned_data, by=by, at=timezone.now())
