"""The register of actions as rows, facts and a story."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.references import KINDS
from corpparent.words import day, moment
from members.sections import address
from pledges.facts.actions import Listed
from pledges.models import Action, ActionNote, Promise, Shortfall
from pledges.showing.public import Tag

Status = Action.Status
# Where the page of a thing is, by its kind; a kind without a page is named only.
PAGES = {
    "promise": "pledges:promise-detail",
    "pledge": "pledges:pledge-detail",
    "voice": "pledges:voice-detail",
    "shortfall": "pledges:shortfall-detail",
    "body": "",
    "decision": "committees:decision-detail",
}
HEAD = (
    "Action",
    "Why",
    "Who does it",
    "Due",
    "First due",
    "Days late",
    "Where it stands",
    "Follows it",
    "About",
    "Came from",
    "Raised",
    "Done",
    "Checked by",
)


@dataclass(frozen=True)
class Row:
    """One line of the register."""

    url: str
    title: str
    second: str
    tag: Tag
    is_exempt: bool


class Fact(NamedTuple):
    label: str
    value: str
    url: str = ""


class Line(NamedTuple):
    """One line of the story: what, by whom and when, the words, why a name in them may stand."""

    what: str
    who: str
    words: str
    names_explained: str
    link: str


def tag_of(action: Action | Listed, today: date) -> Tag:
    """ "15 days late", "By 3 March 2027", "Waiting to be checked", "Done", "Dropped"."""
    if action.status == Status.OPEN:
        late = (today - action.due_on).days
        if late > 0:
            return Tag("late", f"{late:,} day{'s' * (late != 1)} late")
        return Tag("due", f"By {day(action.due_on)}")
    status = {Status.TO_CHECK: "now", Status.DONE: "ok", Status.DROPPED: "neutral"}[Status(action.status)]
    return Tag(status, Status(action.status).label)


def row_of(action: Listed, today: date) -> Row:
    follows = f", for {action.body}" if action.body else ""
    return Row(
        url=f"{address('pledges:action-list')}{action.public_id}/",
        title=action.title,
        second=f"{action.owner}{follows}. {moved(action)}".rstrip(),
        tag=tag_of(action, today),
        is_exempt=action.access == Action.Access.EXEMPT,
    )


def moved(action: Action | Listed) -> str:
    """ "Moved twice, first due 3 March 2026." while the first day is not the day; "" else."""
    if action.due_on == action.first_due_on:
        return ""
    times = {0: "Opened again", 1: "Moved once", 2: "Moved twice"}.get(
        action.times_moved, f"Moved {action.times_moved} times"
    )
    return f"{times}, first due {day(action.first_due_on)}."


def facts_of(action: Action) -> list[Fact]:
    found = [
        Fact("Who does it", action.owner.name, reverse("members:person-detail", args=[action.owner.public_id])),
        Fact("Due", ". ".join(filter(None, [day(action.due_on), moved(action)]))),
        Fact("Why", action.why),
        Fact("Why the names may stand", action.names_explained),
        Fact("Came from", came_from(action), url_of(action)),
        Fact("About", action.get_theme_display()),
        Fact("Followed by", action.body.name if action.body else ""),
        Fact("Promise", action.promise.wording if action.promise and action.source_kind != "promise" else ""),
        Fact("Who may see it", action.get_access_display()),
        Fact("Raised", " ".join(filter(None, [who(action.raised_by), moment(action.raised_at)]))),
        Fact("Opened again", f"{action.times_reopened}" if action.times_reopened else ""),
    ]
    return [fact for fact in found if fact.value]


def initial_of(thing: Promise | Shortfall | Any) -> dict[str, object]:
    """What a form for a new action begins with where it comes from `thing`: its theme, its promise, and why."""
    promise = thing if isinstance(thing, Promise) else getattr(thing, "promise", None)
    found = {
        "theme": getattr(thing, "theme", None),
        "promise": promise,
        "principle": getattr(promise, "principle", None),
        "why": thing.why if isinstance(thing, Shortfall) else None,
    }
    return {name: value for name, value in found.items() if value}


def came_from(action: Action) -> str:
    kind = action.source_kind.replace("-", " ").capitalize()
    return f"{kind}: {action.source_label}" if action.source_kind in KINDS else action.source_label


def url_of(action: Action) -> str:
    name = PAGES.get(action.source_kind, "")
    return reverse(name, args=[action.source_id]) if name else ""


def who(person: object) -> str:
    return f"{person}," if person else ""


def story_of(notes: list[ActionNote]) -> list[Line]:
    """The newest first, as stored."""
    return [
        Line(
            what=what(note),
            who=f"{note.by or 'The portal'}, {moment(note.at)}",
            words=note.words,
            names_explained=note.names_explained,
            link=note.link,
        )
        for note in notes
    ]


def what(note: ActionNote) -> str:
    """ "Date moved to 3 March 2027", "Evidence of 2 March 2027", "Checked"."""
    label = note.get_kind_display()
    if not note.dated_on:
        return label
    joined = {ActionNote.Kind.EVIDENCE: "of", ActionNote.Kind.REOPENED: "until"}.get(ActionNote.Kind(note.kind), "to")
    return f"{label} {joined} {day(note.dated_on)}"


def table_row(action: Action, today: date) -> list[object]:
    """One row under HEAD, for downloads; of who may see it."""
    late = (today - action.due_on).days if action.status == Status.OPEN else 0
    return [
        action.title,
        action.why,
        action.owner.name,
        action.due_on,
        action.first_due_on,
        max(late, 0),
        action.get_status_display(),
        action.body.name if action.body else "",
        action.get_theme_display(),
        came_from(action),
        localdate(action.raised_at),
        localdate(action.ended_at) if action.ended_at else "",
        str(action.checked_by or ""),
    ]
