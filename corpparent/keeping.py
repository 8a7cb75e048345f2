"""How long the project's own rows are kept (corpparent.retention)."""

from datetime import datetime
from typing import Any, cast

from django.contrib.sessions.models import Session
from django.db.models import Exists, ForeignObjectRel, Model, OuterRef, QuerySet

from corpparent import record
from corpparent.models import Event, Job, LegalHold, Notice, StoredFile
from corpparent.retention import Rule, keep, register
from corpparent.words import day


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    for rule in (EVENTS, NOTICES, JOBS, HOLDS, SESSIONS, FILES):
        register(rule)
    keep("The deeds in the record", "They prove each other, so none is ever taken out.", "corpparent.ChainHead")
    keep("How long things are kept", "The council’s own choices on this page.", "corpparent.RetentionPeriod")


def delete(rows: QuerySet[Any], at: datetime) -> None:
    """Delete the rows."""
    rows.delete()


def remove_files(rows: QuerySet[StoredFile], at: datetime) -> None:
    """Remove rows and bytes."""
    for file in rows:
        file.remove()


def forgotten_files(before: datetime) -> QuerySet[StoredFile]:
    """Files made before `before` that no row points at: what an upload left that broke off."""
    files = StoredFile.objects.filter(created_at__lt=before)
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel):
            owners = cast(type[Model], relation.related_model)._default_manager
            files = files.exclude(Exists(owners.filter(**{relation.field.name: OuterRef("pk")})))
    return files


EVENTS = Rule(
    kind="event",
    title="Names in the record",
    basis="Who did what must be told for as long as a claim can be brought: six years (Limitation Act 1980). Then the "
    "names are blanked; the deeds stay, and the chain still proves them.",
    months=72,
    least=72,
    covers=("corpparent.Event",),
    find=lambda before: Event.objects.filter(at__lt=before, private__isnull=False),
    since="at",
    wipe=lambda rows, at: record.blank(rows),
    held_by=("subject_id", "actor_id", "counts_for_id"),
    label=lambda event: f"Event {event.number}, {event.type}, {day(event.at)}",
)

NOTICES = Rule(
    kind="notice",
    title="Notices that were sent",
    basis="They only said that something waits. Half a year is enough to ask why one did not come.",
    months=6,
    covers=("corpparent.Notice",),
    find=lambda before: Notice.objects.filter(ended_at__lt=before),
    since="ended_at",
    wipe=delete,
    held_by=("public_id", "person_id"),
    label=lambda notice: f"Notice of {day(notice.created_at)}: {notice.get_status_display().lower()}",
)

JOBS = Rule(
    kind="job",
    title="Long work that has ended",
    basis="What it made is kept by itself, and that it was asked for is in the record.",
    months=12,
    covers=("corpparent.Job",),
    find=lambda before: Job.objects.filter(ended_at__lt=before),
    since="ended_at",
    wipe=delete,
    held_by=("public_id", "subject_id", "asked_by_id"),
    label=lambda job: f"{job.kind}, {day(job.asked_at)}: {job.get_status_display().lower()}",
)

HOLDS = Rule(
    kind="legal-hold",
    title="Legal holds that were lifted",
    basis="Why something was kept for longer is told as long as who did what: six years.",
    months=72,
    least=72,
    covers=("corpparent.LegalHold",),
    find=lambda before: LegalHold.objects.filter(lifted_at__lt=before),
    since="lifted_at",
    wipe=delete,
    held_by=("public_id", "subject_id"),
)

SESSIONS = Rule(
    kind="session",
    title="Sessions that have run out",
    basis="Nobody can come in with them any more.",
    months=1,
    covers=("sessions.Session",),
    find=lambda before: Session.objects.filter(expire_date__lt=before),
    since="expire_date",
    wipe=delete,
    label=lambda session: f"Session that ran out on {day(session.expire_date)}",
)

FILES = Rule(
    kind="stored-file",
    title="Files that nothing points at",
    basis="What an upload left behind that broke off. Other files go with the row that they belong to.",
    months=1,
    covers=("corpparent.StoredFile",),
    find=forgotten_files,
    since="created_at",
    wipe=remove_files,
    held_by=("public_id",),
    label=lambda file: f"File of {day(file.created_at)}",
)
