"""What the matrix of duties shows: everybody, or those of a role, body, level or state; today or at a year's end."""

from django import forms
from django.utils.timezone import localdate

from members.facts import matrix
from members.facts.years import years
from members.models import Body, Level, Role
from members.words import say

LEVELS = [(value, label) for value, label in Level.choices if value]  # officers of the portal owe nothing by that


class MatrixForm(forms.Form):
    """A plain GET form: what is not understood chooses nothing."""

    role = forms.ChoiceField(label="Role", required=False)
    body = forms.ChoiceField(label="Body", required=False)
    level = forms.TypedChoiceField(
        label="Level", required=False, coerce=int, empty_value=None, choices=[("", "All levels"), *LEVELS]
    )
    state = forms.ChoiceField(
        label="How their duties stand",
        required=False,
        choices=[
            ("", "All"),
            (matrix.LATE, "Something is late"),
            (matrix.DUE, "Something is due"),
            (matrix.CLEAR, "Nothing waits"),
        ],
    )
    year = forms.ChoiceField(label="When", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        bodies = Body.objects.exclude(kind=Body.Kind.PARTNER).values_list("slug", "name")
        roles = [(slug, say(name)) for slug, name in Role.objects.values_list("slug", "name")]
        self.fields["role"].choices = [("", "All roles"), *roles]
        self.fields["body"].choices = [("", "All bodies"), *bodies]
        ends = [(year.code, f"31 March {year.ends_on.year}") for year in years(localdate(), running=False)]
        self.fields["year"].choices = [("", "Today"), *ends]

    @property
    def chosen(self):
        """What was understood, by name; empty for the rest."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or None for name in self.fields} | {
            "level": self.cleaned_data.get("level")
        }
