"""The report of a visit: begun once, kept half done by its author, sent once, returned and sent again.

However often the form with one key arrives, there is one visit, one event that counts and one note.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import find_names, validate_no_identifiers
from corpparent.identifiers.names import own_phrases
from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import check_version
from members.models import Person
from visits.events import VISIT_AMENDED, VISIT_PASSED_ON, VISIT_RETURNED, VISIT_STARTED, VISIT_SUBMITTED
from visits.facts import reports as facts
from visits.facts.days import working_day_after
from visits.facts.gate import gate_of
from visits.facts.posts import answerers
from visits.models import Answer, Point, RotaSlot, Turn, Visit, VisitSettings, VisitVersion
from visits.questions import by_slug
from visits.rules import reports as rules
from visits.rules.gate import as_json, check_may_go

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
LONGEST_REASON = 200


@transaction.atomic
def start_visit(*, slot: RotaSlot, key: UUID, by: Person, at: datetime) -> Visit:
    """Open the form of a visit that `by` took the lead of; a second time it is the same draft.

    Raises NotAllowed: for others, and where the gate no longer lets them go.
    """
    slot = RotaSlot.objects.select_for_update().get(pk=slot.pk)
    if before := Visit.objects.filter(slot=slot).select_related("lead", "home").first():
        rules.check_is_author(by.standing_on(localdate(at)), before)
        return before
    turns = {turn.part: turn.person for turn in slot.turns.filter(status=Turn.Status.TAKEN).select_related("person")}
    if slot.status != RotaSlot.Status.TAKEN or turns.get(Turn.Part.LEAD) != by:
        raise NotAllowed("Only whoever took the lead of this visit writes its report.")
    rules.check_is_pair(slot, Turn.Part.SECOND in turns, VisitSettings.current())
    answers = gate_of(by, slot.home, Turn.Part.LEAD, localdate(at))
    check_may_go(answers)
    visit = Visit.objects.create(
        key=key,
        slot=slot,
        home=slot.home,
        lead=by,
        second=turns.get(Turn.Part.SECOND),
        shadow=turns.get(Turn.Part.SHADOW),
        gate=as_json(answers),
        is_announced=slot.is_announced,
        started_at=at,
        saved_at=at,
    )
    Event.record(VISIT_STARTED, about=visit.reference, by=by, at=at)
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
    names_explained: str | None = None,
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
    for question, said in answers.items():
        Answer.objects.update_or_create(visit=visit, question=question, defaults={"said": said.strip()})
    for name, value in columns.items():
        if name not in COLUMNS:
            raise ValueError(f"“{name}” is not asked on the form.")
        setattr(visit, name, value)
    if names_explained is not None:
        visit.names_explained = names_explained
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
def send_visit(*, visit: Visit, by: Person, at: datetime, names_explained: str = "") -> Visit:
    """Send the report, or send it again after it was returned. Sent already is done.

    `names_explained`: why likely names in it may stand; what was said before stands until something else is.

    Raises NotAllowed, and ValidationError by part of the form for what is missing or could point at a child.
    """
    visit, today = locked(visit), localdate(at)
    rules.check_is_author(by.standing_on(today), visit)
    if visit.status == Status.SUBMITTED:
        return visit
    answers = dict(visit.answers.values_list("question", "said"))
    visit.names_explained = names_explained.strip() or visit.names_explained
    check_whole(visit, answers, at)
    check_names(visit, answers)
    is_first = visit.submitted_at is None
    visit.status, visit.submitted_at, visit.saved_at = Status.SUBMITTED, visit.submitted_at or at, at
    visit.answer_by = working_day_after(today, VisitSettings.current().answer_days)
    visit.reminded_at = visit.escalated_at = None
    visit.version += 1
    visit.save()
    keep_version(visit, answers, by, at)
    if is_first:
        submit(visit, by, at)
    else:
        Event.record(VISIT_AMENDED, about=visit.reference, by=by, at=at)
    return visit


def submit(visit: Visit, by: Person, at: datetime) -> None:
    """What happens once for a report: its slot is done, the home is told, and it counts for those who went."""
    if visit.slot_id:
        RotaSlot.objects.filter(pk=visit.slot_id).update(status=RotaSlot.Status.VISITED, closed_by=by, closed_at=at)
    for person in answerers(visit.home, localdate(at)):
        notices.tell(person.public_id, f"visit-reported:{visit.public_id}", page(visit), at)
    about = visit.slot.reference if visit.slot else visit.reference
    for visitor in filter(None, (visit.lead, visit.second)):
        Event.record(VISIT_SUBMITTED, about=about, by=by, counts_for=visitor, at=at, details=counted(visit))


@transaction.atomic
def return_visit(*, visit: Visit, because: str, by: Person, at: datetime) -> Visit:
    """Send a report back to be amended, with a reason; both versions stay. Raises NotAllowed, ValidationError."""
    visit = locked(visit)
    rules.check_can_return(by.standing_on(localdate(at)), visit)
    if visit.status == Status.RETURNED and visit.returned_because == because.strip():
        return visit
    if visit.status != Status.SUBMITTED:
        raise NotAllowed("Only a report that was sent can be returned.")
    if not because.strip():
        raise ValidationError({"because": "Say what is to be amended."})
    check_words("because", because)
    visit.status, visit.returned_at, visit.returned_by = Status.RETURNED, at, by
    visit.returned_because = because.strip()
    visit.version += 1
    visit.save()
    notices.tell(visit.lead.public_id, f"visit-returned:{visit.public_id}:{visit.version}", page(visit), at)
    Event.record(VISIT_RETURNED, about=visit.reference, by=by, counts_for=visit.lead, at=at)
    return visit


@transaction.atomic
def pass_on(*, visit: Visit, to: str, passed_on_at: datetime, by: Person, at: datetime) -> Visit:
    """That a worry was passed on, to which service and when, and nothing more; the visit is exempt for ever.

    Raises NotAllowed, ValidationError by field.
    """
    visit = locked(visit)
    rules.check_is_author(by.standing_on(localdate(at)), visit)
    rules.check_passed_on(to)
    check_words("passed_on_to", to)
    if passed_on_at > at:
        raise ValidationError({"passed_on_at": "This time is still to come. Enter when you told them."})
    if (visit.passed_on_to, visit.passed_on_at) == (to.strip(), passed_on_at):
        return visit
    visit.is_passed_on, visit.passed_on_to, visit.passed_on_at = True, to.strip(), passed_on_at
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


def check_whole(visit: Visit, answers: Mapping[str, str], at: datetime) -> None:
    """All that must stand, and nothing that could point at a child. Raises NotAllowed, ValidationError."""
    day = localdate(at)
    rules.check_day(visit.visited_on, visit.home, day)
    if visit.submitted_at is None:
        check_may_go(gate_of(visit.lead, visit.home, Turn.Part.LEAD, visit.visited_on or day))
    if missing := rules.missing(visit, answers):
        raise ValidationError(missing)
    for question, said in answers.items():
        check_words(question, said)
    for column in facts.WORDS:
        check_words(column, getattr(visit, column))
    for point in visit.points.all():
        check_words("points", point.title)
        check_words("points", point.saw)


def check_names(visit: Visit, answers: Mapping[str, str]) -> None:
    """Likely names stand with a reason, and only then. Raises ValidationError at `names_explained`."""
    check_words("names_explained", visit.names_explained)
    if len(visit.names_explained) > LONGEST_REASON:
        raise ValidationError({"names_explained": f"Keep the reason to {LONGEST_REASON} characters."})
    own = own_phrases()
    if not visit.names_explained and any(find_names(words, own) for words in facts.words_of(visit, answers)):
        raise ValidationError(
            {"names_explained": "There are likely names in it. Say why they may stand, or take them out."}
        )


def check_words(field: str, words: str) -> None:
    """Raise ValidationError at `field` for what could tell who a child is."""
    try:
        validate_no_identifiers(words)
    except ValidationError as problem:
        raise ValidationError({field: problem.messages}) from problem


def keep_version(visit: Visit, answers: Mapping[str, str], by: Person, at: datetime) -> None:
    """The report as it is sent now, beside those that were sent before."""
    said = {name: str(getattr(visit, name) or "") for name in COLUMNS}
    points = list(visit.points.values("number", "title", "saw", "theme", "principle", "severity"))
    VisitVersion.objects.create(
        visit=visit,
        number=visit.versions.count() + 1,
        report={"answers": dict(answers), "visit": said, "points": points},
        returned_because=visit.returned_because,
        sent_by=by,
        sent_at=at,
    )


def counted(visit: Visit) -> dict[str, Any]:
    """Of the record: the visit's own id, since the subject is the slot, and how many points."""
    return {"visit": str(visit.public_id), "points": visit.points.count()}


def page(visit: Visit) -> str:
    return reverse("visits:visit-detail", args=[visit.public_id])
