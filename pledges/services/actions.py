"""The one register of actions: `raise_action` is its only door, and each deed adds a line to the action's story.

Whoever owns an action is asked for it by an event that counts for them (`action-asked`), and released from it when it
is moved, given away or dropped; the check by somebody else is what proves it (`action-completed`): the duty T4.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.references import Reference
from corpparent.versions import check_version
from members.models import Body, Person
from pledges.events import (
    ACTION_ASKED,
    ACTION_COMPLETED,
    ACTION_EVIDENCED,
    ACTION_GIVEN,
    ACTION_MOVED,
    ACTION_NOTED,
    ACTION_RAISED,
    ACTION_RELEASED,
)
from pledges.models import Action, ActionNote, PledgeSettings, Promise
from pledges.rules import actions as rules
from pledges.services.once import wait_for

Status, Kind = Action.Status, ActionNote.Kind
FREE_TEXT = ("title", "why", "names_explained")


@transaction.atomic
def raise_action(
    *,
    title: str,
    why: str,
    owner: Person,
    due_on: date,
    source: Reference,
    theme: str,
    by: Person | None,
    at: datetime,
    access: str = Action.Access.MEMBERS,
    principle: int | None = None,
    promise: Promise | None = None,
    body: Body | None = None,
    names_explained: str = "",
) -> Action:
    """Add an action to the register; the same twice on one day is one. `source` is what it came from.

    `names_explained`, here and in each deed that has words: why a name in them may stand.
    Raises NotAllowed, ValidationError by field.
    """
    today = localdate(at)
    wait_for(by)
    if by:
        rules.check_can_raise(by.standing_on(today))
    rules.check_due(due_on, today)
    check_owner(owner, today)
    action = Action(
        title=title.strip(),
        why=why.strip(),
        owner=owner,
        due_on=due_on,
        first_due_on=due_on,
        source_kind=source.kind,
        source_id=source.public_id,
        source_label=source.label[:200],
        access=access,
        theme=theme,
        principle=principle,
        promise=promise,
        body=body,
        names_explained=names_explained,
        is_checked_by_another=PledgeSettings.current().is_check_required,
        raised_by=by,
        raised_at=at,
    )
    check_words(action)
    if before := raised_already(action):
        return before
    action.save()
    Event.record(ACTION_RAISED, about=action.reference, by=by, at=at, details={"days": (due_on - today).days})
    ask(action, by, at)
    return action


def raised_already(action: Action) -> Action | None:
    """The same, raised by the same person on the same day: a form that was sent twice."""
    same = ("title", "why", "owner", "first_due_on", "source_kind", "source_id", "raised_by")
    given = {name: getattr(action, name) for name in same}
    return Action.objects.open().filter(**given, raised_at__date=localdate(action.raised_at)).first()


@transaction.atomic
def note_action(*, action: Action, words: str, by: Person | None, at: datetime, names_explained: str = "") -> Action:
    """Write to its story. The same words by the same person twice are one line. Raises NotAllowed, ValidationError."""
    action = locked(action)
    if by:
        rules.check_can_note(by.standing_on(localdate(at)), action)
    if action.notes.filter(kind=Kind.NOTE, words=words.strip(), by=by).exists():
        return action
    tell_story(action, Kind.NOTE, by, at, words=words, names_explained=names_explained)
    Event.record(ACTION_NOTED, about=action.reference, by=by, at=at)
    return action


@transaction.atomic
def show_evidence(
    *,
    action: Action,
    words: str,
    dated_on: date,
    by: Person | None,
    at: datetime,
    link: str = "",
    names_explained: str = "",
) -> Action:
    """Add a dated thing that shows what was done. Raises NotAllowed, ValidationError by field."""
    action = locked(action)
    if by:
        rules.check_can_note(by.standing_on(localdate(at)), action)
    if dated_on > localdate(at):
        raise ValidationError({"dated_on": "This day is still to come. Enter the day of the evidence."})
    if action.notes.filter(kind=Kind.EVIDENCE, words=words.strip(), dated_on=dated_on, by=by).exists():
        return action
    shown: dict[str, Any] = {"words": words, "dated_on": dated_on, "link": link, "names_explained": names_explained}
    tell_story(action, Kind.EVIDENCE, by, at, **shown)
    Event.record(ACTION_EVIDENCED, about=action.reference, by=by, at=at)
    return action


@transaction.atomic
def move_action(
    *,
    action: Action,
    due_on: date,
    because: str,
    version: int,
    by: Person | None,
    at: datetime,
    names_explained: str = "",
) -> Action:
    """Another day, with a reason; the first one stays in sight. Raises NotAllowed, Stale, ValidationError by field."""
    action = keeper(action, by, at, version, Status.OPEN)
    rules.check_reason(because)
    rules.check_due(due_on, localdate(at))
    if due_on == action.due_on:
        return action
    release(action, by, at)
    action.due_on, action.times_moved = due_on, action.times_moved + 1
    action.reminded_at = action.escalated_at = None
    keep(action)
    tell_story(action, Kind.MOVED, by, at, words=because, dated_on=due_on, names_explained=names_explained)
    Event.record(ACTION_MOVED, about=action.reference, by=by, at=at, details={"times": action.times_moved})
    ask(action, by, at)
    return action


@transaction.atomic
def give_action(
    *,
    action: Action,
    owner: Person,
    because: str,
    version: int,
    by: Person | None,
    at: datetime,
    names_explained: str = "",
) -> Action:
    """Another person does it. Raises NotAllowed, Stale, ValidationError by field."""
    action = keeper(action, by, at, version, Status.OPEN)
    rules.check_reason(because)
    if owner.pk == action.owner_id:
        return action
    check_owner(owner, localdate(at))
    pass_on(action, owner, by, at, because, names_explained)
    Event.record(ACTION_GIVEN, about=action.reference, by=by, at=at, details={"to": str(owner.public_id)})
    return action


def hand_over_action(*, action: Action, successor: Person, by: Person | None, at: datetime) -> None:
    """`successor` does it from now on.

    Part of a handover (members.services.hand_over): in its transaction, and its event is the event of this.
    """
    action = locked(action)
    if action.status == Status.OPEN and action.owner_id != successor.pk:
        pass_on(action, successor, by, at, "Handed over at the end of a term.")


def locked(action: Action) -> Action:
    """The row, held until the end of the transaction."""
    # Without a join to its owner: PostgreSQL finds no row where the owner changed while this waited for the lock.
    return Action.objects.select_for_update().get(pk=action.pk)


def keeper(action: Action, by: Person | None, at: datetime, version: int, *statuses: str) -> Action:
    """The row, locked, for a change by who may change it. Raises NotAllowed, Stale."""
    action = locked(action)
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)), action)
    check_version(action, version)
    rules.check_is(action, *statuses)
    return action


def keep(action: Action) -> None:
    action.version += 1
    action.save()


def check_owner(owner: Person, today: date) -> None:
    rules.check_owner(owner.standing_on(today).is_member, owner.name)


def check_words(action: Action) -> None:
    """Every field, and no identifier in free text. Raises ValidationError by field."""
    action.full_clean(exclude=["owner", "raised_by", "promise", "body"], validate_constraints=False)
    for name in FREE_TEXT:
        check_text(name, getattr(action, name))


def check_text(name: str, words: str) -> None:
    try:
        validate_no_identifiers(words)
    except ValidationError as problem:
        raise ValidationError({name: problem}) from problem


def tell_story(action: Action, kind: str, by: Person | None, at: datetime, words: str = "", **more: Any) -> ActionNote:
    """Add a line to the story. Raises ValidationError by field."""
    note = ActionNote(action=action, kind=kind, words=words.strip(), by=by, at=at, **more)
    note.full_clean(exclude=["action", "by"])
    for name in ("words", "names_explained"):
        check_text(name, getattr(note, name))
    note.save()
    return note


def pass_on(
    action: Action, owner: Person, by: Person | None, at: datetime, because: str, names_explained: str = ""
) -> None:
    """Release whoever had it, and ask `owner`; without the event that the deed itself is."""
    release(action, by, at)
    action.owner = owner
    action.reminded_at = action.escalated_at = None
    keep(action)
    tell_story(action, Kind.GIVEN, by, at, words=because, names_explained=names_explained)
    ask(action, by, at)


def ask(action: Action, by: Person | None, at: datetime) -> None:
    """Ask the owner for it, and let them know."""
    days = max(0, (action.due_on - localdate(at)).days)
    if action.owner != by:
        tell(action.owner, f"action-asked:{action.owner.public_id}:{action.version}", action, at)
    Event.record(ACTION_ASKED, about=action.reference, by=by, counts_for=action.owner, at=at, details={"days": days})


def release(action: Action, by: Person | None, at: datetime) -> None:
    """It is not asked of its owner as it was."""
    Event.record(ACTION_RELEASED, about=action.reference, by=by, counts_for=action.owner, at=at)


def complete(action: Action, by: Person | None, at: datetime) -> None:
    """It is done: that counts for its owner."""
    Event.record(ACTION_COMPLETED, about=action.reference, by=by, counts_for=action.owner, at=at)


def tell(person: Person, matter: str, action: Action, at: datetime) -> None:
    path = reverse("pledges:action-detail", args=[action.public_id])
    notices.tell(person.public_id, f"{matter}:{action.public_id}", path, at)
