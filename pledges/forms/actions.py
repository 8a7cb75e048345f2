"""Forms of the register: raise an action, and each deed to one."""

from typing import Any

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from corpparent.identifiers.forms import REASON, NamesExplained
from corpparent.references import Reference
from corpparent.themes import PRINCIPLES
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Body, Council, Person
from pledges import services
from pledges.facts import actions as facts
from pledges.forms.voices import SAY_WHICH, free_text, theme_field
from pledges.models import Action, Promise

LIVE = ["live", "under-review"]
SEEN_BY = {
    Action.Access.OPEN: "It may stand in papers for everybody.",
    Action.Access.MEMBERS: "Everybody who is signed in here.",
    Action.Access.EXEMPT: "Whoever does it or raised it, the body that follows it, and those who lead.",
}


def reason(label: str = "Why?") -> forms.CharField:
    return free_text(label, "Say why. It stands in the story of the action.", rows=3)


def owner_field() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Who does it?",
        help_text="Somebody of the council or of a partner. They get a note.",
        error_messages={
            "required": "Choose who does it.",
            "invalid_choice": "Choose somebody with an appointment today.",
        },
    )


class ShortActionForm(NamesExplained, DeedForm):
    """What every new action needs: what, why, who and when, and the body that follows it."""

    title = forms.CharField(
        label="What must be done?",
        help_text="Begin with a verb, like: Agree with the bus company that passes run in the holidays.",
        max_length=160,
        validators=[validate_no_identifiers],
        error_messages={"required": "Say what must be done.", "max_length": "Keep it to 160 characters."},
    )
    why = free_text("Why?", "Say why it must be done.", rows=3, help_text="Without anybody’s name.")
    owner = owner_field()
    due_on = DayField(what="the day by which it is done", label="By when?", help_text="Like 31 3 2027.")
    body = forms.ModelChoiceField(
        Body.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label="None",
        label="Which body follows it?",
        error_messages={"invalid_choice": "Choose a body from the list."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["owner"].queryset = facts.owners(today)
        self.fields["body"].queryset = Body.objects.current(today).order_by("name")


class ActionForm(ShortActionForm):
    """A new action. `source`: the thing it came from; without one, the council's own register."""

    theme = theme_field()
    promise = forms.ModelChoiceField(
        Promise.objects.none(),
        to_field_name="public_id",
        required=False,
        empty_label="None",
        label="Which promise does it serve?",
        error_messages={"invalid_choice": "Choose a promise from the list."},
    )
    principle = forms.TypedChoiceField(
        label="Which principle of the law does it serve?",
        choices=[("", "None of them"), *((one.number, f"{one.number}. {one.title}") for one in PRINCIPLES)],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Choose a principle from the list."},
    )
    access = forms.ChoiceField(
        label="Who may see it?",
        choices=[Choice(value, label, hint=SEEN_BY[Action.Access(value)]) for value, label in Action.Access.choices],
        initial=Action.Access.MEMBERS,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(SAY_WHICH, "Choose who may see it."),
    )

    def __init__(self, *args, source: Reference | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.source = source
        self.fields["promise"].queryset = Promise.objects.filter(pledge__status__in=LIVE).order_by("pledge", "number")
        self.helper = self.layout_of(
            "Raise this action",
            Field.text("title"),
            Field.textarea("why", rows=3),
            Field.select("owner"),
            Field("due_on"),
            Field.select("theme"),
            Field.select("promise"),
            Field.select("principle"),
            Field.select("body"),
            Field.radios("access", legend_size=Size.SMALL),
        )

    def save(self, *, by) -> Action | None:
        source = self.source or Council.current().reference
        fields = self.cleaned_data
        return self.do(lambda: services.raise_action(source=source, by=by, at=timezone.now(), **fields))


class OfAnAction(NamesExplained, DeedForm):
    """A deed to `action`; `version` is that of the page it was opened on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, action: Action, **kwargs):
        super().__init__(*args, **kwargs)
        self.action = action
        self.fields["version"].initial = action.version

    def given(self, *names: str) -> dict[str, Any]:
        """What was typed in these, and why a name in it may stand."""
        return {name: self.cleaned_data[name] for name in (*names, REASON)}


class NoteForm(OfAnAction):
    words = free_text("What do you know of it?", "Write what you know of it.", help_text="Without anybody’s name.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Add this note", Field.textarea("words", rows=4), "version")

    def save(self, *, by) -> Action | None:
        given = self.given("words")
        return self.do(lambda: services.note_action(action=self.action, by=by, at=timezone.now(), **given))


class EvidenceForm(OfAnAction):
    words = free_text("What shows it?", "Say what shows that it was done.", rows=3)
    dated_on = DayField(what="the day of the evidence", label="Of which day is it?", help_text="Like 27 11 2026.")
    link = forms.URLField(
        label="Where is it?",
        help_text="An address on the web or of the council’s own system. May be left empty.",
        required=False,
        assume_scheme="https",
        max_length=200,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        error_messages={"invalid": "Enter a whole address, like https://www.larchford.example/report."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fields = (Field.textarea("words", rows=3), Field("dated_on"), Field.text("link"))
        self.helper = self.layout_of("Add this evidence", *fields, "version")

    def save(self, *, by) -> Action | None:
        given = self.given("words", "dated_on", "link")
        return self.do(lambda: services.show_evidence(action=self.action, by=by, at=timezone.now(), **given))


class MoveForm(OfAnAction):
    due_on = DayField(what="the new day by which it is done", label="By when instead?", help_text="Like 31 3 2027.")
    because = reason()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Move the date", Field("due_on"), Field.textarea("because", rows=3), "version")

    def save(self, *, by) -> Action | None:
        return self.do(lambda: services.move_action(action=self.action, by=by, at=timezone.now(), **self.cleaned_data))


class GiveForm(OfAnAction):
    owner = owner_field()
    because = reason()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = facts.owners(timezone.localdate())
        self.helper = self.layout_of(
            "Give it to them", Field.select("owner"), Field.textarea("because", rows=3), "version"
        )

    def save(self, *, by) -> Action | None:
        return self.do(lambda: services.give_action(action=self.action, by=by, at=timezone.now(), **self.cleaned_data))


class FinishForm(OfAnAction):
    words = free_text("What was done?", "Say what was done.", help_text="Somebody else looks whether it is.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("It is done", Field.textarea("words", rows=4), "version")

    def save(self, *, by) -> Action | None:
        given = self.given("words")
        return self.do(lambda: services.finish_action(action=self.action, by=by, at=timezone.now(), **given))


class SendBackForm(OfAnAction):
    because = reason("What is still missing?")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Send it back", Field.textarea("because", rows=3), "version")

    def save(self, *, by) -> Action | None:
        given = self.given("because")
        return self.do(lambda: services.send_back_action(action=self.action, by=by, at=timezone.now(), **given))


class ReopenForm(OfAnAction):
    because = reason()
    due_on = DayField(what="the day by which it is done", label="By when now?", help_text="Like 31 3 2027.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Open it again", Field.textarea("because", rows=3), Field("due_on"), "version")

    def save(self, *, by) -> Action | None:
        given = self.given("because", "due_on")
        return self.do(lambda: services.reopen_action(action=self.action, by=by, at=timezone.now(), **given))


class DropForm(OfAnAction):
    because = reason("Why will it not be done?")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Drop this action", Field.textarea("because", rows=3), "version")

    def save(self, *, by) -> Action | None:
        given = self.given("because")
        return self.do(lambda: services.drop_action(action=self.action, by=by, at=timezone.now(), **given))
