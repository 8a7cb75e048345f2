"""A point as a row: what was seen, the home's answer, what must happen, and whether it is resolved."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.themes import theme
from corpparent.words import day
from members.standing import Standing
from pledges.models import Action
from pledges.showing.actions import tag_of as action_tag
from pledges.showing.public import Tag
from visits.facts.points import answers_by
from visits.models import Point, Response
from visits.rules.visits import is_visitor

Answer, Severity = Response.Answer, Point.Severity
ANSWER_TAGS = {Answer.ACCEPT: "ok", Answer.PARTLY: "due", Answer.NO: "neutral"}
SEVERITY_TAGS = {Severity.URGENT: "late", Severity.SOON: "due"}
RESOLVED_TAGS = {Point.Resolved.YES: "ok", Point.Resolved.NOT_YET: "late", Point.Resolved.NEXT_VISIT: "due"}


class Must(NamedTuple):
    """What must happen: an action of the register. `url` is "" for readers who do not see it there."""

    title: str
    who: str
    tag: Tag
    url: str


@dataclass(frozen=True)
class PointRow:
    """`can_…` and `…_url`: what this reader may do to it now; "" where nothing."""

    point: Point
    about: str
    saw: str  # whose eyes: the heading over what was seen
    severity: Tag
    answer: Tag | None
    answered: str
    must: Must | None
    resolved: Tag | None
    resolved_words: str
    told: str
    waits: str
    answer_url: str
    resolve_url: str
    tell_url: str


def row_of(point: Point, who: Standing, today: date, *, answers_for_home: bool, may_tell: bool) -> PointRow:
    """`point` with its visit, answer and action read with it; no query."""
    response = answers_by(point)
    is_out = point.visit.status == point.visit.Status.SUBMITTED
    was_there = is_visitor(who, point.visit)
    may_resolve = is_out and response is not None and was_there
    return PointRow(
        point=point,
        about=about(point),
        saw="What you saw" if was_there else "What the visitors saw",
        severity=Tag(SEVERITY_TAGS.get(Severity(point.severity), "neutral"), point.get_severity_display()),
        answer=Tag(ANSWER_TAGS[Answer(response.answer)], response.get_answer_display()) if response else None,
        answered=f"{response.answered_by.name}, {day(response.answered_at)}" if response else "",
        must=must_of(response.action, who, today) if response and response.action else None,
        resolved=Tag(RESOLVED_TAGS[Point.Resolved(point.resolved)], point.get_resolved_display())
        if point.resolved
        else None,
        resolved_words=f"Said on {day(localdate(point.resolved_at))}." if point.resolved_at else "",
        told=f"Children were told on {day(point.told_on)}: {point.told_words}" if point.told_on else "",
        waits="" if response else "The home has not answered yet.",
        answer_url=page("point-answer", point) if is_out and answers_for_home and not response else "",
        resolve_url=page("point-resolve", point) if may_resolve else "",
        tell_url=page("point-tell", point) if is_out and may_tell else "",
    )


def about(point: Point) -> str:
    """Its theme, and the promise it belongs to."""
    parts = [theme(point.theme).title, f"Promise {point.promise.number}" if point.promise else ""]
    return ", ".join(filter(None, parts))


def must_of(action: Action, who: Standing, today: date) -> Must:
    tag = action_tag(action, today)
    is_theirs = who.person_id in (action.owner_id, action.raised_by_id)
    url = reverse("pledges:action-detail", args=[action.public_id]) if is_theirs else ""
    return Must(title=action.title, who=f"{action.owner.name}, due {day(action.due_on)}", tag=tag, url=url)


def page(name: str, point: Point) -> str:
    return reverse(f"visits:{name}", args=[point.public_id])
