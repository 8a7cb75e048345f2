"""The report of a visit while it is written: begun once, kept half done by its author, its points, a worry told."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import check_version
from members.models import Person
from visits.events import VISIT_PASSED_ON, VISIT_STARTED
from visits.facts.gate import gate_of
from visits.models import Answer, Point, RotaSlot, Turn, Visit, VisitSettings
from visits.questions import by_slug
from visits.rules import reports as rules
from visits.rules.gate import GateAnswer, as_json, check_may_go

Status = Visit.Status
# Columns of the visit that are written on pages of the form.
COLUMNS = (
    "visited_on",
    "arrived_at",
    "left_at",
    "day_part",
    "is_announced",
    "judgement",
    "judgement_reason",
    "celebrate",
    "change_first",
)


@transaction.atomic
def start_visit(*, slot: RotaSlot, key: UUID, by: Person, at: datetime) -> Visit:
    """Open the form of a visit that `by` took the lead of; a second time it is the same draft.

    Raises NotAllowed: for others, and where the gate no longer lets them go.
    """
    slot = RotaSlot.objects.select_for_update().get(pk=slot.pk)
    if before := Visit.objects.filter(slot=slot).select_related("lead", "home").first():
        rules.check_is_author(by.standing_on(localdate(at)), before)
        return before
    turns = visitors_of(slot, by)
    rules.check_is_pair(slot, Turn.Part.SECOND in turns, VisitSettings.current())
    answers = gate_of(by, slot.home, Turn.Part.LEAD, localdate(at))
    check_may_go(answers)
    return open_form(slot, turns, answers, key, at)


def visitors_of(slot: RotaSlot, by: Person) -> dict[str, Person]:
    """Who goes, by part. Raises NotAllowed unless `by` took the lead of a visit that is still wanted."""
    if slot.status in (RotaSlot.Status.CANCELLED, RotaSlot.Status.NOT_MADE):
        said = slot.get_status_display().lower()
        raise NotAllowed(f"The rota says of this visit: {said}. Ask democratic services to plan it anew.")
    turns = {turn.part: turn.person for turn in slot.turns.filter(status=Turn.Status.TAKEN).select_related("person")}
    if slot.status != RotaSlot.Status.TAKEN or turns.get(Turn.Part.LEAD) != by:
        raise NotAllowed("Only whoever took the lead of this visit writes its report.")
    return turns


def open_form(
    slot: RotaSlot, turns: Mapping[str, Person], answers: Iterable[GateAnswer], key: UUID, at: datetime
) -> Visit:
    """An empty draft of whoever leads, with the gate's answers as they are now."""
    lead = turns[Turn.Part.LEAD]
    visit = Visit.objects.create(
        key=key,
        slot=slot,
        home=slot.home,
        lead=lead,
        second=turns.get(Turn.Part.SECOND),
        shadow=turns.get(Turn.Part.SHADOW),
        gate=as_json(answers),
        is_announced=slot.is_announced,
        started_at=at,
        saved_at=at,
    )
    Event.record(VISIT_STARTED, about=visit.reference, by=lead, at=at)
    return visit


@transaction.atomic
def save_part(
    *,
    visit: Visit,
    answers: Mapping[str, str],
    version: int,
    by: Person,
    at: datetime,
    step: str = "",
    **columns: Any,
) -> Visit:
    """Keep what is written so far, half done or not: `answers` by question, `columns` of the visit.

    What could point at a child is a warning of the form and no refusal here: nothing that was typed is lost. Raises
    NotAllowed, Stale, and ValidationError for what is no answer.
    """
    visit = locked(visit)
    rules.check_is_author(by.standing_on(localdate(at)), visit)
    rules.check_is_being_written(visit)
    check_version(visit, version)
    rules.check_answers(answers, by_slug())
    rules.check_stays_whole(visit, columns)
    for question, said in answers.items():
        Answer.objects.update_or_create(visit=visit, question=question, defaults={"said": said.strip()})
    for name, value in columns.items():
        if name not in COLUMNS:
            raise ValueError(f"“{name}” is not asked on the form.")
        setattr(visit, name, value)
    visit.step, visit.saved_at, visit.chased_at = step or visit.step, at, None
    visit.version += 1
    visit.save()
    return visit


@transaction.atomic
def add_point(*, visit: Visit, by: Person, at: datetime, **fields: Any) -> Point:
    """Raise a point, while the report is being written. The same twice is one. Raises NotAllowed, ValidationError."""
    visit = locked(visit)
    check_can_write(visit, by, at)
    if before := visit.points.filter(**fields).first():
        return before
    last = visit.points.order_by("-number").first()
    point = Point(visit=visit, number=last.number + 1 if last else 1, **fields)
    point.full_clean(exclude=["visit"])
    point.save()
    touch(visit, at)
    return point


@transaction.atomic
def change_point(*, point: Point, version: int, by: Person, at: datetime, **fields: Any) -> Point:
    """Correct a point while the report is being written. Raises NotAllowed, Stale, ValidationError."""
    visit = locked(point.visit)
    point = visit.points.get(pk=point.pk)
    check_can_write(visit, by, at)
    check_version(point, version)
    for name, value in fields.items():
        setattr(point, name, value)
    point.version += 1
    point.full_clean(exclude=["visit"])
    point.save()
    touch(visit, at)
    return point


@transaction.atomic
def remove_point(*, point: Point, by: Person, at: datetime) -> None:
    """Take a point out while the report is being written; gone already is done. Raises NotAllowed."""
    visit = locked(point.visit)
    check_can_write(visit, by, at)
    if visit.points.filter(pk=point.pk, response__isnull=False).exists():
        raise NotAllowed("The home has answered this point, so it stays.")
    visit.points.filter(pk=point.pk).delete()
    touch(visit, at)


@transaction.atomic
def pass_on(
    *, visit: Visit, to: str, passed_on_at: datetime, by: Person, at: datetime, names_explained: str = ""
) -> Visit:
    """That a worry was passed on, to which service and when, and nothing more; the visit is exempt for ever.

    `names_explained`: why a likely name in `to` may stand.

    Raises NotAllowed, ValidationError by field.
    """
    visit = locked(visit)
    rules.check_is_author(by.standing_on(localdate(at)), visit)
    rules.check_passed_on(to)
    check_words("passed_on_to", to)
    check_words("names_explained", names_explained)
    if passed_on_at > at:
        raise ValidationError({"passed_on_at": "This time is still to come. Enter when you told them."})
    if (visit.passed_on_to, visit.passed_on_at) == (to.strip(), passed_on_at):
        return visit
    visit.is_passed_on, visit.passed_on_to, visit.passed_on_at = True, to.strip(), passed_on_at
    visit.passed_on_names_explained = names_explained.strip()
    visit.version += 1
    visit.save()
    Event.record(VISIT_PASSED_ON, about=visit.reference, by=by, at=at)
    return visit


def locked(visit: Visit) -> Visit:
    """The row as it is, held until the end of the transaction."""
    return Visit.objects.select_for_update().get(pk=visit.pk)


def check_can_write(visit: Visit, by: Person, at: datetime) -> None:
    rules.check_is_author(by.standing_on(localdate(at)), visit)
    rules.check_is_being_written(visit)


def touch(visit: Visit, at: datetime) -> None:
    visit.saved_at = at
    visit.save(update_fields=["saved_at"])


def check_words(field: str, words: str) -> None:
    """Raise ValidationError at `field` for what could tell who a child is."""
    try:
        validate_no_identifiers(words)
    except ValidationError as problem:
        raise ValidationError({field: problem.messages}) from problem
