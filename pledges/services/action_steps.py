"""How an action ends: its owner says that it is done and somebody else checks it, or it is dropped; and back again."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Person
from pledges.events import ACTION_DROPPED, ACTION_FINISHED, ACTION_REOPENED, ACTION_SENT_BACK
from pledges.models import Action, ActionNote
from pledges.rules import actions as rules
from pledges.services.actions import ask, check_owner, complete, keep, locked, release, tell, tell_story

Status, Kind = Action.Status, ActionNote.Kind


@transaction.atomic
def finish_action(*, action: Action, words: str, by: Person | None, at: datetime, names_explained: str = "") -> Action:
    """Its owner says that it is done: somebody else checks it, or, where the council asks for no check, it is done.

    Twice is once. Raises NotAllowed, ValidationError by field.
    """
    action = locked(action)
    if by:
        rules.check_can_finish(by.standing_on(localdate(at)), action)
    if action.status in (Status.TO_CHECK, Status.DONE):
        return action
    rules.check_is(action, Status.OPEN)
    action.status, action.done_by, action.done_at = Status.TO_CHECK, by, at
    if not action.is_checked_by_another:
        action.status, action.ended_at = Status.DONE, at
    keep(action)
    note = tell_story(action, Kind.DONE, by, at, words=words, names_explained=names_explained)
    if action.raised_by and action.is_checked_by_another:
        tell(action.raised_by, f"action-to-check:{note.public_id}", action, at)
    Event.record(ACTION_FINISHED, about=action.reference, by=by, at=at)
    if action.status == Status.DONE:
        complete(action, by, at)
    return action


@transaction.atomic
def check_action(*, action: Action, by: Person | None, at: datetime) -> Action:
    """Somebody else than the owner says: yes, it is done. Twice is once. Raises NotAllowed."""
    action = locked(action)
    if by:
        rules.check_can_check(by.standing_on(localdate(at)), action)
    if action.status == Status.DONE:
        return action
    rules.check_is(action, Status.TO_CHECK)
    action.status, action.checked_by, action.ended_at = Status.DONE, by, at
    keep(action)
    tell_story(action, Kind.CHECKED, by, at)
    complete(action, by, at)
    return action


@transaction.atomic
def send_back_action(
    *, action: Action, because: str, by: Person | None, at: datetime, names_explained: str = ""
) -> Action:
    """It is not done yet: the owner goes on, and hears why. Raises NotAllowed, ValidationError by field."""
    action = locked(action)
    if by:
        rules.check_can_check(by.standing_on(localdate(at)), action)
    rules.check_is(action, Status.TO_CHECK)
    rules.check_reason(because)
    action.status, action.done_by, action.done_at = Status.OPEN, None, None
    keep(action)
    note = tell_story(action, Kind.SENT_BACK, by, at, words=because, names_explained=names_explained)
    tell(action.owner, f"action-sent-back:{note.public_id}", action, at)
    Event.record(ACTION_SENT_BACK, about=action.reference, by=by, at=at)
    return action


@transaction.atomic
def reopen_action(
    *, action: Action, because: str, due_on: date, by: Person | None, at: datetime, names_explained: str = ""
) -> Action:
    """What was done or dropped is to be done after all. Raises NotAllowed, ValidationError by field."""
    action = locked(action)
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)), action)
    if action.status == Status.OPEN:
        return action
    rules.check_is(action, Status.DONE, Status.DROPPED)
    rules.check_reason(because)
    rules.check_due(due_on, localdate(at))
    check_owner(action.owner, localdate(at))
    action.status, action.ended_at, action.checked_by, action.done_by, action.done_at = (
        Status.OPEN,
        None,
        None,
        None,
        None,
    )
    action.due_on, action.times_reopened = due_on, action.times_reopened + 1
    action.reminded_at = action.escalated_at = None
    keep(action)
    tell_story(action, Kind.REOPENED, by, at, words=because, dated_on=due_on, names_explained=names_explained)
    Event.record(ACTION_REOPENED, about=action.reference, by=by, at=at, details={"times": action.times_reopened})
    ask(action, by, at)
    return action


@transaction.atomic
def drop_action(*, action: Action, because: str, by: Person | None, at: datetime, names_explained: str = "") -> Action:
    """It will not be done, and why. Twice is once. Raises NotAllowed, ValidationError by field."""
    action = locked(action)
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)), action)
    if action.status == Status.DROPPED:
        return action
    rules.check_is(action, Status.OPEN, Status.TO_CHECK)
    rules.check_reason(because)
    release(action, by, at)
    action.status, action.ended_at = Status.DROPPED, at
    keep(action)
    tell_story(action, Kind.DROPPED, by, at, words=because, names_explained=names_explained)
    Event.record(ACTION_DROPPED, about=action.reference, by=by, at=at)
    return action
