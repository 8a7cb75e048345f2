"""How long what belongs to figures is kept (corpparent.retention)."""

from datetime import datetime

from django.db.models import QuerySet

from corpparent.retention import Rule, keep, register
from corpparent.words import day
from reports.indicators.models import Import
from reports.indicators.services.taking import end


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    register(UPLOADS)
    keep("Figures and what they mean", "They are published, and say nothing of a person.", *PUBLISHED)
    keep("Targets and commentaries", "What the council wanted and said is part of the papers it published.", *SAID)


PUBLISHED = (
    "indicators.Area",
    "indicators.Indicator",
    "indicators.Neighbour",
    "indicators.NeighbourSet",
    "indicators.Observation",
)
SAID = ("indicators.Target", "indicators.Commentary")


def left_lying(before: datetime) -> QuerySet[Import]:
    """Files that were uploaded before `before`, and neither taken in nor dropped. (A return's sums go after a day.)"""
    found = Import.objects.exclude(status__in=Import.ENDED).exclude(kind=Import.Kind.RETURN)
    return found.filter(uploaded_at__lt=before)


def drop(files: QuerySet[Import], at: datetime) -> None:
    """Drop each, and remove its bytes."""
    for file in files.select_for_update(of=("self",)):
        end(file, Import.Status.DROPPED, at)


UPLOADS = Rule(
    kind="import",
    title="Files of figures that nobody took in",
    basis="A file left lying is dropped and its bytes go. Of one that was taken in, where the figures came from stays.",
    months=3,
    covers=("indicators.Import",),
    find=left_lying,
    since="uploaded_at",
    wipe=drop,
    held_by=("public_id", "uploaded_by__public_id"),
    label=lambda file: f"{file.title}, {day(file.uploaded_at)}",
)
