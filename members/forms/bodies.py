"""A body, the day it closes, and its terms of reference."""

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Fixed, Layout
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from members import services
from members.forms.days import DayField
from members.models import Body
from members.words import remembered

CHOOSE = [("", "Choose one")]
LONGEST_TERMS = 20_000


def whole(label: str, most: int, *, least: int = 0, hint: str = "") -> forms.IntegerField:
    """A whole number from `least` to `most`, or nothing."""
    said = f"Enter a whole number from {least} to {most}, or leave it empty."
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), said),
    )


def helper(*fields: object, verb: str) -> FormHelper:
    layout = FormHelper()
    layout.form_class = "app-form"
    layout.attrs = {"novalidate": ""}
    layout.layout = Layout(*fields, Button.primary("", verb))
    return layout


class BodyForm(forms.Form):
    """A new body, or `body` as it is to become."""

    name = forms.CharField(
        label="Name",
        max_length=120,
        validators=[validate_no_identifiers],
        error_messages={"required": "Enter the body’s name.", "max_length": "Keep the name to 120 characters."},
    )
    kind = forms.ChoiceField(
        label="Kind",
        choices=CHOOSE + Body.Kind.choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what kind of body it is."),
    )
    regime = forms.ChoiceField(
        label="Law it meets under",
        help_text="Whether the public may come, and when papers must be out, follows from it.",
        choices=CHOOSE + Body.Regime.choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the law it meets under."),
    )
    is_corporate_parenting = forms.BooleanField(required=False)
    purpose = forms.CharField(
        label="What it is for",
        help_text="One or two sentences that anybody understands. Nobody’s name.",
        max_length=300,
        required=False,
        widget=forms.Textarea,
        validators=[validate_no_identifiers],
        error_messages={"max_length": "Keep it to 300 characters."},
    )
    reports_to = forms.ModelChoiceField(
        label="Reports to",
        queryset=Body.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label="Nobody",
        error_messages={"invalid_choice": "Choose a body from the list."},
    )
    seats = whole("Seats for members", 200, hint="Places with a vote. Leave it empty when their number is not fixed.")
    quorum = whole("Quorum", 200, least=1, hint="How many must be there before the meeting can decide.")
    young_people_seats = whole("Seats for young people", 50, hint="They are never named here: seats are counted.")
    young_people_seats_taken = whole("How many of these are taken", 50)
    meetings_a_year = whole("Meetings expected a year", 60)
    starts_on = DayField(what="the day from which it is in being", label="In being since", help_text="Like 20 5 2026.")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, body: Body | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.body = body
        self.fields["is_corporate_parenting"].label = f"It leads on {remembered()['corporate-parenting']}"
        self.fields["reports_to"].queryset = Body.objects.current(timezone.localdate()).exclude(
            pk=body.pk if body else 0
        )
        numbers = ["seats", "quorum", "young_people_seats", "young_people_seats_taken", "meetings_a_year"]
        self.helper = helper(
            Field.text("name"),
            Field.select("kind"),
            Field.select("regime"),
            Field.checkbox("is_corporate_parenting"),
            Field.textarea("purpose", rows=3),
            Field.select("reports_to"),
            *(Field.text(name, field_width=Fixed.THREE) for name in numbers),
            Field("starts_on"),
            "version",
            verb="Keep these changes" if body else "Add this body",
        )

    def clean(self):
        for name in ("young_people_seats", "young_people_seats_taken"):
            self.cleaned_data[name] = self.cleaned_data.get(name) or 0
        return self.cleaned_data

    def save(self, *, by):
        given = dict(self.cleaned_data)
        version = given.pop("version")
        if self.body is None:
            return services.add_body(by=by, at=timezone.now(), **given)
        return services.change_body(body=self.body, version=version or 0, by=by, at=timezone.now(), **given)


class CloseBodyForm(forms.Form):
    ends_on = DayField(what="the last day of the body", label="Last day", help_text="It may be to come.")

    def __init__(self, *args, body: Body, **kwargs):
        super().__init__(*args, **kwargs)
        self.body = body
        self.helper = helper(Field("ends_on"), verb="Close this body")

    def save(self, *, by):
        return services.close_body(body=self.body, by=by, at=timezone.now(), **self.cleaned_data)


class TermsForm(forms.Form):
    """The next version of a body's terms of reference, as they were adopted."""

    text = forms.CharField(
        label="Terms of reference",
        help_text="What it is for, what it may decide, who sits there, how it reports. An empty line begins a new "
        "paragraph. Nobody’s name.",
        max_length=LONGEST_TERMS,
        widget=forms.Textarea,
        validators=[validate_no_identifiers],
        error_messages={
            "required": "Enter the terms as they were adopted.",
            "max_length": f"Keep them to {LONGEST_TERMS:,} characters.",
        },
    )
    adopted_on = DayField(what="the day on which they were adopted", label="Adopted on", help_text="Like 20 5 2026.")
    adopted_by = forms.CharField(
        label="Adopted by",
        help_text="Like Full Council, minute 12.",
        max_length=120,
        validators=[validate_no_identifiers],
        error_messages={"required": "Say who adopted them.", "max_length": "Keep it to 120 characters."},
    )
    review_on = DayField(
        what="the day by which they are looked at again", label="To be looked at again by", help_text="Usually a year."
    )

    def __init__(self, *args, body: Body, **kwargs):
        super().__init__(*args, **kwargs)
        self.body = body
        fields = [Field.textarea("text", rows=16), Field("adopted_on"), Field.text("adopted_by"), Field("review_on")]
        self.helper = helper(*fields, verb="Keep these terms")

    def save(self, *, by):
        return services.adopt_terms(body=self.body, by=by, at=timezone.now(), **self.cleaned_data)
