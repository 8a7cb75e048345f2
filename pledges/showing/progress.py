"""How promises stand, made ready to be shown: the sentence that says whether the voices agree, tags, and links."""

import itertools
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from corpparent.rules import why_not
from corpparent.themes import BY_SLUG, PRINCIPLES
from corpparent.words import day
from members.standing import Standing
from pledges.facts.progress import Chapter, PromiseStanding, Said, owner_role_of
from pledges.models import Action, Commitment, Evidence, Progress, Promise
from pledges.rules import progress as rules

STATUSES = {
    Progress.Rating.KEPT: "ok",
    Progress.Rating.PARTLY: "due",
    Progress.Rating.NOT_KEPT: "late",
    Progress.Rating.COULD_NOT_TELL: "neutral",
}
ACTION_STATUSES = {
    Action.Status.OPEN: "info",
    Action.Status.TO_CHECK: "due",
    Action.Status.DONE: "ok",
    Action.Status.DROPPED: "neutral",
}
PAGES = {"action": "pledges:action-detail", "voice": "pledges:voice-detail"}
NOBODY = "Nobody has said yet whether it is kept."


def verdict(standing: PromiseStanding) -> str:
    """Whether the two voices agree, in a sentence; where they differ it begins with that."""
    officers, young_people = standing.officers, standing.young_people
    if officers and young_people:
        if standing.differ:
            return (
                f"They do not agree. Officers say: {officers.get_rating_display()}. "
                f"Young people say: {young_people.get_rating_display()}."
            )
        return f"Officers and young people both say: {officers.get_rating_display()}."
    if officers:
        return f"Officers say: {officers.get_rating_display()}. Young people have not been heard on it yet."
    if young_people:
        return f"Young people say: {young_people.get_rating_display()}. Officers have not said anything yet."
    return NOBODY


@dataclass(frozen=True)
class Spoken:
    """One voice in one period as a page shows it. `who` may be left out of public pages."""

    rating: str
    status: str
    words: str
    heard_how: str
    who: str
    when: str
    evidence: list[dict[str, str]]
    slipped: bool
    corrected: list[dict[str, str]]


def spoken(said: Said | None) -> Spoken | None:
    if said is None:
        return None
    now = said.now
    return Spoken(
        rating=now.get_rating_display(),
        status=STATUSES[Progress.Rating(now.rating)],
        words=now.words,
        heard_how=now.heard_how,
        who=now.recorded_by.name if now.recorded_by else "The portal",
        when=day(now.recorded_at),
        evidence=[shown_evidence(one) for one in now.evidence.all()],
        slipped=said.slipped,
        corrected=corrections(said),
    )


def corrections(said: Said) -> list[dict[str, str]]:
    """What was said before, the newest first, each with when and why it changed: rating, words, when, because."""
    rows = [said.now, *said.corrected]
    return [
        {
            "rating": before.get_rating_display(),
            "words": before.words,
            "when": day(after.recorded_at),
            "because": after.corrected_because,
        }
        for after, before in itertools.pairwise(rows)
    ]


def shown_evidence(one: Evidence) -> dict[str, str]:
    """Title, day and where it can be read ("" where nowhere)."""
    page = PAGES.get(one.kind)
    url = reverse(page, args=[one.subject_id]) if page else one.link
    return {"title": one.title, "when": f"{one.dated_on:%-d %B %Y}", "url": url}


def shown_chapter(chapter: Chapter) -> dict[str, Any]:
    """One period of a history: label, code, said (in a line), differ, officers, young_people."""
    return {
        "label": chapter.period.label,
        "code": chapter.period.code,
        "said": summary(chapter),
        "differ": chapter.differ,
        "officers": spoken(chapter.officers),
        "young_people": spoken(chapter.young_people),
    }


def summary(chapter: Chapter) -> str:
    """One line over a period that is folded: "April to June 2026. Officers: Kept. Young people: Partly."."""
    voices = {"Officers": chapter.officers, "Young people": chapter.young_people}
    said = [f"{who}: {one.now.get_rating_display() if one else 'nothing said'}." for who, one in voices.items()]
    return " ".join([f"{chapter.period.label}.", *said])


def about(promise: Promise, standing: PromiseStanding, on: date) -> list[dict[str, str]]:
    """Rows of components/facts.html: the formal wording, who answers, until when, under which principle."""
    principle = next(one for one in PRINCIPLES if one.number == promise.principle)
    said = [
        ("As it was approved", promise.formal_wording),
        ("Who answers for it", str(promise.owner_role or "Nobody yet")),
        ("With", str(promise.partner or "")),
        ("To be done by", done_by(promise, standing, on)),
        ("What should come of it", promise.expected_outcome),
        ("Belongs to", promise.linked_strategies),
        ("Why the names may stand", promise.names_explained),
        ("Theme", BY_SLUG[promise.theme].title),
        ("Principle", f"{principle.number}. {principle.title}"),
    ]
    return [{"label": label, "value": value} for label, value in said if value]


def done_by(promise: Promise, standing: PromiseStanding, on: date) -> str:
    """The day, and that it has passed while not both voices say the promise is kept."""
    if not promise.due_on:
        return ""
    late = promise.due_on < on and standing.ratings != {Progress.Rating.KEPT}
    return f"{promise.due_on:%-d %B %Y}{'. That day has passed.' if late else ''}"


def form_url(thing: Promise | Commitment, voice: str, period: str = "") -> str:
    """Where one voice's word on `thing` is written down."""
    name = "pledges:progress-create" if isinstance(thing, Promise) else "pledges:commitment-progress"
    return reverse(name, args=[thing.public_id, voice]) + (f"?period={period}" if period else "")


def voices_to_record(thing: Promise | Commitment, who: Standing) -> list[dict[str, str]]:
    """For each voice: where to write it down (label; again: for one period), or why this reader cannot."""
    labels = {rules.OFFICERS: "Say how officers see it", rules.YOUNG_PEOPLE: "Write down what young people say"}
    again = {rules.OFFICERS: "Officers: say it or correct it", rules.YOUNG_PEOPLE: "Young people: say it or correct it"}
    return [
        {
            "label": label,
            "again": again[voice],
            "url": form_url(thing, voice),
            "why_not": why_not(rules.check_is_published, thing.pledge)
            or why_not(rules.check_can_record, who, voice, owner_role_of(thing)),
        }
        for voice, label in labels.items()
    ]


def shown_actions(actions: list[Action], on: date) -> list[dict[str, Any]]:
    """What is done for a promise, as rows: public_id, title, second, status, tag."""
    return [
        {
            "public_id": one.public_id,
            "title": one.title,
            "second": f"{one.owner}, by {one.due_on:%-d %B %Y}",
            "status": "late" if is_overdue(one, on) else ACTION_STATUSES[Action.Status(one.status)],
            "tag": "Late" if is_overdue(one, on) else one.get_status_display(),
        }
        for one in actions
    ]


def is_overdue(action: Action, on: date) -> bool:
    return action.status == Action.Status.OPEN and action.due_on < on
