"""A meeting, and its end. What speaks against its day is said, and ticked by whoever plans it all the same."""

from typing import Any

from crispy_forms_gds.layout import Field, Fixed, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Body
from reports.committees import services
from reports.committees.facts import meetings as facts
from reports.committees.facts.clashes import clashes
from reports.committees.models import Meeting
from reports.committees.rules.meetings import FIELDS, LONGEST_REASON

HOURS = ["%H:%M", "%H.%M", "%H"]


def hour(label: str, said: str, **more: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        input_formats=HOURS,
        widget=forms.TimeInput(attrs={"inputmode": "numeric"}, format="%H:%M"),
        error_messages={"required": said, "invalid": "Enter an hour, like 14:00."},
        **more,
    )


class PlaceForm(DeedForm):
    """What one meeting and a series of them have in common."""

    begins_at = hour("When does it begin?", "Enter the hour at which it begins, like 14:00.", help_text="Like 14:00.")
    ends_at = hour("When is it over?", "", required=False, help_text="Empty where nobody can say.")
    place = CheckedText(
        label="Where?",
        max_length=200,
        error_messages={"required": "Enter where it meets.", "max_length": "Keep it to 200 characters."},
    )
    attending = forms.ChoiceField(
        label="How do people take part?",
        choices=Meeting.Attending.choices,
        initial=Meeting.Attending.IN_PERSON.value,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose how people take part."),
    )
    joining = CheckedText(
        label="How does the public come in, join or watch?",
        help_text="Everybody reads it. No link that lets people speak.",
        max_length=300,
        required=False,
        error_messages={"max_length": "Keep it to 300 characters."},
    )

    def place_fields(self) -> list[object]:
        return [
            Field.text("begins_at", field_width=Fixed.FIVE),
            Field.text("ends_at", field_width=Fixed.FIVE),
            Field.text("place"),
            Field.radios("attending", legend_size=Size.SMALL),
            Field.text("joining"),
        ]


class BodyChoice(forms.ModelChoiceField):
    def __init__(self) -> None:
        super().__init__(
            Body.objects.none(),
            label="Which body meets?",
            to_field_name="slug",
            empty_label="Choose one",
            error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a body from the list."),
        )


class MeetingForm(PlaceForm):
    """A new meeting, or `meeting` as it is to become."""

    body = BodyChoice()
    meets_on = DayField(what="the day on which it meets", label="On which day?", help_text="Like 2 12 2026.")
    is_public = forms.TypedChoiceField(
        label="Is it open to the public?",
        choices=[("", "As usual for this body"), ("yes", "Yes"), ("no", "No: only corporate parents see it")],
        coerce=lambda given: given == "yes",
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Choose one from the list."},
    )
    convened_on = DayField(
        what="the day on which it was called",
        label="Called at short notice on",
        help_text="Only where it was called later than the clear days before it. Its papers are then out in time on "
        "the day it was called (Local Government Act 1972, section 100A).",
        required=False,
    )
    is_confirmed = forms.BooleanField(label="Keep this day all the same", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.warnings: list[str] = []
        self.fields["body"].queryset = facts.bodies_that_meet(timezone.localdate())
        if meeting:
            del self.fields["body"]
            self.fields["is_public"].choices = self.fields["is_public"].choices[1:]
        self.helper = self.layout_of("Keep these changes" if meeting else "Plan this meeting", *self.laid_out())

    def laid_out(self) -> list[object]:
        return [
            *[Field.select("body")] * (self.meeting is None),
            "meets_on",
            *self.place_fields(),
            Field.select("is_public"),
            "convened_on",
            Field.checkbox("is_confirmed"),
            "version",
        ]

    def clean(self) -> dict[str, Any]:
        """A day against which something speaks is kept once that is ticked."""
        given = super().clean() or self.cleaned_data
        body, on = self.meeting.body if self.meeting else given.get("body"), given.get("meets_on")
        if body and on and not (self.meeting and self.meeting.meets_on == on):
            self.warnings = facts.warnings_of(body, on, self.meeting, clashes(body, [on], self.meeting).get(on, []))
        if self.warnings and not given.get("is_confirmed"):
            self.add_error("is_confirmed", " ".join([*self.warnings, "Tick this to keep the day, or choose another."]))
        return given

    def save(self, *, by: Any) -> Meeting | None:
        given = dict(self.cleaned_data)
        del given["is_confirmed"]
        version, at, meeting = given.pop("version"), timezone.now(), self.meeting
        if given["is_public"] is None:
            del given["is_public"]
        if meeting is None:
            return self.do(lambda: services.plan_meeting(by=by, at=at, **given))
        return self.do(lambda: services.change_meeting(meeting=meeting, version=version or 0, by=by, at=at, **given))


def meeting_shown(meeting: Meeting) -> dict[str, Any]:
    """What the form shows of `meeting`."""
    shown = {name: getattr(meeting, name) for name in (*FIELDS, "version")}
    return shown | {"is_public": "yes" if meeting.is_public else "no"}


class CancelForm(DeedForm):
    because = CheckedText(
        label="Why is it cancelled?",
        help_text="Everybody who sees the meeting reads it. Nothing that is exempt, nobody’s name.",
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Say why it is cancelled. Everybody who sees the meeting reads it.",
            "max_length": f"Keep it to {LONGEST_REASON} characters.",
        },
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.helper = self.layout_of("Cancel the meeting", Field.text("because"))

    def save(self, *, by: Any) -> Meeting | None:
        because = self.cleaned_data["because"]
        return self.do(lambda: services.cancel_meeting(meeting=self.meeting, because=because, by=by, at=timezone.now()))
