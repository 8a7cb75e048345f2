"""The action tracker of a body: in open papers open actions alone, and nobody's name; in others all of them."""

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from corpparent.words import count, day
from members.standing import Standing
from pledges.models import Action
from reports.committees.models import AgendaItem, Paper
from reports.committees.sources import Source
from reports.committees.written import Table, Written

RECENT = timedelta(days=92)
HEAD = ["What must be done", "By", "How it stands"]


def choices(item: AgendaItem, who: Standing) -> list[tuple[str, str]]:
    body = item.meeting.body
    return [("body", f"Action tracker of {body.name}")]


def make(chosen: str, item: AgendaItem, is_public: bool, at: datetime) -> Written:
    today = localdate(at)
    found = Action.objects.filter(body=item.meeting.body).filter(running_or_recent(today)).select_related("owner")
    if is_public:
        found = found.filter(access=Action.Access.OPEN)
    rows = [row_of(action, today, is_public) for action in found.order_by("due_on", "pk")]
    late = sum(action.status == Action.Status.OPEN and action.due_on < today for action in found)
    head = HEAD if is_public else [*HEAD, "Who does it"]
    return Written(
        title=f"Actions of {item.meeting.body.name}",
        sentences=[said(len(rows), late)],
        tables=[Table("Actions", head, rows)] if rows else [],
        notes=["Other actions are followed in private papers."] * is_public,
    )


def running_or_recent(today: date) -> Q:
    running = Q(status__in=[Action.Status.OPEN, Action.Status.TO_CHECK])
    return running | Q(ended_at__date__gte=today - RECENT)


def row_of(action: Action, today: date, is_public: bool) -> list[str]:
    is_late = action.status == Action.Status.OPEN and action.due_on < today
    standing = "Late" if is_late else action.get_status_display()
    moved = f", first {day(action.first_due_on)}" if action.first_due_on != action.due_on else ""
    row = [action.title, day(action.due_on) + moved, standing]
    return row if is_public else [*row, action.owner.name]


def said(actions: int, late: int) -> str:
    if not actions:
        return "No actions are open, and none ended in the last three months."
    lateness = f"{count(late, 'is', 'are').capitalize()} late" if late else "None is late"
    return f"{count(actions, 'action').capitalize()}, those included that ended in the last three months. {lateness}."


SOURCE = Source(Paper.Origin.ACTIONS, "Action tracker", choices, make)
