"""A pledge made ready to be shown: its way in steps, its promises in both voices, and what can be done with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from corpparent.rules import why_not
from corpparent.themes import BY_SLUG, PRINCIPLES
from corpparent.words import day
from members.standing import Standing
from pledges.facts.figures import MeasuredFigure
from pledges.facts.progress import PromiseStanding
from pledges.models import Commitment, Measure, Pledge, Promise
from pledges.rules import pledges as rules
from pledges.rules.progress import AFTER_PUBLISHING
from pledges.showing.progress import STATUSES, verdict, voices_to_record
from pledges.showing.shortfalls import url_to_say

Row = dict[str, Any]
Status = Pledge.Status

TONES = {
    Status.DRAFT: "neutral",
    Status.CONSULTED: "info",
    Status.ENDORSED: "info",
    Status.LIVE: "ok",
    Status.UNDER_REVIEW: "due",
    Status.RETIRED: "neutral",
}


def address(verb: str, thing: Pledge | Promise | Commitment | Measure) -> str:
    return reverse(f"pledges:{verb}", args=[thing.public_id])


def row_of(pledge: Pledge, on: date) -> Row:
    """One pledge in the list; `pledge.number_of_promises` was counted with it."""
    number = pledge.number_of_promises  # type: ignore[attr-defined]  # annotated
    promises = "one promise" if number == 1 else f"{number} promises"
    status, tag = tag_of(pledge, on)
    return {
        "url": address("pledge-detail", pledge),
        "title": pledge.title,
        "second": f"Made to {pledge.get_group_display().lower()}; {promises}; {span(pledge)}.",
        "status": status,
        "tag": tag,
    }


def tag_of(pledge: Pledge, on: date) -> tuple[str, str]:
    """Status and words; a public pledge past its day says so."""
    if pledge.is_public and pledge.ends_on < on:
        return "late", f"Ended {written(pledge.ends_on)}"
    if pledge.status == Status.LIVE and pledge.review_on and pledge.review_on < on:
        return "late", f"Review was due {written(pledge.review_on)}"
    return TONES[Status(pledge.status)], pledge.get_status_display()


def span(pledge: Pledge) -> str:
    return f"{written(pledge.starts_on)} to {written(pledge.ends_on)}"


def steps(pledge: Pledge) -> list[Row]:
    """Its way from a draft on, each {name, note, state}: what was done with its day, and what is to come."""
    by = f" by {pledge.endorsed_by}" if pledge.endorsed_by else ""
    review = f"Due by {written(pledge.review_on)}" if pledge.review_on else ""
    done: list[tuple[str, bool, str]] = [
        ("Written", True, f"With: {pledge.written_with}" if pledge.written_with else ""),
        ("Young people were asked", bool(pledge.consulted_on), written(pledge.consulted_on)),
        (f"Endorsed{by}", bool(pledge.endorsed_on), written(pledge.endorsed_on)),
        ("Live", bool(pledge.published_at), f"Since {day(pledge.published_at)}" if pledge.published_at else ""),
        ("Reviewed", pledge.status == Status.UNDER_REVIEW, review),
        ("Retired", bool(pledge.retired_at), day(pledge.retired_at) if pledge.retired_at else ""),
    ]
    return [{"name": name, "note": note, "state": "ok" if is_done else "to-come"} for name, is_done, note in done]


def promise_rows(
    promises: Iterable[Promise],
    standings: Mapping[int, PromiseStanding],
    measures: Mapping[int, list[tuple[Measure, MeasuredFigure | None]]],
    holders: Mapping[int, list[str]],
) -> list[Row]:
    return [
        {
            "promise": one,
            "url": address("promise-detail", one),
            "change_url": address("promise-update", one),
            "second": second_line(one),
            "owner": owner_of(one, holders),
            "is_told": one.pledge.status in AFTER_PUBLISHING,
            "is_orphan": one.owner_role_id is None or not holders.get(one.owner_role_id),
            **both_voices(standings[one.pk]),
            "measures": [{"measure": measure, "figure": figure} for measure, figure in measures.get(one.pk, [])],
        }
        for one in promises
    ]


def second_line(one: Promise | Commitment) -> str:
    principle = next(principle for principle in PRINCIPLES if principle.number == one.principle)
    return f"{BY_SLUG[one.theme].title} · principle {principle.number}: {principle.title.lower()}"


def owner_of(promise: Promise, holders: Mapping[int, list[str]]) -> str:
    """Who answers for it today, in words."""
    if promise.owner_role is None:
        return "Nobody answers for it yet."
    names = ", ".join(holders.get(promise.owner_role.pk, []))
    return f"{promise.owner_role}: {names}" if names else f"{promise.owner_role}: nobody holds this role today."


def both_voices(standing: PromiseStanding) -> Row:
    """A tag a voice and whether they differ, which says it all where both spoke (`is_told_twice`); else the verdict."""
    tags = voice_tags(standing)
    return {
        "verdict": verdict(standing),
        "tags": tags,
        "differ": standing.differ,
        "is_told_twice": len(tags) == 2,
    }


def voice_tags(standing: PromiseStanding) -> list[Row]:
    """One tag a voice that spoke."""
    said = [("Officers", standing.officers), ("Young people", standing.young_people)]
    return [
        {"status": STATUSES[one.rating], "text": f"{who}: {one.get_rating_display()}"}  # type: ignore[index]
        for who, one in said
        if one
    ]


def commitment_rows(
    commitments: Iterable[Commitment], standings: Mapping[int, PromiseStanding], who: Standing
) -> list[Row]:
    """Each with where `who` may say how it is kept."""
    return [
        {
            "commitment": one,
            "second": second_line(one),
            **both_voices(standings[one.pk]),
            "ended": day(one.ended_at) if one.ended_at else "",
            "to_record": [voice for voice in voices_to_record(one, who) if not voice["why_not"]],
            "not_enough_url": url_to_say(f"commitment:{one.public_id}", who),
        }
        for one in commitments
    ]


def doings(pledge: Pledge, who: Standing, *, why_not_publish: str) -> dict[str, list[Row]]:
    """What this reader may do with it: `next` on its way (with why not), and `more` links to the pages of verbs."""
    may_write = not why_not(rules.check_can_write, who)
    may_keep = not why_not(rules.check_can_keep, who)
    may_publish = not why_not(rules.check_can_publish, who)
    words_change = pledge.status in rules.WORDS_CHANGE
    upcoming = [
        (may_write and pledge.status == Status.DRAFT, "Young people were asked", "pledge-consult", ""),
        (may_keep and pledge.status == Status.CONSULTED, "It was endorsed", "pledge-endorse", ""),
        (may_publish and pledge.status == Status.ENDORSED, "Publish it", "pledge-publish", why_not_publish),
        (may_publish and pledge.status == Status.UNDER_REVIEW, "It goes on", "pledge-publish", why_not_publish),
    ]
    more = [
        (may_write and words_change, "Add a promise", "promise-create", ""),
        (may_keep and words_change, "Bring promises as a table", "pledge-import-create", ""),
        (may_write and words_change, "Change title, days and introduction", "pledge-update", ""),
        (may_write and pledge.status != Status.RETIRED, "Write a partner’s commitment down", "commitment-create", ""),
        (may_keep and pledge.status in rules.SIGNED, "Write a signature down", "signature-create", ""),
        (may_write and pledge.status != Status.RETIRED, "Easy words and drawings", "easy-read-update", ""),
        (may_keep and pledge.status != Status.RETIRED, "Retire it", "pledge-confirm", ""),
    ]
    return {"next": shown(upcoming, pledge), "more": shown(more, pledge)}


def shown(doings: Iterable[tuple[bool, str, str, str]], pledge: Pledge) -> list[Row]:
    return [
        {"label": label, "url": address(verb, pledge), "why_not": reason} for may, label, verb, reason in doings if may
    ]


def problems(findings: list[Row]) -> list[Row]:
    """Findings of a table as components/problems.html shows them."""
    return [
        {
            "row": one["row"],
            "column": one["column"],
            "what": one["reason"],
            "did": "Left out",
            "status": "late",
        }
        for one in findings
    ]


def written(on: date | None) -> str:
    return rules.written(on) if on else ""
