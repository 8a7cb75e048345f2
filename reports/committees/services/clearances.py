"""Clearances: asked of a person, who is told; given, or refused in words. Asked again, the old answer goes."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.models import Person
from reports.committees.events import CLEARANCE_ASKED, CLEARANCE_GIVEN, CLEARANCE_REFUSED
from reports.committees.models import Clearance, Paper
from reports.committees.rules import clearances as rules
from reports.committees.rules import papers as paper_rules

LONGEST_REASON = 500


@transaction.atomic
def ask_clearance(*, paper: Paper, kind: str, of: Person, by: Person | None, at: datetime) -> Clearance:
    """Ask `of` whether `paper` may be published. The same asked twice is asked once. Raises NotAllowed."""
    today = localdate(at)
    if by:
        paper_rules.check_can_keep(by.standing_on(today))
    paper = Paper.objects.select_for_update().get(pk=paper.pk)
    paper_rules.check_can_change(paper)
    if not of.standing_on(today).is_member:
        raise NotAllowed("Ask somebody with an appointment today.")
    rules.check_is_another(paper, of.pk)
    asked = Clearance.objects.filter(paper=paper, kind=kind).first() or Clearance(paper=paper, kind=kind)
    if asked.pk and asked.asked_of_id == of.pk and not asked.refused_because:
        return asked
    asked.asked_of, asked.asked_by, asked.asked_at = of, by, at
    asked.cleared_at, asked.refused_because = None, ""
    asked.save()
    matter = f"clearance-asked:{asked.public_id}:{of.public_id}:{paper.version}"
    notices.tell(of.public_id, matter, reverse("committees:clearance-detail", args=[asked.public_id]), at)
    Event.record(CLEARANCE_ASKED, about=asked.reference, by=by, at=at, details={"kind": kind})
    return asked


@transaction.atomic
def give_clearance(*, clearance: Clearance, version: int, by: Person, at: datetime) -> Clearance:
    """It may be published as it was read: `version` is that of the paper. Raises NotAllowed."""
    clearance = to_answer(clearance, by, at)
    if clearance.cleared_at:
        return clearance
    if clearance.paper.version != version:
        raise NotAllowed("The paper was changed while you read it. Read it again, then clear it.")
    if clearance.paper.is_to_follow:
        raise NotAllowed("The paper is not there yet: there is nothing to clear.")
    clearance.cleared_at, clearance.refused_because = at, ""
    clearance.save()
    Event.record(CLEARANCE_GIVEN, about=clearance.reference, by=by, at=at, details={"kind": clearance.kind})
    return clearance


@transaction.atomic
def refuse_clearance(*, clearance: Clearance, because: str, by: Person, at: datetime) -> Clearance:
    """Raises NotAllowed, ValidationError at `because`."""
    clearance = to_answer(clearance, by, at)
    words = because.strip()
    if clearance.refused_because == words:
        return clearance
    if len(words) > LONGEST_REASON:
        raise ValidationError({"because": f"Keep it to {LONGEST_REASON} characters."})
    try:
        validate_no_identifiers(words)
    except ValidationError as problem:
        raise ValidationError({"because": problem}) from problem
    clearance.refused_because, clearance.cleared_at = words, None
    clearance.save()
    tell_who_asked(clearance, at)
    Event.record(CLEARANCE_REFUSED, about=clearance.reference, by=by, at=at, details={"kind": clearance.kind})
    return clearance


def to_answer(clearance: Clearance, by: Person, at: datetime) -> Clearance:
    """The paper, then the clearance, held until the end of the transaction. Raises NotAllowed."""
    Paper.objects.select_for_update().get(pk=clearance.paper_id)
    found = Clearance.objects.select_for_update().get(pk=clearance.pk)
    rules.check_can_answer(by.standing_on(localdate(at)), found)
    return found


def tell_who_asked(clearance: Clearance, at: datetime) -> None:
    if clearance.asked_by:
        matter = f"clearance-refused:{clearance.public_id}:{at.isoformat()}"
        notices.tell(clearance.asked_by.public_id, matter, clearance.paper.get_absolute_url(), at)
