"""How long actions are kept (corpparent.retention)."""

from datetime import datetime

from django.db.models import QuerySet

from corpparent.retention import Rule
from corpparent.words import day
from pledges.models import Action, ActionNote


def wipe(rows: QuerySet[Action], at: datetime) -> None:
    """The rows, with their stories."""
    ActionNote.objects.filter(action__in=rows).delete()
    rows.delete()


ACTIONS = Rule(
    kind="action",
    title="Actions that were done or dropped",
    basis="Who was to do what, and whether it was done, must be told for as long as a claim can be brought: six years "
    "(Limitation Act 1980). What answers “not good enough” is kept as long as that.",
    months=72,
    least=24,
    covers=("pledges.Action", "pledges.ActionNote"),
    find=lambda before: Action.objects.filter(ended_at__lt=before, shortfalls__isnull=True),
    since="ended_at",
    wipe=wipe,
    held_by=("public_id", "source_id", "owner__public_id", "body__public_id"),
    label=lambda action: f"{action.reference.label}, ended {day(action.ended_at)}",
)
