"""Entries of the forward plan, and the notices of meetings in private. Everybody reads all of it."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Body, Person
from reports.committees import services
from reports.committees.forms.names import NamesSettled
from reports.committees.models import ForwardPlanEntry, Meeting, PrivateNotice

SHOWN = (
    "matter",
    "about",
    "decide_on",
    "documents",
    "contact",
    "is_key",
    "private_because",
    "short_because",
    "agreed_by",
    "version",
)
POST = "A post, not a name: Chair of the scrutiny committee."


def words(label: str, most: int, *, help_text: str = "", missing: str = "", is_long: bool = False) -> CheckedText:
    """Free text of up to `most` characters; `missing` is said where it is empty, "" when it may be."""
    return CheckedText(
        label=label,
        help_text=help_text,
        max_length=most,
        required=bool(missing),
        widget=forms.Textarea if is_long else forms.TextInput,
        error_messages={"required": missing, "max_length": f"Keep it to {most:,} characters."},
    )


class EntryForm(NamesSettled, DeedForm):
    """A new entry, or `entry` as it is to become."""

    body = forms.ModelChoiceField(
        Body.objects.none(),
        to_field_name="slug",
        empty_label="Choose a body",
        label="Who decides it?",
        help_text="Executive bodies only.",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose an executive body from the list."),
    )
    matter = words("What is to be decided?", 200, missing="Say what is to be decided.")
    about = words("What is it about?", 500, is_long=True, help_text="A sentence or two for everybody.")
    decide_on = DayField(
        what="the day on which it is decided", label="When is it decided?", help_text="Like 27 11 2026."
    )
    documents = words("Which documents will be read?", 500, is_long=True)
    contact = words("Whom can people ask?", 120, help_text="A post, not a name: Head of commissioning.")
    is_key = forms.BooleanField(label="It is a key decision", required=False)
    private_because = words("If part of it is in private: why?", 300, help_text="Nothing that is itself exempt.")
    short_because = words("If 28 clear days cannot be given: why not?", 500, is_long=True)
    agreed_by = words("And who was given notice, or agreed?", 120, help_text=POST)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, entry: ForwardPlanEntry | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry
        bodies = Body.objects.current(timezone.localdate()).filter(regime=Body.Regime.EXECUTIVE).order_by("name")
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        if entry:
            del self.fields["body"]
        self.helper = self.layout_of(
            "Keep this entry" if entry else "Publish this entry",
            *([] if entry else [Field.select("body")]),
            Field.text("matter"),
            Field.textarea("about", rows=3),
            Field("decide_on"),
            Field.checkbox("is_key"),
            Field.textarea("documents", rows=3),
            Field.text("contact"),
            Field.text("private_because"),
            Field.textarea("short_because", rows=3),
            Field.text("agreed_by"),
            "version",
        )

    def save(self, *, by: Person) -> ForwardPlanEntry | None:
        given, at, entry = dict(self.cleaned_data), timezone.now(), self.entry
        version = given.pop("version") or 0
        if entry is None:
            return self.do(lambda: services.enter_forward(by=by, at=at, **given))
        return self.do(lambda: services.change_forward(entry=entry, version=version, by=by, at=at, **given))


def entry_shown(entry: ForwardPlanEntry) -> dict[str, Any]:
    """What the form shows of `entry`."""
    return {name: getattr(entry, name) for name in SHOWN}


class WithdrawForm(NamesSettled, DeedForm):
    because = words("Why is it withdrawn?", 300, missing="Say why it is withdrawn. Everybody reads it.")

    def __init__(self, *args: Any, entry: ForwardPlanEntry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry
        self.helper = self.layout_of("Withdraw this entry", Field.text("because"))

    def save(self, *, by: Person) -> ForwardPlanEntry | None:
        because, at = self.cleaned_data["because"], timezone.now()
        return self.do(lambda: services.withdraw_forward(entry=self.entry, because=because, by=by, at=at))


class NoticeForm(NamesSettled, DeedForm):
    """The notice that comes next: the first, or the second with what people said to the first."""

    reasons = words(
        "Why is the meeting, or part of it, in private?",
        500,
        is_long=True,
        missing="Say why the meeting is in private.",
        help_text="Everybody reads it: nothing that is itself exempt.",
    )
    representations = words("Representations received", 2_000, is_long=True, help_text="Or “None”. Nobody’s name.")
    response = words("The council’s answer to them", 2_000, is_long=True)
    short_because = words("If the last lawful day is over: why could the time not be given?", 500, is_long=True)
    agreed_by = words("And who agreed to less time?", 120, help_text=POST)

    def __init__(self, *args: Any, meeting: Meeting, step: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.step = meeting, step
        answers = ("representations", "response")
        if step == PrivateNotice.Step.FIRST:
            for name in answers:
                del self.fields[name]
        self.helper = self.layout_of(
            "Publish this notice",
            Field.textarea("reasons", rows=3),
            *[Field.textarea(name, rows=4) for name in answers if name in self.fields],
            Field.textarea("short_because", rows=3),
            Field.text("agreed_by"),
        )

    def save(self, *, by: Person) -> PrivateNotice | None:
        given, at = self.cleaned_data, timezone.now()
        return self.do(lambda: services.give_notice(meeting=self.meeting, step=self.step, by=by, at=at, **given))
