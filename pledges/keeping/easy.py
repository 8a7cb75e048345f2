"""How long easy words and young people's drawings are kept (corpparent.retention)."""

from datetime import datetime

from django.db.models import QuerySet

from corpparent.retention import Rule, keep, register
from pledges.models import Drawing, Pledge
from pledges.services.easy import take_away


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    register(DRAWINGS)
    keep("Pledges in easy words", "They are published with the pledge, and name nobody.", "pledges.EasyRead")


def of_retired(before: datetime) -> QuerySet[Drawing]:
    """Drawings of pledges that were retired before `before`."""
    found = Drawing.objects.filter(promise__pledge__status=Pledge.Status.RETIRED)
    return found.filter(promise__pledge__retired_at__lt=before).select_related("file")


def wipe(drawings: QuerySet[Drawing], at: datetime) -> None:
    """Remove each, and its bytes."""
    take_away(drawings.select_for_update(of=("self",)))


DRAWINGS = Rule(
    kind="drawing",
    title="Drawings of retired pledges",
    basis="A young person drew them for this pledge. When it no longer holds, so does the reason to keep them.",
    months=12,
    covers=("pledges.Drawing",),
    find=of_retired,
    since="promise__pledge__retired_at",
    wipe=wipe,
    held_by=("public_id", "promise__pledge__public_id", "brought_by__public_id"),
)
