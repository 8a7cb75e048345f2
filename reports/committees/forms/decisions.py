"""Decisions: writing one down, making an action of it, and saying why nothing needs to be done."""

from typing import Any

from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.deeds import DeedForm
from members.models import Person
from pledges.forms.actions import ShortActionForm
from pledges.forms.voices import theme_field
from reports.committees import services
from reports.committees.forms.names import NamesSettled
from reports.committees.forms.restriction import RestrictionForm, restriction_fields, restriction_shown
from reports.committees.models import AgendaItem, Decision
from reports.committees.models.access import Restrictable
from reports.committees.rules import decisions as rules
from reports.committees.rules.decisions import EXECUTIVE

OWN = ("kind", "recommended_to", "votes", "is_key", *EXECUTIVE, "version")


def words(label: str, most: int, help_text: str = "", *, is_long: bool = False) -> CheckedText:
    return CheckedText(
        label=label,
        help_text=help_text,
        max_length=most,
        required=False,
        widget=forms.Textarea if is_long else forms.TextInput,
        error_messages={"max_length": f"Keep it to {most:,} characters."},
    )


class DecisionForm(NamesSettled, RestrictionForm):
    """A new decision under `item`, or `decision` as it is to become."""

    kind = forms.ChoiceField(
        label="What did the meeting do?",
        choices=Decision.Kind.choices,
        initial=Decision.Kind.DECIDED.value,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose decided, recommended or noted."),
    )
    recommended_to = words("If it recommended: to whom?", 120, "A body or a post, like: Cabinet.")
    votes = words("How did the votes go?", 120, "Like: unanimous, or 6 for, 2 against. May be left empty.")
    is_key = forms.BooleanField(label="It is a key decision", required=False)
    reasons = words("Reasons for the decision", 2_000, is_long=True)
    alternatives = words("Alternatives considered and rejected", 2_000, "Or “None”.", is_long=True)
    conflicts = words("Conflicts of interest declared", 300, "By post, not by name. Or “None”.")
    dispensations = words("Dispensations given", 300, "Or “None”.")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, item: AgendaItem, decision: Decision | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item, self.decision = item, decision
        self.fields["title"].label = "The resolution, in a sentence"
        self.fields["title"].help_text = "Like: That the report is noted and comes back in March."
        self.helper = self.layout_of(
            "Keep this draft",
            Field.text("title"),
            Field.radios("kind", inline=True, legend_size=Size.SMALL),
            Field.text("recommended_to"),
            Field.text("votes"),
            *self.executive_fields(),
            *restriction_fields(),
            "version",
        )

    def executive_fields(self) -> list[Field]:
        """What the law asks of an executive body; of others nothing, and then the form has no such fields."""
        if not rules.needs_executive_record(self.item.meeting.body, Decision.Kind.DECIDED):
            for name in ("is_key", *EXECUTIVE):
                del self.fields[name]
            return []
        long = [Field.textarea(name, rows=4) for name in ("reasons", "alternatives")]
        return [Field.checkbox("is_key"), *long, Field.text("conflicts"), Field.text("dispensations")]

    def save(self, *, by: Person) -> Decision | None:
        given = dict(self.cleaned_data)
        version, at, decision = given.pop("version"), timezone.now(), self.decision
        if decision is None:
            return self.do(lambda: services.record_decision(item=self.item, by=by, at=at, **given))
        seen = version or 0
        return self.do(lambda: services.change_decision(decision=decision, version=seen, by=by, at=at, **given))


def decision_shown(decision: Decision) -> dict[str, Any]:
    """What the form shows of `decision`."""
    return restriction_shown(decision) | {name: getattr(decision, name) for name in OWN}


def new_shown(item: Restrictable) -> dict[str, Any]:
    """A new decision begins with the access of its item: what was kept from the public there stays so."""
    return restriction_shown(item) | {"title": ""}


class ActForm(ShortActionForm):
    """An action from `decision`: its body follows it, and who may see it is as with the decision."""

    theme = theme_field()

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["body"]
        self.decision = decision
        self.helper = self.layout_of(
            "Make it an action",
            Field.text("title"),
            Field.textarea("why", rows=3),
            Field.select("owner"),
            Field("due_on"),
            Field.select("theme"),
        )

    def save(self, *, by: Person) -> Decision | None:
        given = self.cleaned_data
        return self.do(lambda: services.act_on_decision(decision=self.decision, by=by, at=timezone.now(), **given))


class LeaveForm(NamesSettled, DeedForm):
    because = CheckedText(
        label="Why does nothing need to be done?",
        help_text="Whoever may read the decision reads it. Like: The Cabinet did not accept it on 12 January.",
        max_length=300,
        widget=forms.Textarea,
        error_messages={
            "required": "Say why nothing needs to be done.",
            "max_length": "Keep it to 300 characters.",
        },
    )

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision = decision
        self.helper = self.layout_of("Keep this reason", Field.textarea("because", rows=3))

    def save(self, *, by: Person) -> Decision | None:
        because = self.cleaned_data["because"]
        return self.do(
            lambda: services.leave_decision(decision=self.decision, because=because, by=by, at=timezone.now())
        )
