"""What a meeting decided: written down, published, and turned into an action or a reason why none is needed."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from pledges.models import Action
from pledges.services import raise_action
from reports.committees.events import (
    DECISION_ANSWERED,
    DECISION_CHANGED,
    DECISION_LEFT,
    DECISION_PUBLISHED,
    DECISION_RECORDED,
    DECISION_REMOVED,
)
from reports.committees.models import AgendaItem, Decision, Meeting
from reports.committees.rules import decisions as rules
from reports.committees.rules.restriction import checked
from reports.committees.services.agendas import identifiers_in

TEXTS = ("recommended_to", "votes", *rules.EXECUTIVE)
LONGEST_REASON = 300


@transaction.atomic
def record_decision(*, item: AgendaItem, by: Person | None, at: datetime, **fields: Any) -> Decision:
    """A draft under `item`. The same sent twice is one.

    `fields`: kind, recommended_to, votes, is_key, reasons, alternatives, conflicts, dispensations, and what
    `rules.restriction.checked` asks for. Raises NotAllowed, ValidationError by field.
    """
    item = held_item(item, by, at)
    rules.check_can_record(item, localdate(at))
    kept = checked_fields(item, fields, localdate(at))
    if same := item.decisions.filter(**kept).first():
        return same
    last = item.decisions.order_by("number").last()
    number = last.number + 1 if last else 1
    decision = Decision.objects.create(item=item, number=number, recorded_by=by, recorded_at=at, **kept)
    details = {"kind": decision.kind, "access": decision.access}
    Event.record(DECISION_RECORDED, about=decision.reference, by=by, at=at, details=details)
    return decision


@transaction.atomic
def change_decision(*, decision: Decision, version: int, by: Person | None, at: datetime, **fields: Any) -> Decision:
    """While it is a draft. Raises NotAllowed, Stale, ValidationError by field."""
    decision = held(decision, by, at)
    rules.check_is_draft(decision)
    kept = checked_fields(decision.item, fields, localdate(at))
    if all(getattr(decision, name) == value for name, value in kept.items()):
        return decision
    check_version(decision, version)
    for name, value in kept.items():
        setattr(decision, name, value)
    keep(decision)
    Event.record(DECISION_CHANGED, about=decision.reference, by=by, at=at, details={"access": decision.access})
    return decision


@transaction.atomic
def remove_decision(*, decision: Decision, by: Person | None, at: datetime) -> None:
    """While it is a draft. Removed already is done. Raises NotAllowed."""
    held_item(decision.item, by, at)
    found = Decision.objects.filter(pk=decision.pk).first()
    if found is None:
        return
    rules.check_is_draft(found)
    reference = found.reference
    found.delete()
    Event.record(DECISION_REMOVED, about=reference, by=by, at=at)


@transaction.atomic
def publish_decision(*, decision: Decision, version: int, by: Person | None, at: datetime) -> Decision:
    """As it was read: `version` is that of the page. Published already is done. Raises NotAllowed, Stale."""
    decision = held(decision, by, at)
    if decision.published_at:
        return decision
    check_version(decision, version)
    rules.check_can_record(decision.item, localdate(at))
    decision.published_at = at
    keep(decision)
    details = {"kind": decision.kind, "access": decision.access}
    Event.record(DECISION_PUBLISHED, about=decision.reference, by=by, at=at, details=details)
    return decision


@transaction.atomic
def act_on_decision(
    *,
    decision: Decision,
    title: str,
    why: str,
    owner: Person,
    due_on: date,
    theme: str,
    by: Person | None,
    at: datetime,
    names_explained: str = "",
) -> Decision:
    """Make an action of it, followed by the body that decided; it is exempt where the decision is not open.

    One decision has one action: pressed again, nothing happens. Raises NotAllowed, ValidationError by field.
    """
    decision = held(decision, by, at)
    if decision.action_id:
        return decision
    rules.check_wants_answer(decision)
    decision.action = raise_action(
        title=title,
        why=why,
        owner=owner,
        due_on=due_on,
        theme=theme,
        source=decision.reference,
        access=Action.Access.OPEN if is_public(decision) else follows(decision),
        body=decision.item.meeting.body,
        by=by,
        at=at,
        names_explained=names_explained,
    )
    decision.no_action_because = ""
    keep(decision)
    details = {"action": str(decision.action.public_id)}
    Event.record(DECISION_ANSWERED, about=decision.reference, by=by, at=at, details=details)
    return decision


@transaction.atomic
def leave_decision(*, decision: Decision, because: str, by: Person | None, at: datetime) -> Decision:
    """Say why nothing needs to be done about it. Raises NotAllowed, ValidationError at `because`."""
    decision = held(decision, by, at)
    rules.check_wants_answer(decision)
    words = because.strip()
    if not words or len(words) > LONGEST_REASON:
        raise ValidationError({"because": f"Say why nothing needs to be done, in up to {LONGEST_REASON} characters."})
    if errors := dict(identifiers_in({"because": words})):
        raise ValidationError(errors)
    if decision.no_action_because == words:
        return decision
    decision.no_action_because = words
    keep(decision)
    Event.record(DECISION_LEFT, about=decision.reference, by=by, at=at)
    return decision


def is_public(decision: Decision) -> bool:
    return decision.is_open and decision.item.meeting.is_public


def follows(decision: Decision) -> Action.Access:
    """Who may see the action of a decision that the public does not read."""
    return Action.Access.MEMBERS if decision.is_open else Action.Access.EXEMPT


def held_item(item: AgendaItem, by: Person | None, at: datetime) -> AgendaItem:
    """The item, held until the end of the transaction: its decisions change one after another. Raises NotAllowed."""
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)))
    found = AgendaItem.objects.select_for_update().get(pk=item.pk)
    found.meeting = Meeting.objects.select_related("body").get(pk=found.meeting_id)
    return found


def held(decision: Decision, by: Person | None, at: datetime) -> Decision:
    """Its item and it, held until the end of the transaction. Raises NotAllowed."""
    item = held_item(decision.item, by, at)
    found = Decision.objects.select_for_update().get(pk=decision.pk)
    found.item = item
    return found


def keep(decision: Decision) -> None:
    decision.version += 1
    decision.save()


def checked_fields(item: AgendaItem, fields: dict[str, Any], today: date) -> dict[str, Any]:
    """Every field of a decision as it is kept; what its body or its kind has no use for is left out.

    Raises ValidationError by field.
    """
    given = dict(fields)
    texts = {name: given.pop(name, "").strip() for name in TEXTS}
    kind, is_key = given.pop("kind"), given.pop("is_key", False)
    body = item.meeting.body
    is_executive = rules.needs_executive_record(body, kind)
    errors: dict[str, Any] = {**rules.missing_of(body, kind, texts), **dict(identifiers_in(texts))}
    try:
        kept = checked(**given, on=today)
    except ValidationError as problem:
        raise ValidationError({**errors, **problem.error_dict}) from problem
    if errors:
        raise ValidationError(errors)
    if not is_executive:
        texts |= dict.fromkeys(rules.EXECUTIVE, "")
    if kind != Decision.Kind.RECOMMENDED:
        texts["recommended_to"] = ""
    return {**kept, **texts, "kind": kind, "is_key": is_key and is_executive}
