"""Actions that are due soon or late: their owner is told, and when they stay late, the Lead Member and the Director."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils.timezone import localdate

from corpparent.models import Event
from pledges.events import ACTION_ESCALATED
from pledges.facts import actions as facts
from pledges.models import Action, ActionNote, PledgeSettings
from pledges.services.actions import locked, tell, tell_story

MOST = 200  # a sweep; the next one goes on


def sweep_actions(at: datetime) -> int:
    """Remind and escalate what is due for it at `at`; returns how many. Each once for each date an action has."""
    times, today = PledgeSettings.current(), localdate(at)
    open_now = Action.objects.filter(status=Action.Status.OPEN)
    soon = open_now.filter(to_remind(today, times))
    late = open_now.filter(escalated_at__isnull=True, due_on__lt=today - timedelta(days=times.escalate_days))
    done = sum(remind(action, at) for action in soon.order_by("due_on", "pk")[:MOST])
    return done + sum(escalate(action, times, at) for action in late.order_by("due_on", "pk")[:MOST])


def to_remind(today: date, times: PledgeSettings) -> Q:
    """So many days before it is due, and again on the day itself."""
    before = Q(reminded_at__isnull=True, due_on__lte=today + timedelta(days=times.remind_days))
    return before | Q(reminded_at__date__lt=F("due_on"), due_on__lte=today)


@transaction.atomic
def remind(action: Action, at: datetime) -> bool:
    """Tell its owner that it is due soon, or today; False where somebody else was quicker."""
    action, today = locked(action), localdate(at)
    was_told = action.reminded_at and (today < action.due_on or localdate(action.reminded_at) >= action.due_on)
    if action.status != Action.Status.OPEN or was_told:
        return False
    action.reminded_at = at
    action.save(update_fields=["reminded_at"])
    matter = "action-due" if today < action.due_on else "action-due-now"
    tell(action.owner, f"{matter}:{action.due_on.isoformat()}:{action.owner.public_id}", action, at)
    return True


@transaction.atomic
def escalate(action: Action, times: PledgeSettings, at: datetime) -> bool:
    """Tell Lead Member and Director; it stands in its story. False where somebody else was quicker."""
    action = locked(action)
    days = (localdate(at) - action.due_on).days
    if action.status != Action.Status.OPEN or action.escalated_at or days <= times.escalate_days:
        return False
    action.escalated_at = at
    action.save(update_fields=["escalated_at"])
    tell_story(action, ActionNote.Kind.ESCALATED, None, at, words=f"{days} days late.")
    for person in facts.escalated_to(localdate(at)):
        tell(person, f"action-late:{action.due_on.isoformat()}:{action.owner.public_id}", action, at)
    Event.record(ACTION_ESCALATED, about=action.reference, by=None, at=at, details={"days": days})
    return True
