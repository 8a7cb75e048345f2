from django import forms

from reports.indicators.models import Indicator


class FigureField(forms.ModelChoiceField):
    """Which figure, by the code of its indicator; a form gives the `queryset` when it is made."""

    def __init__(self, **kwargs):
        super().__init__(
            queryset=Indicator.objects.none(),
            to_field_name="code",
            label="Figure",
            empty_label="Choose a figure",
            error_messages={"required": "Choose the figure.", "invalid_choice": "Choose a figure from the list."},
            **kwargs,
        )
