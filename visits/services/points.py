"""Points come back: the home answers, the visitor says whether it was put right, children are told.

What the home accepts goes through the one door of the register of actions.
"""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import check_version
from members.models import Person
from pledges import services as pledges
from pledges.models import Action
from visits.events import POINT_ANSWERED, POINT_RESOLVED, POINT_TOLD
from visits.facts.posts import posts_held_by
from visits.models import Point, Response, Visit
from visits.rules import points as rules


@transaction.atomic
def answer_point(
    *,
    point: Point,
    answer: str,
    reason: str,
    by: Person,
    at: datetime,
    owner: Person | None = None,
    due_on: date | None = None,
    names_explained: str = "",
) -> Response:
    """The home's answer, and an action for what it accepts; the visitors are told when all points are answered.

    `names_explained`: why likely names in `reason` may stand; the action keeps it too.

    Raises NotAllowed, also where somebody answered before, and ValidationError by field.
    """
    point, today = locked(point), localdate(at)
    rules.check_can_answer(by.standing_on(today), point, answers_for(by, point.visit, today))
    if before := Response.objects.filter(point=point).first():
        return same_answer(before, answer, reason, by)
    rules.check_answer(answer, reason, owner is not None, due_on, today)
    check_words("reason", reason)
    check_explained(names_explained)
    response = Response(
        point=point,
        answer=answer,
        reason=reason.strip(),
        names_explained=names_explained.strip(),
        answered_by=by,
        answered_at=at,
    )
    if answer != Response.Answer.NO and owner and due_on:
        response.action = action_for(response, owner, due_on, by, at)
    response.save()
    Event.record(POINT_ANSWERED, about=point.reference, by=by, at=at, details={"answer": answer})
    if not Point.objects.filter(visit=point.visit, response__isnull=True).exists():
        tell_visitors(point.visit, f"visit-answered:{point.visit.public_id}", at)
    return response


def same_answer(before: Response, answer: str, reason: str, by: Person) -> Response:
    """The same form sent twice is one answer; another one is refused."""
    if (before.answer, before.reason, before.answered_by_id) != (answer, reason.strip(), by.pk):
        raise NotAllowed(f"{before.answered_by.name} answered this point on {localdate(before.answered_at):%-d %B %Y}.")
    return before


def action_for(response: Response, owner: Person, due_on: date, by: Person, at: datetime) -> Action:
    """What must happen, in the register: exempt, and its source names no home."""
    point = response.point
    return pledges.raise_action(
        title=point.title,
        why=response.reason[:500],
        names_explained=response.names_explained,
        owner=owner,
        due_on=due_on,
        source=point.reference,
        theme=point.theme,
        principle=point.principle,
        promise=point.promise,
        access=Action.Access.EXEMPT,
        by=by,
        at=at,
    )


@transaction.atomic
def resolve_point(*, point: Point, resolved: str, version: int, by: Person, at: datetime) -> Point:
    """A visitor says whether it was put right; they may say otherwise later. Raises NotAllowed, Stale."""
    point = locked(point)
    rules.check_can_resolve(by.standing_on(localdate(at)), point)
    if point.resolved == resolved:
        return point
    check_version(point, version)
    point.resolved, point.resolved_by, point.resolved_at = resolved, by, at
    point.version += 1
    point.save(update_fields=["resolved", "resolved_by", "resolved_at", "version"])
    Event.record(POINT_RESOLVED, about=point.reference, by=by, at=at, details={"resolved": resolved})
    return point


@transaction.atomic
def tell_children(
    *, point: Point, told_on: date, words: str, version: int, by: Person, at: datetime, names_explained: str = ""
) -> Point:
    """What children were told, and when; `names_explained`: why likely names in it may stand.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    point, today = locked(point), localdate(at)
    rules.check_can_tell(by.standing_on(today), point, answers_for(by, point.visit, today))
    if (point.told_on, point.told_words) == (told_on, words.strip()):
        return point
    check_version(point, version)
    if point.visit.visited_on:
        rules.check_told(told_on, point.visit.visited_on, today)
    check_words("told_words", words)
    check_explained(names_explained)
    point.told_on, point.told_words, point.told_by = told_on, words.strip(), by
    point.told_names_explained = names_explained.strip()
    point.version += 1
    point.save(update_fields=["told_on", "told_words", "told_names_explained", "told_by", "version"])
    Event.record(POINT_TOLD, about=point.reference, by=by, at=at, details={"on": told_on.isoformat()})
    return point


def locked(point: Point) -> Point:
    """The row as it is, held until the end of the transaction, with its visit."""
    held = Point.objects.select_for_update().get(pk=point.pk)
    held.visit = Visit.objects.select_related("lead", "home").get(pk=held.visit_id)
    return held


def answers_for(person: Person, visit: Visit, on: date) -> bool:
    """Whether `person` answers for the home of this visit on `on`."""
    return posts_held_by(person.pk, on).filter(home=visit.home_id).exists()


def tell_visitors(visit: Visit, matter: str, at: datetime) -> None:
    """A note to those who made the visit; its address names no home."""
    path = reverse("visits:visit-detail", args=[visit.public_id])
    for person in filter(None, (visit.lead, visit.second)):
        notices.tell(person.public_id, matter, path, at)


def check_explained(because: str) -> None:
    """The reason why names may stand holds nothing itself that could tell who a child is; it may be empty."""
    if because.strip():
        check_words("names_explained", because)


def check_words(field: str, words: str) -> None:
    """Nothing that could tell who a child is. Raises ValidationError at `field`."""
    if not words.strip():
        raise ValidationError({field: "Write it in a few words."})
    try:
        validate_no_identifiers(words)
    except ValidationError as problem:
        raise ValidationError({field: problem.messages}) from problem
