"""A promise, how it is measured, and what a partner commits to beside it."""

from typing import Any

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import REASON, NamesExplained
from corpparent.themes import THEMES
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Body, Role
from pledges import services
from pledges.forms.pledges import bodies, choice, words
from pledges.models import Measure, Pledge, Promise
from pledges.models.promise import PRINCIPLE_CHOICES, THEME_CHOICES
from pledges.rules.promises import ENDORSED_FIELDS
from reports.indicators.models import Indicator

NUMBERED = [(number, f"{number}. {title}") for number, title in PRINCIPLE_CHOICES]


def partner(label: str, *, is_needed: bool) -> forms.ModelChoiceField:
    said = "Choose a partner from the list."
    return forms.ModelChoiceField(
        label=label,
        queryset=Body.objects.none(),
        to_field_name="slug",
        required=is_needed,
        empty_label="Choose one" if is_needed else "The council alone",
        error_messages=dict.fromkeys(("required", "invalid_choice"), said),
    )


class PromiseForm(NamesExplained, DeedForm):
    """A new promise of `pledge`, or `promise` as it is to become. What was endorsed is not asked any more."""

    number = forms.IntegerField(
        label="Its place among the promises",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid"), "Enter its place as a whole number, like 3."),
    )
    wording = words(
        "In young people’s words",
        200,
        needed="Write the promise in young people’s words.",
        hint="One sentence, as they said it. Like: We will celebrate with you.",
    )
    formal_wording = words("As the council’s papers say it", 500, hint="If a committee approved other words.")
    theme = choice("Theme", THEME_CHOICES, "Choose the theme.")
    principle = choice("Corporate parenting principle", NUMBERED, "Choose the principle that it follows.")
    owner_role = forms.ModelChoiceField(
        label="Who answers for it",
        help_text="A role, so that it stays when people go. It cannot be published without one.",
        queryset=Role.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label="Nobody yet",
        error_messages={"invalid_choice": "Choose a role from the list."},
    )
    partner = partner("Kept together with", is_needed=False)
    linked_strategies = words("Strategies it belongs to", 300)
    expected_outcome = words("What will be different", 500, hint="What a child would notice.")
    due_on = DayField(what="the day by which it is to be done", label="To be done by", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, pledge: Pledge, promise: Promise | None = None, are_words_fixed: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge, self.promise = pledge, promise
        self.fields["owner_role"].queryset = Role.objects.order_by("name")
        self.fields["partner"].queryset = bodies(partners=True)
        gone = ENDORSED_FIELDS if are_words_fixed else set() if promise else {"number"}
        for name in gone:
            del self.fields[name]
        self.helper = self.layout_of("Keep these changes" if promise else "Add this promise", *self.shown())

    def shown(self) -> list[object]:
        """The fields that there are, each as it looks."""
        every = {
            "wording": Field.text("wording"),
            "formal_wording": Field.text("formal_wording"),
            "theme": Field.select("theme"),
            "principle": Field.select("principle"),
            "number": Field.text("number", field_width=Fixed.TWO),
            "owner_role": Field.select("owner_role"),
            "partner": Field.select("partner"),
            "linked_strategies": Field.text("linked_strategies"),
            "expected_outcome": Field.text("expected_outcome"),
            "due_on": Field("due_on"),
            "version": "version",
        }
        return [field for name, field in every.items() if name in self.fields]

    def clean_principle(self) -> int:
        return int(self.cleaned_data["principle"])

    def clean(self):
        """What was said of names in words that are fixed stays with them."""
        given: dict[str, Any] = super().clean() or {}
        before = self.promise.names_explained if self.promise and "wording" not in self.fields else ""
        return given | {REASON: given.get(REASON) or before}

    def save(self, *, by) -> Promise | None:
        given = dict(self.cleaned_data)
        version, promise = given.pop("version") or 0, self.promise
        if promise is None:
            return self.do(lambda: services.add_promise(pledge=self.pledge, by=by, at=timezone.now(), **given))
        return self.do(
            lambda: services.change_promise(promise=promise, version=version, by=by, at=timezone.now(), **given)
        )


class MeasureForm(NamesExplained, DeedForm):
    kind = choice("What shows it?", Measure.Kind.choices, "Choose what shows it.")
    indicator_code = forms.ChoiceField(
        label="Which figure",
        help_text="For a figure of the portal: newest value, target and comparison come by themselves.",
        required=False,
        error_messages={"invalid_choice": "Choose a figure from the list."},
    )
    question = words("What is asked or told", 200, hint="For anything but a figure. Like: Who came to my birthday?")
    target = words("What would be good enough", 120)
    better = forms.ChoiceField(
        label="Which way is better",
        choices=[("", "Neither"), *Measure.Better.choices],
        required=False,
        error_messages={"invalid_choice": "Choose one from the list."},
    )

    def __init__(self, *args, promise: Promise, **kwargs):
        super().__init__(*args, **kwargs)
        self.promise = promise
        self.fields["indicator_code"].choices = figures()
        self.helper = self.layout_of(
            "Measure by this",
            Field.select("kind"),
            Field.select("indicator_code"),
            Field.text("question"),
            Field.text("target"),
            Field.select("better"),
        )

    def clean(self):
        """Of a figure only the figure counts; of a question only the question."""
        given: dict[str, Any] = super().clean() or {}
        empty = "question" if given.get("kind") == Measure.Kind.INDICATOR else "indicator_code"
        return given | {empty: ""}

    def save(self, *, by) -> Measure | None:
        return self.do(
            lambda: services.add_measure(promise=self.promise, by=by, at=timezone.now(), **self.cleaned_data)
        )


class CommitmentForm(NamesExplained, DeedForm):
    partner = partner("Partner", is_needed=True)
    wording = words("What they commit to", 200, needed="Say what they commit to.")
    promise = forms.ModelChoiceField(
        label="Beside which promise",
        queryset=Promise.objects.none(),
        to_field_name="public_id",
        required=False,
        empty_label="Beside the whole pledge",
        error_messages={"invalid_choice": "Choose one of this pledge’s promises."},
    )
    theme = choice("Theme", THEME_CHOICES, "Choose the theme.")
    principle = choice("Corporate parenting principle", NUMBERED, "Choose the principle that it follows.")
    made_on = DayField(what="the day on which they committed to it", label="Made on")

    def __init__(self, *args, pledge: Pledge, **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge = pledge
        self.fields["partner"].queryset = bodies(partners=True)
        self.fields["promise"].queryset = pledge.promises.order_by("number")
        names = ["partner", "promise", "theme", "principle"]
        selects = {name: Field.select(name) for name in names}
        self.helper = self.layout_of(
            "Write this down",
            selects["partner"],
            Field.text("wording"),
            selects["promise"],
            selects["theme"],
            selects["principle"],
            Field("made_on"),
        )

    def clean_principle(self) -> int:
        return int(self.cleaned_data["principle"])

    def save(self, *, by):
        return self.do(
            lambda: services.add_commitment(pledge=self.pledge, by=by, at=timezone.now(), **self.cleaned_data)
        )


def figures() -> list[tuple[str, object]]:
    """Figures by the title of their theme, for a select. One query."""
    found: dict[str, list[tuple[str, str]]] = {theme.slug: [] for theme in THEMES}
    for one in Indicator.objects.current():
        found[one.theme].append((one.code, one.title))
    return [("", "No figure"), *((theme.title, found[theme.slug]) for theme in THEMES if found[theme.slug])]
