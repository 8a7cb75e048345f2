"""Saying that something is not good enough, and what comes of it."""

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from corpparent.identifiers.forms import REASON, NamesExplained
from members.forms.deeds import DeedForm
from pledges import services
from pledges.facts.shortfalls import Thing, actions_for
from pledges.forms.actions import ShortActionForm
from pledges.models import Action, Shortfall


def words(label: str, required: str = "", hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(required),
        max_length=500,
        widget=forms.Textarea,
        validators=[validate_no_identifiers],
        error_messages={"required": required, "max_length": "Keep it to 500 characters."},
    )


class RaiseForm(NamesExplained, DeedForm):
    """Why `thing` is not good enough."""

    why = words(
        "What is not good enough?", "Say what is not good enough.", "Would it do for my own child? Never name a child."
    )

    def __init__(self, *args, thing: Thing, **kwargs):
        super().__init__(*args, **kwargs)
        self.thing = thing
        self.helper = self.layout_of("Say so", Field.textarea("why", rows=4))

    def save(self, *, by) -> Shortfall | None:
        thing, given = self.thing, self.cleaned_data
        return self.do(
            lambda: services.raise_shortfall(
                about=thing.reference, theme=thing.theme, promise=thing.promise, by=by, at=timezone.now(), **given
            )
        )


class ActForm(ShortActionForm):
    """The action that answers `shortfall`: raised, and the answer given, in one step."""

    def __init__(self, *args, shortfall: Shortfall, **kwargs):
        super().__init__(*args, **kwargs)
        self.shortfall = shortfall
        self.fields["why"].initial, self.fields[REASON].initial = shortfall.why, shortfall.names_explained
        self.helper = self.layout_of(
            "Raise this action",
            Field.text("title"),
            Field.textarea("why", rows=3),
            Field.select("owner"),
            Field("due_on"),
            Field.select("body"),
        )

    def save(self, *, by) -> Action | None:
        given, now = self.cleaned_data, timezone.now()
        return self.do(lambda: services.act_on_shortfall(shortfall=self.shortfall, **given, by=by, at=now))


class SettleForm(NamesExplained, DeedForm):
    """An action that there is for it, or a reason: one of the two."""

    action = forms.ModelChoiceField(
        queryset=Action.objects.none(),
        to_field_name="public_id",
        required=False,
        label="The action that comes of it",
        empty_label="No action",
        error_messages={"invalid_choice": "Choose an action from the list."},
    )
    reason = words("Or why nothing more is done", hint="Whoever said it reads this. Never name a child.")

    def __init__(self, *args, shortfall: Shortfall, **kwargs):
        super().__init__(*args, **kwargs)
        self.shortfall = shortfall
        self.fields["action"].queryset = actions_for(shortfall)
        self.helper = self.layout_of("Settle it", Field.select("action"), Field.textarea("reason", rows=4))

    def save(self, *, by) -> Shortfall | None:
        given = self.cleaned_data
        return self.do(lambda: services.settle_shortfall(shortfall=self.shortfall, **given, by=by, at=timezone.now()))
