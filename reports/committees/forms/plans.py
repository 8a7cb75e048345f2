"""A plan or an analysis of needs, as it is recorded and renewed."""

from typing import Any

from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText, NamesExplained
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Person
from pledges.facts.actions import owners
from reports.committees import services
from reports.committees.models import Plan
from reports.committees.rules.plans import LONGEST_REFLECTS

SHOWN = ("kind", "title", "partners", "agreed_on", "due_on", "link", "reflects", "is_public", "names_explained")


class PlanForm(NamesExplained, DeedForm):
    """A new plan, or `plan` as it is renewed."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=Plan.Kind.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what it is."),
    )
    title = CheckedText(
        label="Its title",
        max_length=200,
        error_messages={"required": "Enter its title.", "max_length": "Keep it to 200 characters."},
    )
    owner = forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Who keeps it?",
        help_text="They are reminded 60 days before it is due.",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose somebody with an appointment today."),
    )
    partners = CheckedText(
        label="Partners",
        help_text="Names of organisations, like: the integrated care board, the police. May be left empty.",
        max_length=500,
        required=False,
        error_messages={"max_length": "Keep it to 500 characters."},
    )
    agreed_on = DayField(label="Agreed on", what="the day on which it was agreed")
    due_on = DayField(label="Next due", what="the day on which it is next due")
    reflects = CheckedText(
        label="How does it reflect what our children need?",
        help_text="Which needs the analysis found, and what the plan does about them. Never about one child.",
        max_length=LONGEST_REFLECTS,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": f"Keep it to {LONGEST_REFLECTS:,} characters."},
    )
    link = forms.URLField(
        label="Where it can be read",
        help_text="An address that begins with https://. May be left empty.",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Enter a whole address, like https://www.example.org/plan."},
    )
    is_public = forms.BooleanField(label="Show it on the public pages", required=False, initial=True)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, plan: Plan | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["owner"].queryset = owners(timezone.localdate())  # type: ignore[attr-defined]
        self.helper = self.layout_of(
            "Renew it" if plan else "Put it on the register",
            Field.radios("kind", legend_size=Size.SMALL),
            Field.text("title"),
            Field.select("owner"),
            Field.text("partners"),
            "agreed_on",
            "due_on",
            Field.textarea("reflects", rows=8),
            Field.text("link"),
            Field.checkbox("is_public"),
            "version",
        )

    def save(self, *, by: Person) -> Plan | None:
        given = dict(self.cleaned_data)
        version, at, plan = given.pop("version"), timezone.now(), self.plan
        if plan is None:
            return self.do(lambda: services.record_plan(by=by, at=at, **given))
        return self.do(lambda: services.renew_plan(plan=plan, version=version or 0, by=by, at=at, **given))


def plan_shown(plan: Plan) -> dict[str, Any]:
    """What the form shows of `plan`."""
    shown = {name: getattr(plan, name) for name in SHOWN}
    return shown | {"owner": plan.owner.public_id, "version": plan.version}
