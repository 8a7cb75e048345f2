"""A course as it is added or changed, and a session of it as it is planned."""

from datetime import datetime

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Fixed, Layout, Size
from django import forms
from django.core.validators import URLValidator
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from members import services
from members.forms.days import DayField
from members.models import Course, LearningSession
from members.showing.learning import FOR_LEVEL

NO_LINK = "Enter the whole address, like https://www.larchford.example/learning."
NO_MONTHS = "Enter a number of months from 1 to 120, like 24, or leave it empty."


def helper(*fields: object, verb: str) -> FormHelper:
    """Fields in order, then one button that says `verb`."""
    layout = FormHelper()
    layout.attrs = {"novalidate": ""}
    layout.layout = Layout(*fields, Button.primary("", verb))
    return layout


class CourseForm(forms.ModelForm):
    """A new course, or one that changes. It is written by its service, never by the form."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    link = forms.URLField(
        label="Where to read more",
        help_text="An https address. May be left empty.",
        required=False,
        max_length=200,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        validators=[URLValidator(schemes=["https"], message=NO_LINK)],
        error_messages={"invalid": NO_LINK},
    )
    valid_months = forms.IntegerField(
        label="Months for which it holds",
        help_text="Leave empty when it does not run out.",
        required=False,
        min_value=1,
        max_value=120,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_MONTHS),
    )

    class Meta:
        model = Course
        fields = ["title", "kind", "summary", "link", "for_level", "valid_months", "is_expected", "is_retired"]
        widgets = {"kind": forms.RadioSelect, "summary": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "title": "Title",
            "kind": "What it is",
            "summary": "What one learns there",
            "for_level": "Whom it is for",
            "is_expected": "Everybody of that level is asked to come",
            "is_retired": "It is not held any more",
        }
        help_texts = {
            "title": "Like Being a corporate parent.",
            "kind": "An induction or a refresher proves that somebody knows their role.",
            "summary": "One or two sentences. Nobody’s name.",
            "for_level": "That level and those above it.",
            "is_expected": "",
        }
        error_messages = {
            "title": {"required": "Enter the title of the course."},
            "kind": dict.fromkeys(("required", "invalid_choice"), "Choose what it is."),
            "for_level": dict.fromkeys(("required", "invalid_choice"), "Choose whom it is for."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("title", "summary"):
            self.fields[name].validators.append(validate_no_identifiers)
        self.fields["kind"].choices = Course.Kind.choices
        self.fields["for_level"].choices = list(FOR_LEVEL.items())
        self.fields["version"].initial = self.instance.version
        self.helper = helper(*self.layout(), "version", verb="Keep this course")

    def layout(self):
        shown = [
            Field.text("title"),
            Field.radios("kind", inline=True, legend_size=Size.SMALL),
            Field.textarea("summary", rows=3),
            Field.text("link"),
            Field.select("for_level"),
            Field.text("valid_months", field_width=Fixed.FIVE),
            Field.checkbox("is_expected"),
        ]
        if not self.instance.pk:
            del self.fields["is_retired"]
            return shown
        return [*shown, Field.checkbox("is_retired")]

    def _post_clean(self):
        """The service checks the course as it will be; a form that changed it first would hide what is new."""

    def save(self, *, by):  # type: ignore[override]  # by a service, never by itself
        given = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}
        if not self.instance.pk:
            return services.add_course(by=by, at=timezone.now(), **given)
        version = self.cleaned_data["version"]
        return services.change_course(course=self.instance, version=version, by=by, at=timezone.now(), **given)


class SessionForm(forms.Form):
    """When and where a course is held."""

    day = DayField(what="the day of the session", label="Day", help_text="Like 27 11 2026.")
    time = forms.TimeField(
        label="Begins at",
        help_text="Like 18:00.",
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TextInput,
        error_messages=dict.fromkeys(("required", "invalid"), "Enter the time at which it begins, like 18:00."),
    )
    place = forms.CharField(
        label="Where",
        help_text="A room, or that it is held online. May be left empty.",
        required=False,
        max_length=LearningSession._meta.get_field("place").max_length,
        validators=[validate_no_identifiers],
        error_messages={"max_length": "Keep it to 120 characters."},
    )

    def __init__(self, *args, course: Course, **kwargs):
        super().__init__(*args, **kwargs)
        self.course = course
        self.helper = helper(
            Field("day"), Field.text("time", field_width=Fixed.FIVE), Field.text("place"), verb="Plan the session"
        )

    def save(self, *, by):  # type: ignore[override]  # by a service, never by itself
        starts_at = timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))
        place = self.cleaned_data["place"].strip()
        return services.plan_session(course=self.course, starts_at=starts_at, place=place, by=by, at=timezone.now())
