"""A part of the visit form, built from its questions; a point; and what an officer or the visitor says of a report.

Saving keeps whatever was typed: what could point at a child is marked, and refused only when the report is sent.
"""

from collections.abc import Callable
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import REASON, CheckedText, NamesExplained
from members.forms.choices import big_choices
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.forms.versions import refuse
from pledges.models.promise import THEME_CHOICES
from visits import services
from visits.models import Point, Visit
from visits.models.visit import LONGEST
from visits.questions import Part, Question
from visits.rules.reports import MOST_PEOPLE, check_day

TOO_LONG = f"Keep it to {LONGEST:,} characters."
NO_COUNT = f"Enter a number from 0 to {MOST_PEOPLE}."
FEW = 6  # counts up to this are big choices
SPARE = 2  # more children than places is what a visitor has to be able to say


def words(label: str, hint: str = "", *, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": TOO_LONG},
    )


def field_of(question: Question, most: int) -> forms.Field:
    """The field of a question; nothing is required while the report is being written."""
    if question.kind == "words":
        return words(question.asks, question.hint)
    if question.kind == "choice":
        choices = [(choice, choice) for choice in question.choices]
    elif most + SPARE <= FEW and question.slug.startswith("children"):
        choices = [(str(number), str(number)) for number in range(FEW + 1)]
    else:
        return forms.IntegerField(
            label=question.asks,
            help_text=question.hint,
            required=False,
            min_value=0,
            max_value=MOST_PEOPLE,
            widget=forms.NumberInput(attrs={"class": "govuk-input govuk-input--width-3", "inputmode": "numeric"}),
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_COUNT),
        )
    return forms.ChoiceField(
        label=question.asks,
        help_text=question.hint,
        required=False,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the answers."},
    )


def time(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Enter a time like 16:30."},
    )


COLUMNS: dict[str, Callable[[], forms.Field]] = {
    "visited_on": lambda: DayField(
        what="the day you visited", label="When did you visit?", help_text="Like 27 11 2026.", required=False
    ),
    "arrived_at": lambda: time("When did you arrive?"),
    "left_at": lambda: time("When did you leave?"),
    "day_part": lambda: forms.ChoiceField(
        label="Which part of the day was it?", required=False, choices=Visit.DayPart, widget=forms.RadioSelect
    ),
    "is_announced": lambda: forms.TypedChoiceField(
        label="Did the home know the day?",
        required=False,
        choices=[("True", "Yes"), ("False", "No")],
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=forms.RadioSelect,
    ),
    "judgement": lambda: forms.ChoiceField(
        label="Would this be good enough for my own child?",
        required=False,
        choices=Visit.Judgement,
        widget=forms.RadioSelect,
    ),
    "judgement_reason": lambda: words("Why?", "In your own words. Without anybody’s name."),
    "celebrate": lambda: words("One thing to celebrate", rows=3),
    "change_first": lambda: words("One thing to change first", rows=3),
}


class PartForm(forms.Form):
    """One page of the form: `part` of `visit`, with what was `answered` before."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, visit: Visit, part: Part, verb: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit, self.part = visit, part
        for name in part.fields:
            self.fields[name] = COLUMNS[name]()
        for question in part.asked:
            self.fields[question.slug] = field_of(question, visit.home.places)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        shown = [self.shown(name) for name in self.fields]
        self.helper.layout = Layout(*shown, Button.primary("", verb))

    def shown(self, name: str) -> Field:
        if isinstance(self.fields[name].widget, forms.RadioSelect):
            return big_choices(name)
        return Field(name)

    def clean(self) -> dict[str, Any] | None:
        """A day to come, or on which the home was not open, is said at once and not only when the report is sent."""
        arrived_at, left_at = (self.cleaned_data.get(name) for name in ("arrived_at", "left_at"))
        if arrived_at and left_at and left_at < arrived_at:
            raise forms.ValidationError({"left_at": "You left before you arrived. Look at both times again."})
        visited_on, home = self.cleaned_data.get("visited_on"), self.visit.home
        if visited_on and home.opened_on:
            check_day(visited_on, home, timezone.localdate())
        return super().clean()

    def answers(self) -> dict[str, str]:
        """What was answered, by question; without those that are no answer."""
        given = self.cleaned_data
        asked = [one.slug for one in self.part.asked if one.slug in given]
        return {slug: "" if given[slug] is None else str(given[slug]) for slug in asked}

    def columns(self) -> dict[str, Any]:
        """What was filled in of the visit itself."""
        return {name: self.cleaned_data[name] for name in self.part.fields if name in self.cleaned_data}

    def save(self, by: Any) -> None:
        """Keep what was typed; a save over a newer one is refused and shows both."""
        try:
            services.save_part(
                visit=self.visit,
                answers=self.answers(),
                version=self.cleaned_data["version"],
                by=by,
                at=timezone.now(),
                step=self.part.slug,
                **self.columns(),
            )
        except forms.ValidationError as problem:
            refuse(self, problem)


class PointForm(DeedForm):
    """A point while the report is being written."""

    title = CheckedText(
        label="In a few words",
        help_text="Like: garden gate does not shut.",
        max_length=120,
        error_messages={"required": "Say in a few words what it is.", "max_length": "Keep it to 120 characters."},
    )
    saw = CheckedText(
        label="What did you see or hear?",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what you saw or heard.", "max_length": TOO_LONG},
    )
    theme = forms.ChoiceField(
        label="What is it about?",
        choices=THEME_CHOICES,
        error_messages={"required": "Choose what it is about.", "invalid_choice": "Choose what it is about."},
    )
    severity = forms.ChoiceField(
        label="How soon must it change?",
        choices=Point.Severity,
        initial=Point.Severity.IMPROVE,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how soon.", "invalid_choice": "Choose how soon."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, visit: Visit, point: Point | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit, self.point = visit, point
        self.helper = self.layout_of(
            "Keep this point",
            Field.text("title"),
            Field.textarea("saw", rows=4),
            Field.select("theme"),
            big_choices("severity"),
            Field("version"),
        )

    def save(self, by: Any) -> Point | None:
        given, at = dict(self.cleaned_data), timezone.now()
        version = given.pop("version")
        if self.point is None:
            return self.do(lambda: services.add_point(visit=self.visit, by=by, at=at, **given))
        point = self.point
        return self.do(lambda: services.change_point(point=point, version=version or 0, by=by, at=at, **given))


class ReturnForm(NamesExplained, DeedForm):
    because = CheckedText(
        label="What is to be amended?",
        help_text="The visitor reads it. Both versions stay.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what is to be amended.", "max_length": "Keep it to 500 characters."},
    )

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit = visit
        self.helper = self.layout_of("Return this report", Field.textarea("because", rows=4))

    def save(self, by: Any) -> Visit | None:
        return self.do(lambda: services.return_visit(visit=self.visit, by=by, at=timezone.now(), **self.cleaned_data))


class PassOnForm(NamesExplained, DeedForm):
    """That a worry was passed on: to whom and when, never what."""

    to = CheckedText(
        label="Which service did you tell?",
        help_text="Like: the children’s front door. Nothing about the child.",
        max_length=80,
        error_messages={"required": "Say which service you told.", "max_length": "Keep it to 80 characters."},
    )
    on = DayField(what="the day you told them", label="Which day?", help_text="Like 27 11 2026.")
    clock = forms.TimeField(
        label="At what time?",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "Enter the time, like 16:30.", "invalid": "Enter a time like 16:30."},
    )

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit = visit
        self.helper = self.layout_of("Record that it was passed on", Field.text("to"), Field("on"), Field("clock"))

    def save(self, by: Any) -> Visit | None:
        given = self.cleaned_data
        moment = timezone.make_aware(timezone.datetime.combine(given["on"], given["clock"]))
        return self.do(
            lambda: services.pass_on(
                visit=self.visit,
                to=given["to"],
                passed_on_at=moment,
                names_explained=given[REASON],
                by=by,
                at=timezone.now(),
            )
        )
