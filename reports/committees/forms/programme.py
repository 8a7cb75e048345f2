"""What is expected of a body: another matter, for which meeting it is planned, and why not any more."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from corpparent.periods import Period
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Body, Person
from reports.committees import services
from reports.committees.facts import programme as facts
from reports.committees.models import Meeting, WorkProgrammeItem
from reports.committees.rules.programme import LONGEST, LONGEST_REASON


class ExpectedForm(DeedForm):
    title = CheckedText(
        label="What is expected?",
        max_length=LONGEST,
        error_messages={"required": "Give it a title.", "max_length": f"Keep it to {LONGEST} characters."},
    )
    expected_by = DayField(label="By when?", what="the day by which it is expected")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, body: Body, year: Period, one: WorkProgrammeItem | None = None, **kwargs: Any
    ) -> None:
        given = {"title": one.title, "expected_by": one.expected_by, "version": one.version} if one else {}
        super().__init__(*args, **kwargs | {"initial": given})
        self.body, self.year, self.one = body, year, one
        self.helper = self.layout_of("Keep this", Field.text("title"), "expected_by", "version")

    def save(self, *, by: Person) -> WorkProgrammeItem | None:
        given, at = dict(self.cleaned_data), timezone.now()
        version, one = given.pop("version") or 0, self.one
        if one is None:
            return self.do(lambda: services.add_expected(body=self.body, year=self.year, by=by, at=at, **given))
        return self.do(lambda: services.change_expected(one=one, version=version, by=by, at=at, **given))


class PlanForm(DeedForm):
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a meeting",
        label="For which meeting?",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a meeting that is to come."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, one: WorkProgrammeItem, **kwargs: Any) -> None:
        given = {"version": one.version, "meeting": one.meeting and one.meeting.public_id}
        super().__init__(*args, **kwargs | {"initial": given})
        self.one = one
        found = facts.meetings_for(one, timezone.localdate()).select_related("body")
        self.fields["meeting"].queryset = found  # type: ignore[attr-defined]
        self.helper = self.layout_of("Plan it", Field.select("meeting"), "version")

    def save(self, *, by: Person) -> WorkProgrammeItem | None:
        given = self.cleaned_data
        return self.do(lambda: services.plan_for(one=self.one, by=by, at=timezone.now(), **given))


class DropForm(DeedForm):
    because = CheckedText(
        label="Why is it not expected any more?",
        help_text="Everybody who reads the work programme sees it.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say why.", "max_length": f"Keep it to {LONGEST_REASON} characters."},
    )

    def __init__(self, *args: Any, one: WorkProgrammeItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.one = one
        self.helper = self.layout_of("Take it off", Field.text("because"))

    def save(self, *, by: Person) -> WorkProgrammeItem | None:
        because = self.cleaned_data["because"]
        return self.do(lambda: services.drop_expected(one=self.one, because=because, by=by, at=timezone.now()))
