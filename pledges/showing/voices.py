"""What was heard and what came of it, as rows and steps of a page."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from corpparent.themes import BY_SLUG
from corpparent.words import day
from members.sections import address
from pledges.facts.voices import Listed
from pledges.models import Voice
from pledges.showing.public import Tag

Status = Voice.Status
TAGS = {
    Status.HEARD: Tag("neutral", "Heard"),
    Status.LOOKED_AT: Tag("now", "Being looked at"),
    Status.CHANGED: Tag("ok", "Changed"),
    Status.NOT_CHANGED: Tag("due", "Not changed, and why"),
    Status.TOLD_BACK: Tag("ok", "Told back"),
}


@dataclass(frozen=True)
class Row:
    """One line of the list. `second` is who said it, when and how; `state` what is still to be done, or ""."""

    url: str
    said: str
    second: str
    state: str
    tag: Tag
    is_public: bool


class Step(NamedTuple):
    """`state`: ok (done), now (the next one) or to-come. `note`: who, when and how."""

    name: str
    note: str
    state: str


class Fact(NamedTuple):
    label: str
    value: str


def words_of(voice: Voice | Listed) -> str:
    """Their own words stand in quotation marks, ours do not."""
    return f"“{voice.said}”" if voice.words == Voice.Words.APPROVED else voice.said


def is_late(voice: Voice | Listed, today: date) -> bool:
    """A challenge whose day to answer has passed without an answer."""
    return voice.answer_by is not None and voice.decided_on is None and voice.answer_by < today


def tag_of(voice: Voice | Listed, today: date) -> Tag:
    return Tag("late", "Answer is late") if is_late(voice, today) else TAGS[Status(voice.status)]


def who_said(voice: Voice | Listed) -> str:
    return "The children’s council asked" if voice.kind == Voice.Kind.CHALLENGE else Voice.Source(voice.source).label


def row_of(voice: Listed, today: date) -> Row:
    how, theme = Voice.How(voice.how).label, BY_SLUG[voice.theme].title
    return Row(
        url=f"{address('pledges:voice-list')}{voice.public_id}/",
        said=words_of(voice),
        second=f"{who_said(voice)}, {day(voice.heard_on)}. {how}. {theme}.",
        state=state_of(voice),
        tag=tag_of(voice, today),
        is_public=voice.is_public,
    )


def state_of(voice: Listed) -> str:
    """Who must do what next; "" when it is done."""
    if voice.status == Status.TOLD_BACK:
        return ""
    if voice.decided_on:
        return "Children have not been told yet."
    if voice.body and voice.answer_by:
        return f"{voice.body} must answer by {day(voice.answer_by)}."
    return f"{voice.looked_at_by} looks at it." if voice.looked_at_by else "Nobody looks at it yet."


def steps_of(voice: Voice, tell_by: date | None) -> list[Step]:
    """Heard, looked at, decided, told: with days and people. `tell_by` is the last day to tell children."""
    recorded = f"Written down by {voice.recorded_by.name}" if voice.recorded_by else "Written down"
    steps = [
        ("Heard", f"{day(voice.heard_on)}. {recorded}."),
        ("Being looked at", looked_at(voice)),
        ("Changed, or not and why" if not voice.decided_on else came_of_it(voice), decided(voice)),
        ("Told back", told(voice, tell_by)),
    ]
    done = {Status.HEARD: 1, Status.LOOKED_AT: 2, Status.CHANGED: 3, Status.NOT_CHANGED: 3, Status.TOLD_BACK: 4}
    last = done[Status(voice.status)]
    return [Step(*step, "ok" if i < last else "now" if i == last else "to-come") for i, step in enumerate(steps)]


def looked_at(voice: Voice) -> str:
    if voice.looked_at_by and voice.looked_at_on:
        return f"By {voice.looked_at_by.name}, since {day(voice.looked_at_on)}."
    if voice.body and voice.answer_by:
        return f"It is put to {voice.body.name}, which must answer by {day(voice.answer_by)}."
    return "" if voice.decided_on else "Nobody yet."


def came_of_it(voice: Voice) -> str:
    return "Changed" if voice.is_changed else "Not changed"


def decided(voice: Voice) -> str:
    return f"{day(voice.decided_on)}. {voice.outcome}" if voice.decided_on else ""


def told(voice: Voice, tell_by: date | None) -> str:
    if voice.told_on:
        return f"{day(voice.told_on)}. {voice.told_how}"
    return f"To be done by {day(tell_by)}." if tell_by else ""


def facts_of(voice: Voice) -> list[Fact]:
    """What it is, who heard it and where it may be read. Two queries."""
    listened = ", ".join(person.name for person in voice.heard_by.order_by("name"))
    about = "; ".join(str(promise) for promise in voice.promises.all())
    found = [
        Fact("Who said it", voice.get_source_display()),
        Fact("How it was heard", voice.get_how_display()),
        Fact("About", voice.get_theme_display()),
        Fact("Whose words", voice.get_words_display()),
        Fact("Why the names may stand", voice.names_explained),
        Fact("Corporate parents who listened", listened),
        Fact("Promises", about),
        Fact("You said, we did", published(voice)),
    ]
    return [fact for fact in found if fact.value]


def published(voice: Voice) -> str:
    if not voice.is_public:
        return "Not published"
    who = f" by {voice.published_by.name}" if voice.published_by else ""
    return f"Published{who} on {voice.published_at:%-d %B %Y}" if voice.published_at else "Published"
