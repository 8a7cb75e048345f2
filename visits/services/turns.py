"""Turns: offered to somebody who may go, taken, declined, given back."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.models import Person
from members.roles import DEMOCRATIC_SERVICES_OFFICER
from visits.events import TURN_DECLINED, TURN_GIVEN_BACK, TURN_OFFERED, TURN_TAKEN, VISIT_DUE
from visits.facts import rota as facts
from visits.facts.days import working_day_after
from visits.facts.gate import gate_of
from visits.facts.posts import holders
from visits.models import RotaSlot, Turn, VisitSettings
from visits.rules import rota as rules
from visits.rules.gate import GateAnswer, as_json, check_may_go, missing
from visits.services.rota import locked, release

Part, Status = Turn.Part, Turn.Status


@transaction.atomic
def offer_turn(*, slot: RotaSlot, person: Person, part: str, by: Person | None, at: datetime) -> Turn:
    """Offer a part to somebody who may go; the same offer twice is one, and they get a note.

    Raises NotAllowed, and ValidationError with a sentence for each thing that is missing.
    """
    slot, today = locked(slot), localdate(at)
    if by:
        rules.check_can_arrange(by.standing_on(today))
    rules.check_running(slot)
    turns = facts.turns_of(slot)
    if part in turns and turns[part].person_id == person.pk:
        return turns[part]
    check_free(turns, part, person)
    answers = gate_for(slot, person, part, today)
    if found := missing(answers):
        raise ValidationError([f"{person.name} may not go. {sentence}" for sentence in found])
    check_parties(turns, part, person, today)
    turn = Turn.objects.create(slot=slot, person=person, part=part, gate=as_json(answers), offered_by=by, offered_at=at)
    notices.tell(person.public_id, f"turn-offered:{turn.public_id}", page(slot), at)

    details = {"part": part, "to": str(person.public_id)}
    Event.record(TURN_OFFERED, about=slot.reference, by=by, at=at, details=details)
    return turn


def gate_for(slot: RotaSlot, person: Person, part: str, today: date) -> tuple[GateAnswer, ...]:
    return gate_of(person, slot.home, part, rules.first_day(slot, today))


def check_free(turns: dict[str, Turn], part: str, person: Person) -> None:
    """Whoever offered first was first: the second is told to whom. Raises ValidationError."""
    if part not in Part.values:
        raise ValidationError("Choose a part in the visit.")
    if part in turns:
        raise ValidationError(f"{turns[part].person.name} has this part already. Look again at who goes.")
    if any(turn.person_id == person.pk for turn in turns.values()):
        raise ValidationError(f"{person.name} has another part in this visit. One person has one part.")


def check_parties(turns: dict[str, Turn], part: str, person: Person, today: date) -> None:
    """Where the council asks for it, the two who visit sit for different parties. Raises ValidationError."""
    other = turns.get({Part.LEAD: Part.SECOND, Part.SECOND: Part.LEAD}.get(Part(part), ""))
    if other is None or not VisitSettings.current().is_cross_party:
        return
    party = facts.party_of(person, today)
    if party and party == facts.party_of(other.person, today):
        raise ValidationError(f"{person.name} and {other.person.name} are of one party. Two parties visit together.")


@transaction.atomic
def take_turn(*, turn: Turn, by: Person, at: datetime) -> Turn:
    """Say yes; the gate is asked again, and its answer kept. It counts as asked of them from now on (duty T5).

    Raises NotAllowed, also with what is missing.
    """
    slot, turn = locked(turn.slot), fresh(turn)
    today = localdate(at)
    rules.check_is_theirs(by.standing_on(today), turn)
    if turn.status == Status.TAKEN:
        return turn
    rules.check_running(slot)
    check_offered(turn)
    answers = gate_for(slot, by, turn.part, today)
    check_may_go(answers)
    turn.gate = as_json(answers)
    answer(turn, Status.TAKEN, at)
    if turn.part == Part.LEAD:
        set_status(slot, RotaSlot.Status.TAKEN)
    Event.record(TURN_TAKEN, about=slot.reference, by=by, at=at, details={"part": turn.part})
    if turn.part != Part.SHADOW:
        ask(slot, by, at)
    return turn


def ask(slot: RotaSlot, person: Person, at: datetime) -> None:
    """From now on the visit and its report are asked of this person: T5."""
    report_by = working_day_after(slot.due_on, VisitSettings.current().report_days)
    days = max((report_by - localdate(at)).days, 0)
    Event.record(VISIT_DUE, about=slot.reference, by=person, at=at, counts_for=person, details={"days": days})


@transaction.atomic
def decline_turn(*, turn: Turn, by: Person, at: datetime) -> Turn:
    """Say no, without a reason; whoever arranges the rota gets a note. Raises NotAllowed."""
    slot, turn = locked(turn.slot), fresh(turn)
    rules.check_is_theirs(by.standing_on(localdate(at)), turn)
    if turn.status == Status.DECLINED:
        return turn
    check_offered(turn)
    answer(turn, Status.DECLINED, at)
    tell_officers(turn, at)

    Event.record(TURN_DECLINED, about=slot.reference, by=by, at=at, details={"part": turn.part})
    return turn


@transaction.atomic
def give_back_turn(*, turn: Turn, by: Person, at: datetime) -> Turn:
    """Something came up: the part is free again, and not asked of them any more. Raises NotAllowed."""
    slot, turn = locked(turn.slot), fresh(turn)
    rules.check_is_theirs(by.standing_on(localdate(at)), turn)
    if turn.status == Status.WITHDRAWN:
        return turn
    rules.check_running(slot)
    if turn.status != Status.TAKEN:
        raise NotAllowed("You have not taken this visit, so there is nothing to give back.")
    rules.check_not_begun(facts.is_begun(slot))
    answer(turn, Status.WITHDRAWN, at)
    if turn.part == Part.LEAD:
        set_status(slot, RotaSlot.Status.OPEN)
    tell_officers(turn, at)
    release([turn], by, at)

    Event.record(TURN_GIVEN_BACK, about=slot.reference, by=by, at=at, details={"part": turn.part})
    return turn


def check_offered(turn: Turn) -> None:
    if turn.status != Status.OFFERED:
        raise NotAllowed(f"This offer is over: {turn.get_status_display().lower()}.")


def answer(turn: Turn, status: str, at: datetime) -> None:
    turn.status, turn.answered_at = status, at
    turn.save(update_fields=["status", "answered_at", "gate"])


def set_status(slot: RotaSlot, status: str) -> None:
    slot.status = status
    slot.version += 1
    slot.save(update_fields=["status", "version"])


def tell_officers(turn: Turn, at: datetime) -> None:
    """A part is free: somebody has to offer it anew."""
    for officer in holders(localdate(at), DEMOCRATIC_SERVICES_OFFICER):
        notices.tell(officer.public_id, f"turn-free:{turn.public_id}", page(turn.slot), at)


def page(slot: RotaSlot) -> str:
    return reverse("visits:slot-detail", args=[slot.public_id])


def fresh(turn: Turn) -> Turn:
    """As it is now; its slot was locked before."""
    return Turn.objects.select_related("slot__home", "person").get(pk=turn.pk)
