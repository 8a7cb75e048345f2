"""What was heard, as it is written down or corrected; a challenge of the children's council."""

from typing import Any

from crispy_forms_gds.layout import Div, Field, Size
from django import forms
from django.db.models import Q
from django.utils import timezone

from corpparent.identifiers.forms import REASON, CheckedText, NamesExplained
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Body, Person
from members.roles import PARTICIPATION_OFFICER
from members.standing import Standing
from pledges import services
from pledges.facts import voices as facts
from pledges.models import Promise, Voice
from pledges.models.promise import THEME_CHOICES

LIVE = ["live", "under-review"]
SAY_WHICH = ("required", "invalid_choice")
LISTS = ("promises", "heard_by")


def free_text(label: str, missing: str, *, most: int = 500, rows: int = 4, help_text: str = "") -> CheckedText:
    """A box for free text, checked for identifiers and names; `missing` is said when it is empty, "" when it may be."""
    return CheckedText(
        label=label,
        help_text=help_text,
        required=bool(missing),
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing, "max_length": f"Keep it to {most} characters."},
    )


def chosen(label: str, choices: Any, missing: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(SAY_WHICH, missing),
    )


def theme_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="What it is about",
        choices=[("", "Choose one"), *THEME_CHOICES],
        error_messages=dict.fromkeys(SAY_WHICH, "Choose what it is about."),
    )


def many(name: str) -> Div:
    """Choices that may be a hundred: they scroll in a box of their own."""
    return Div(Field.checkboxes(name, small=True, legend_size=Size.SMALL), css_class="app-many")


class PromisesField(forms.ModelMultipleChoiceField):
    """By their words alone: each pledge numbers its own."""

    def label_from_instance(self, obj: Promise) -> str:
        return obj.wording


def promises_field() -> PromisesField:
    return PromisesField(
        Promise.objects.none(),
        to_field_name="public_id",
        label="Promises it is about",
        help_text="May be left empty.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose promises from the list.", "invalid_pk_value": "Choose promises."},
    )


def promises_to_choose(voice: Voice | None):
    """Those of pledges that are live, and those that were chosen before."""
    may = Q(pledge__status__in=LIVE) | Q(voices=voice) if voice else Q(pledge__status__in=LIVE)
    return Promise.objects.filter(may).order_by("pledge", "number").distinct()


class VoiceForm(NamesExplained, DeedForm):
    """New, or a correction of `voice`. `who` writes: the participation officer also says who listened."""

    heard_on = DayField(what="the day it was heard", label="When was it heard?")
    source = chosen("Who said it?", Voice.Source, "Choose who said it.")
    how = chosen("How was it heard?", Voice.How, "Choose how it was heard.")
    theme = theme_field()
    said = free_text(
        "What was said",
        "Write what was said.",
        help_text="For the group. Nothing that tells who said it: no name, school, street or date of birth.",
    )
    words = chosen("Whose words are these?", Voice.Words, "Choose whose words these are.")
    promises = promises_field()
    heard_by = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        label="Which corporate parents were there and listened?",
        help_text="It counts for their duty to listen. May be left empty.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose people from the list.", "invalid_pk_value": "Choose people."},
    )
    is_changed = forms.TypedChoiceField(
        label="What came of it?",
        choices=[("yes", "Something changed"), ("no", "Nothing changed, and why")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(SAY_WHICH, "Choose what came of it."),
    )
    outcome = free_text("What changed, or why not", "Say what changed, or why nothing did.")
    told_on = DayField(what="the day they were told", label="When were they told?")
    told_how = free_text("How were they told?", "Say how they were told.", most=200, rows=2)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, who: Standing, voice: Voice | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.voice = voice
        self.leave_out(who)
        self.fields["promises"].queryset = promises_to_choose(voice)
        if "heard_by" in self.fields:
            self.fields["heard_by"].queryset = self.listeners()
        if voice:
            self.show(voice)
        else:
            self.fields["words"].initial = Voice.Words.PARAPHRASE
        self.helper = self.layout_of(
            "Keep this" if voice else "Write this down", *(self.drawn(name) for name in self.fields if name != REASON)
        )

    def leave_out(self, who: Standing) -> None:
        """What does not stand yet, or is not for this person to say."""
        voice, away = self.voice, set()
        if not who.has(PARTICIPATION_OFFICER):
            away.add("heard_by")
        if not (voice and voice.decided_on):
            away |= {"is_changed", "outcome"}
        if not (voice and voice.told_on):
            away |= {"told_on", "told_how"}
        if not voice:
            away.add("version")
        for name in away:
            del self.fields[name]

    def listeners(self):
        """Corporate parents of today, and whoever was said to have listened."""
        today = Person.objects.filter(pk__in=facts.listeners(timezone.localdate()).values("pk"))
        return (today | Person.objects.filter(voices_heard=self.voice)).distinct() if self.voice else today

    def show(self, voice: Voice) -> None:
        for name in self.fields:
            value: object
            if name in LISTS:
                value = list(getattr(voice, name).values_list("public_id", flat=True))
            elif name == "is_changed":
                value = "yes" if voice.is_changed else "no"
            else:
                value = getattr(voice, name)
            self.fields[name].initial = value

    def drawn(self, name: str) -> object:
        """The field as it stands on the page."""
        if name in ("source", "how", "words", "is_changed"):
            return Field.radios(name, legend_size=Size.SMALL)
        if name in LISTS:
            return many(name)
        return Field.select(name) if name == "theme" else name

    def save(self, *, by) -> Voice | None:
        given, at, voice = dict(self.cleaned_data), timezone.now(), self.voice
        if voice is None:
            heard_by = given.pop("heard_by", [by])
            return self.do(lambda: services.record_voice(by=by, at=at, heard_by=heard_by, **given))
        return self.do(lambda: services.change_voice(voice=voice, by=by, at=at, **given))


class ChallengeForm(NamesExplained, DeedForm):
    """What the children's council puts to a body, which must answer."""

    heard_on = DayField(what="the day the challenge was made", label="When did the children’s council ask?")
    said = free_text(
        "What they ask",
        "Write what they ask.",
        help_text="For the group. Nothing that tells who said it: no name, school, street or date of birth.",
    )
    words = chosen("Whose words are these?", Voice.Words, "Choose whose words these are.")
    theme = theme_field()
    body = forms.ModelChoiceField(
        Body.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a body",
        label="Who must answer?",
        error_messages=dict.fromkeys(SAY_WHICH, "Choose the body that must answer."),
    )
    answer_by = DayField(
        what="the day by which they answer",
        label="By when?",
        help_text="Leave it empty for the usual time of this council.",
        required=False,
    )
    promises = promises_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["promises"].queryset = promises_to_choose(None)
        self.fields["body"].queryset = Body.objects.current(timezone.localdate())
        self.fields["words"].initial = Voice.Words.APPROVED
        self.helper = self.layout_of(
            "Put it to them",
            "heard_on",
            "said",
            Field.radios("words", legend_size=Size.SMALL),
            Field.select("theme"),
            Field.select("body"),
            "answer_by",
            many("promises"),
        )

    def save(self, *, by) -> Voice | None:
        said_by = {"kind": Voice.Kind.CHALLENGE, "source": Voice.Source.YOUNG_PEOPLE, "how": Voice.How.COUNCIL}
        given = self.cleaned_data | said_by
        return self.do(lambda: services.record_voice(by=by, at=timezone.now(), **given))
