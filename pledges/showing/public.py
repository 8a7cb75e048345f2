"""How promises and what was said stand on the pages for everybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.urls import reverse

from pledges.facts.progress import Chapter, PromiseStanding, Said
from pledges.models import Commitment, Pledge, Progress, Promise, Voice
from reports.indicators.showing import words

STATUS = {
    Progress.Rating.KEPT: "ok",
    Progress.Rating.PARTLY: "due",
    Progress.Rating.NOT_KEPT: "late",
    Progress.Rating.COULD_NOT_TELL: "neutral",
}
WHO = {
    Voice.Source.CHILDREN: "You said",
    Voice.Source.YOUNG_PEOPLE: "You said",
    Voice.Source.CARERS: "Carers said",
    Voice.Source.PARENTS: "Parents said",
}


class Tag(NamedTuple):
    """`status` names icon and tint (templates/components/tag.html)."""

    status: str
    text: str


NOBODY_YET = Tag("neutral", "Not said yet")


@dataclass(frozen=True)
class Card:
    """A promise or commitment with both voices; `young_words` and `officer_words` are theirs, "" where none."""

    title: str
    anchor: str
    url: str
    when: str
    differ: bool
    slipped: bool
    officers: Tag
    young_people: Tag
    officer_words: str
    young_words: str
    figures: list[str]


@dataclass(frozen=True)
class Heard:
    """One thing in “You said, we did”. `is_quoted`: their own words."""

    id: str
    who: str
    said: str
    is_quoted: bool
    tag: Tag
    answer: str
    told: str
    theme: str


def promise_card(promise: Promise, standing: PromiseStanding, figures: Mapping[int, list[str]]) -> Card:
    url = reverse("pledges:promise-public", args=[promise.public_id])
    return card(str(promise), f"promise-{promise.number}", url, standing, figures.get(promise.pk, []))


def commitment_card(commitment: Commitment, standing: PromiseStanding) -> Card:
    return card(f"{commitment.partner.name}: {commitment.wording}", f"commitment-{commitment.pk}", "", standing, [])


def card(title: str, anchor: str, url: str, standing: PromiseStanding, figures: list[str]) -> Card:
    officers, young = standing.officers, standing.young_people
    return Card(
        title=title,
        anchor=anchor,
        url=url,
        when=standing.period.label if standing.period else "",
        differ=standing.differ,
        slipped=standing.slipped,
        officers=tag_of(officers),
        young_people=tag_of(young),
        officer_words=officers.words if officers else "",
        young_words=young.words if young else "",
        figures=figures,
    )


def tag_of(said: Progress | None) -> Tag:
    return Tag(STATUS[Progress.Rating(said.rating)], said.get_rating_display()) if said else NOBODY_YET


def summary(standings: Iterable[PromiseStanding]) -> str:
    """ "Nine promises. Council officers say six are kept. Young people say four are." """
    those = list(standings)
    begin = f"{words.upper_first(words.count(len(those), 'promise'))}."
    if not any(one.ratings for one in those):
        return f"{begin} Nobody has said yet whether they are kept."
    officers = sum(is_kept(one.officers) for one in those)
    young = sum(is_kept(one.young_people) for one in those)
    return f"{begin} Council officers say {kept(officers)}. Young people say {kept(young)}."


def one_period(cards: Iterable[Card]) -> str:
    """Of which months all spoke, "" where some are older: "July to September 2026"."""
    periods = {card.when for card in cards if card.when}
    return periods.pop() if len(periods) == 1 else ""


def is_kept(said: Progress | None) -> bool:
    return said is not None and said.rating == Progress.Rating.KEPT


def kept(number: int) -> str:
    return "none is kept" if not number else f"{words.count(number, 'is', 'are')} kept"


def years(starts_on: date, ends_on: date) -> str:
    """ "2025 to 2028", or "2025"."""
    return f"{starts_on:%Y} to {ends_on:%Y}" if starts_on.year != ends_on.year else f"{starts_on:%Y}"


def signed(pledge: Pledge, names: list[str], today: date) -> str:
    """Who approved and signed it, and when it is looked at again: a sentence each."""
    parts = []
    if pledge.endorsed_by and pledge.endorsed_on:
        parts.append(f"Approved by {pledge.endorsed_by.name} on {day(pledge.endorsed_on, today)}.")
    if names:
        parts.append(f"Signed by: {'; '.join(names)}.")
    if pledge.status == Pledge.Status.UNDER_REVIEW:
        parts.append("We are looking at it again now.")
    elif pledge.review_on:
        parts.append(f"We look at it again by {day(pledge.review_on, today)}.")
    return " ".join(parts)


def day(on: date, today: date) -> str:
    """ "2 September", with the year when it is not this one."""
    return f"{on:%-d %B}" if on.year == today.year else f"{on:%-d %B %Y}"


def heard(voice: Voice, today: date) -> Heard:
    who = "The children’s council asked" if voice.kind == Voice.Kind.CHALLENGE else WHO[Voice.Source(voice.source)]
    return Heard(
        id=f"said-{voice.public_id}",
        who=f"{who}, {day(voice.heard_on, today)}",
        said=voice.said,
        is_quoted=voice.words == Voice.Words.APPROVED,
        tag=outcome_tag(voice),
        answer=voice.outcome or waiting(voice, today),
        told=told_back(voice, today),
        theme=voice.get_theme_display(),
    )


def outcome_tag(voice: Voice) -> Tag:
    if voice.decided_on:
        return Tag("ok", "Changed") if voice.is_changed else Tag("due", "Not changed, and why")
    if voice.kind == Voice.Kind.CHALLENGE:
        return Tag("now", "Waiting for an answer")
    return Tag("now", "Being looked at") if voice.looked_at_on else Tag("neutral", "Heard")


def waiting(voice: Voice, today: date) -> str:
    """Who must answer and by when, or since when it is looked at."""
    if voice.body and voice.answer_by:
        late = " That day has passed." if voice.answer_by < today else ""
        return f"{voice.body.name} must answer by {day(voice.answer_by, today)}.{late}"
    if voice.looked_at_on:
        return f"We have been looking at it since {day(voice.looked_at_on, today)}."
    return "We have heard it. Nobody has begun to look at it yet."


def told_back(voice: Voice, today: date) -> str:
    if voice.told_on:
        how = f" {voice.told_how.rstrip('.')}." if voice.told_how else ""
        return f"We told you on {day(voice.told_on, today)}.{how}"
    return "We have not told you yet." if voice.decided_on else ""


@dataclass(frozen=True)
class Period:
    """One row of a promise's history."""

    label: str
    officers: Tag
    young_people: Tag
    notes: str


def period_row(chapter: Chapter) -> Period:
    both: list[Said] = [said for said in (chapter.officers, chapter.young_people) if said]
    worse = ["Worse than before."] if any(said.slipped for said in both) else []
    corrected = ["What was first said was corrected later."] if any(said.corrected for said in both) else []
    return Period(
        label=chapter.period.label,
        officers=tag_of(chapter.officers.now if chapter.officers else None),
        young_people=tag_of(chapter.young_people.now if chapter.young_people else None),
        notes=" ".join([*worse, *corrected]),
    )
