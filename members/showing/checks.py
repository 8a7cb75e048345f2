"""What the pages about checks show: days and outcomes, and nothing else."""

from datetime import date
from typing import Any

from django.urls import reverse

from corpparent.words import day
from members.facts.checks import SOON, State
from members.models import Check, Person

TONES = {
    State.NOT_CLEARED: "late",
    State.NONE: "late",
    State.RAN_OUT: "late",
    State.RUNS_OUT: "due",
    State.IN_FORCE: "ok",
}


def of_person(person: Person) -> dict[str, Any]:
    """One row of the list; `person` comes from `people_with_state`."""
    state, until = State(person.state), person.until  # type: ignore[attr-defined]
    words = {
        State.NOT_CLEARED: "Must not visit a children’s home.",
        State.NONE: "No enhanced check is written down.",
        State.RAN_OUT: "The enhanced check ran out.",
        State.RUNS_OUT: f"In force until {until:%-d %B %Y}." if until else "",
        State.IN_FORCE: f"In force until {until:%-d %B %Y}." if until else "In force, without an end.",
    }
    return {
        "url": reverse("members:person-checks", args=[person.public_id]),
        "title": person.name,
        "second": words[state],
        "tone": TONES[state],
        "tag": state.label,
    }


def of_check(check: Check, today: date) -> dict[str, Any]:
    """One check of a person; of a wiped one only that there was one."""
    if check.wiped_at:
        return {
            "title": check.get_kind_display(),
            "second": f"Its detail was wiped on {day(check.wiped_at)}.",
            "tone": "neutral",
            "tag": "Wiped",
        }
    holds = f"Holds until {check.ends_on:%-d %B %Y}." if check.ends_on else "Does not run out."
    tone, tag = state_of(check, today)
    return {
        "title": check.get_kind_display(),
        "second": f"Made on {check.checked_on:%-d %B %Y}. {holds} Asked because: {check.get_eligibility_display()}.",
        "tone": tone,
        "tag": tag,
    }


def state_of(check: Check, today: date) -> tuple[str, str]:
    """(tone, words) of one check with detail."""
    if not check.is_current:
        return "neutral", f"Replaced; {check.get_outcome_display().lower()}"
    if check.outcome == Check.Outcome.NOT_CLEARED:
        return "late", "Not cleared to visit"
    if check.ends_on and check.ends_on < today:
        return "late", "Ran out"
    if check.ends_on and check.ends_on <= today + SOON:
        return "due", "Runs out soon"
    return "ok", "Satisfactory"
