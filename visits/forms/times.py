"""How the scheme of visits works."""

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from members.forms.deeds import DeedForm
from members.models import Course
from visits import services
from visits.models import VisitSettings
from visits.rules.times import CHOICES, COURSES, SPANS


class TimesForm(DeedForm):
    """A box for each number, a tick for each choice, and the two courses that visitors must have been to."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, scheme: VisitSettings, **kwargs):
        super().__init__(*args, **kwargs)
        for name in SPANS:
            self.fields[name] = span(name, getattr(scheme, name))
        for name in CHOICES:
            self.fields[name] = forms.BooleanField(required=False, label=label_of(name), initial=getattr(scheme, name))
        for name in COURSES:
            self.fields[name] = course(name, getattr(scheme, name))
        self.fields["version"].initial = scheme.version
        boxes = [Field.text(name, field_width=Fixed.THREE) for name in SPANS]
        ticks = [Field.checkbox(name) for name in CHOICES]
        courses = [Field.select(name) for name in COURSES]
        self.helper = self.layout_of("Keep it so", *courses, *ticks, *boxes, "version")

    def save(self, *, by) -> VisitSettings | None:
        return self.do(lambda: services.set_times(**self.cleaned_data, by=by, at=timezone.now()))


def span(name: str, now: int) -> forms.IntegerField:
    least, most = SPANS[name]
    return forms.IntegerField(
        label=label_of(name),
        initial=now,
        min_value=least,
        max_value=most,
        help_text=f"From {least} to {most}.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), f"Enter a whole number from {least} to {most}."
        ),
    )


def course(name: str, now: Course | None) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Course.objects.filter(is_retired=False),
        to_field_name="public_id",
        required=False,
        initial=now.public_id if now else None,
        empty_label="None named: visitors are not asked for one",
        label=label_of(name),
        error_messages={"invalid_choice": "Choose a course from the list."},
    )


def label_of(name: str) -> str:
    words = str(VisitSettings._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # a plain column
    return words[0].upper() + words[1:]
