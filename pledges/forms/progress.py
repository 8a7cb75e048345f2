"""Saying how a promise stands: one form for each voice."""

from datetime import date
from typing import Any

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone
from django.utils.timezone import localdate

from corpparent.identifiers.forms import REASON, CheckedText, NamesExplained
from corpparent.periods import Period
from corpparent.rules import why_not
from members.forms.deeds import DeedForm
from pledges import services
from pledges.facts import progress as facts
from pledges.models import Progress
from pledges.rules import progress as rules
from pledges.services import EvidenceGiven

HINTS = {
    Progress.Rating.KEPT: "It is so, for all of them.",
    Progress.Rating.PARTLY: "For some, or not always.",
    Progress.Rating.NOT_KEPT: "It is not so.",
    Progress.Rating.COULD_NOT_TELL: "Nobody could say.",
}


def text(label: str, most: int, required: str = "", **kwargs: Any) -> CheckedText:
    """A line or box of checked text; `required` is what is said when it is empty, "" where it may be."""
    said = {"required": required, "max_length": f"Keep it to {most} characters."}
    more: dict[str, Any] = {
        "label": label,
        "max_length": most,
        "required": bool(required),
        "error_messages": said,
    } | kwargs
    return CheckedText(**more)


class ProgressForm(NamesExplained, DeedForm):
    """What both voices say. `now`: what this voice says of the chosen period already, or None; `spoken`: how often this
    voice spoke, of any period, when the form was opened.
    """

    voice: Progress.Voice
    period = forms.ChoiceField(
        label="Of which time?",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a quarter or a year that has begun."),
    )
    because = text(
        "If something was said of this time before: why does it change?",
        300,
        help_text="What was said stays in sight, with this reason beside it. Leave it empty the first time.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, thing, who, period: Period | None, now: Progress | None, spoken: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.thing, self.who, self.today = thing, who, localdate()
        self.fields["rating"] = forms.ChoiceField(
            label="Is it kept?",
            choices=[
                Choice(value, label, hint=HINTS[Progress.Rating(value)]) for value, label in Progress.Rating.choices
            ],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose whether it is kept."},
        )
        self.fields["period"].choices = self.choices_of_periods()
        self.initial = {
            "version": spoken,
            "period": period.code if period else "",
            **(self.said_before(now) if now else {}),
        }
        self.helper = self.layout_of("Keep this", *self.laid_out(), Field.text("because"), "version")

    def choices_of_periods(self) -> list:
        starts_on, ended_on = self.thing.pledge.starts_on, facts.ended_on(self.thing)
        periods = rules.periods_to_tell(starts_on, ended_on, self.today)
        named = {"quarter": "A quarter", "year": "A year"}
        return [(named[kind], [(one.code, one.label) for one in periods[kind]]) for kind in rules.KINDS]

    def said_before(self, now: Progress) -> dict:
        return {"rating": now.rating, "words": now.words, "heard_how": now.heard_how, REASON: now.names_explained}

    def laid_out(self) -> list:
        return [Field.select("period"), Field.radios("rating"), Field.textarea("words", rows=5)]

    def evidence(self) -> list[EvidenceGiven]:
        return []

    def clean(self):
        """Rules that are about what was typed say no at its field; the others refuse the page."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        said = facts.of_thing(self.thing).filter(period=cleaned["period"])
        now = said.current().filter(voice=self.voice).first()
        others = [one.recorded_by_id for one in said.exclude(voice=self.voice)]
        dates = [one.dated_on for one in self.evidence()]
        heard_how = cleaned.get("heard_how", "")
        self.refuse_at(
            "rating", why_not(rules.check_evidence, self.voice, cleaned["rating"], dates, heard_how, self.today)
        )
        self.refuse_at(None, why_not(rules.check_another_person, self.who.person_id, others))
        if not self.is_the_same(now):
            self.refuse_at("because", why_not(rules.check_correction, now, cleaned["because"]))
        return cleaned

    def refuse_at(self, field: str | None, reason: str) -> None:
        if reason:
            self.add_error(field, reason)

    def is_the_same(self, now: Progress | None) -> bool:
        """Whether this is a second press of the same button: the service then changes nothing."""
        return now is not None and services.progress.is_the_same(
            now, Progress(**self.said()), [one.as_row() for one in self.evidence()]
        )

    def said(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in ("rating", "words", "heard_how")}

    def save(self, *, by) -> Progress | None:
        """What was kept; None when it was refused, and the form then says why. Raises NotAllowed."""
        given = self.said() | {name: self.cleaned_data[name] for name in ("because", REASON)}
        return self.do(
            lambda: services.record_progress(
                of=self.thing,
                period=Period.parse(self.cleaned_data["period"]),
                voice=self.voice,
                evidence=self.evidence(),
                seen=self.cleaned_data["version"],
                by=by,
                at=timezone.now(),
                **given,
            )
        )


def period_to_tell(code: str, thing: facts.Told, on: date) -> Period | None:
    """The period that an address names by its code; else the newest quarter that has ended, or that has begun."""
    open_ones = rules.periods_to_tell(thing.pledge.starts_on, facts.ended_on(thing), on)
    quarters = open_ones["quarter"]
    asked = [one for kind in rules.KINDS for one in open_ones[kind] if one.code == code]
    ended = [one for one in quarters if one.ends_on < on]
    return next(iter(asked or ended or quarters), None)
