"""The report of a visit on its way: sent once, returned with a reason, sent again; every version stays.

However often it is pressed, there is one visit, one event that counts and one note.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers.names import own_phrases
from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.models import Person
from visits.events import VISIT_AMENDED, VISIT_RETURNED, VISIT_SUBMITTED
from visits.facts import reports as facts
from visits.facts.days import working_day_after
from visits.facts.gate import gate_of
from visits.facts.posts import answerers
from visits.models import RotaSlot, Turn, Visit, VisitSettings, VisitVersion
from visits.rules import reports as rules
from visits.rules.gate import check_may_go
from visits.services.reports import COLUMNS, check_words, locked

Status = Visit.Status
LONGEST_REASON = 200
NAMES = "There are likely names in it. Say why they may stand, or take them out."
NEW_NAMES = (
    "There are likely names in it that were not there when you sent it before. Say why these may stand too, or take "
    "them out."
)


@transaction.atomic
def send_visit(*, visit: Visit, by: Person, at: datetime, names_explained: str = "") -> Visit:
    """Send the report, or send it again after it was returned. Sent already is done.

    `names_explained`: why likely names in it may stand; what was said before stands for names that were in it then.

    Raises NotAllowed, and ValidationError by part of the form for what is missing or could point at a child.
    """
    # The slot before its report, as whoever opens the form: the other way round two of them wait for each other.
    if visit.slot_id:
        RotaSlot.objects.select_for_update().get(pk=visit.slot_id)
    visit, today = locked(visit), localdate(at)
    rules.check_is_author(by.standing_on(today), visit)
    if visit.status == Status.SUBMITTED:
        return visit
    answers = dict(visit.answers.values_list("question", "said"))
    check_whole(visit, answers, at)
    check_names(visit, answers, names_explained.strip())
    visit.names_explained = names_explained.strip() or visit.names_explained
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
        # Also where somebody said meanwhile that it was not made: here is its report.
        RotaSlot.objects.filter(pk=visit.slot_id).update(
            status=RotaSlot.Status.VISITED, not_made_because="", closed_by=by, closed_at=at
        )
    for person in answerers(visit.home, localdate(at)):
        notices.tell(person.public_id, f"visit-reported:{visit.public_id}", page(visit), at)
    about = visit.slot.reference if visit.slot else visit.reference
    for visitor in filter(None, (visit.lead, visit.second)):
        Event.record(VISIT_SUBMITTED, about=about, by=by, counts_for=visitor, at=at, details=counted(visit))


@transaction.atomic
def return_visit(*, visit: Visit, because: str, by: Person, at: datetime, names_explained: str = "") -> Visit:
    """Send a report back to be amended, with a reason; both versions stay. Raises NotAllowed, ValidationError.

    `names_explained`: why likely names in `because` may stand.
    """
    visit = locked(visit)
    rules.check_can_return(by.standing_on(localdate(at)), visit)
    if visit.status == Status.RETURNED and visit.returned_because == because.strip():
        return visit
    if visit.status != Status.SUBMITTED:
        raise NotAllowed("Only a report that was sent can be returned.")
    if not because.strip():
        raise ValidationError({"because": "Say what is to be amended."})
    check_words("because", because)
    check_words("names_explained", names_explained)
    visit.status, visit.returned_at, visit.returned_by = Status.RETURNED, at, by
    visit.returned_because, visit.returned_names_explained = because.strip(), names_explained.strip()
    visit.version += 1
    visit.save()
    notices.tell(visit.lead.public_id, f"visit-returned:{visit.public_id}:{visit.version}", page(visit), at)
    Event.record(VISIT_RETURNED, about=visit.reference, by=by, counts_for=visit.lead, at=at)
    return visit


def check_whole(visit: Visit, answers: Mapping[str, str], at: datetime) -> None:
    """All that must stand, and nothing that could point at a child. Raises NotAllowed, ValidationError."""
    day = localdate(at)
    rules.check_day(visit.visited_on, visit.home, day)
    if visit.submitted_at is None:
        if visit.slot:
            rules.check_is_pair(visit.slot, visit.second_id is not None, VisitSettings.current())
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


def check_names(visit: Visit, answers: Mapping[str, str], because: str) -> None:
    """Likely names stand with a reason, and new ones with a new reason. Raises ValidationError at `names_explained`."""
    check_words("names_explained", because)
    if "\x00" in because:
        raise ValidationError({"names_explained": "There is a character in the reason that no keyboard makes."})
    if len(because) > LONGEST_REASON:
        raise ValidationError({"names_explained": f"Keep the reason to {LONGEST_REASON} characters."})
    own = own_phrases()
    explained = facts.explained_before(visit, own)
    if not any(facts.new_names(text, own, explained) for _, text in facts.texts_of(visit, answers)):
        return
    if explained and because in ("", visit.names_explained):
        raise ValidationError({"names_explained": NEW_NAMES})
    if not because and not visit.names_explained:
        raise ValidationError({"names_explained": NAMES})


def keep_version(visit: Visit, answers: Mapping[str, str], by: Person, at: datetime) -> None:
    """The report as it is sent now, beside those that were sent before."""
    held = {name: getattr(visit, name) for name in COLUMNS}
    said = {name: "" if value is None else str(value) for name, value in held.items()}
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
