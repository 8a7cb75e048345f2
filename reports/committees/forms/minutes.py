"""Writing what is minuted of an item, the hours of a meeting, and confirming minutes at a later one."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import REASON, CheckedText, NamesExplained
from members.forms.deeds import DeedForm
from members.models import Person
from reports.committees import services
from reports.committees.facts import minutes as facts
from reports.committees.forms.meetings import hour
from reports.committees.models import Meeting, Minute, Minutes
from reports.committees.rules import minutes as rules


def words(label: str, hint: str) -> CheckedText:
    return CheckedText(
        label=label,
        help_text=hint,
        max_length=rules.LONGEST,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": f"Keep it to {rules.LONGEST:,} characters."},
    )


class MinuteForm(NamesExplained, DeedForm):
    """What everybody reads, what was said without the public, and once the chair approved the draft why it changes."""

    text = words("What the minutes say", "Everybody reads it. An empty line begins a new paragraph.")
    exempt_text = words(
        "What was considered without the public",
        "Read by members of the body and those who answer for all of them. Write into the box above what the public "
        "can be told of it.",
    )
    because = CheckedText(
        label="Why do you change it?",
        help_text="Everybody who reads the minutes sees it, with the words that were there before.",
        max_length=rules.LONGEST_REASON,
        required=False,
        error_messages={"max_length": f"Keep it to {rules.LONGEST_REASON} characters."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, minute: Minute, **kwargs: Any) -> None:
        given = {"text": minute.text, "exempt_text": minute.exempt_text, REASON: minute.names_explained}
        super().__init__(*args, **kwargs | {"initial": given | {"version": minute.version}})
        self.minute = minute
        fields = [Field.textarea("text", rows=10), Field.textarea("exempt_text", rows=5)]
        if minute.minutes.status == Minutes.Status.DRAFT:
            del self.fields["because"]
        else:
            fields.append(Field.text("because"))
        self.helper = self.layout_of("Keep this", *fields, "version")

    def save(self, *, by: Person) -> Minute | None:
        given = self.cleaned_data
        return self.do(lambda: services.write_minute(minute=self.minute, by=by, at=timezone.now(), **given))


class HoursForm(DeedForm):
    began_at = hour("Began at", "", required=False)
    ended_at = hour("Ended at", "", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, minutes: Minutes, **kwargs: Any) -> None:
        given = {"began_at": minutes.began_at, "ended_at": minutes.ended_at, "version": minutes.version}
        super().__init__(*args, **kwargs | {"initial": given})
        self.minutes = minutes
        hours = [Field.text("began_at", field_width=5), Field.text("ended_at", field_width=5)]
        self.helper = self.layout_of("Keep the hours", *hours, "version")

    def save(self, *, by: Person) -> Minutes | None:
        given = self.cleaned_data
        return self.do(lambda: services.set_hours(minutes=self.minutes, by=by, at=timezone.now(), **given))


class ConfirmForm(DeedForm):
    at_meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a meeting",
        label="At which meeting were they confirmed?",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a later meeting of this body."),
    )
    signed_by = forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Who signed them?",
        help_text="Whoever presided at that meeting.",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose who signed them."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, minutes: Minutes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": {"version": minutes.version}})
        self.minutes = minutes
        self.fields["at_meeting"].queryset = facts.meetings_to_confirm_at(minutes)  # type: ignore[attr-defined]
        self.fields["signed_by"].queryset = facts.people_of(minutes.meeting.body)  # type: ignore[attr-defined]
        choices = [Field.select("at_meeting"), Field.select("signed_by")]
        self.helper = self.layout_of("These minutes are confirmed", *choices, "version")

    def save(self, *, by: Person) -> Minutes | None:
        given = self.cleaned_data
        return self.do(lambda: services.confirm_minutes(minutes=self.minutes, by=by, at=timezone.now(), **given))
