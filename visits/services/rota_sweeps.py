"""What happens on the rota by itself: offers lapse, and visitors are reminded."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from visits.events import TURN_LAPSED
from visits.models import RotaSlot, Turn, VisitSettings
from visits.services.rota import locked
from visits.services.turns import answer, fresh, tell_officers

MOST = 200  # of each a sweep


def sweep_rota(at: datetime) -> None:
    """Let offers lapse that nobody answered in time, and remind visitors before a visit is due: each once."""
    scheme = VisitSettings.current()
    waited = Turn.objects.filter(status=Turn.Status.OFFERED, offered_at__lt=at - timedelta(days=scheme.offer_days))
    for turn in waited.select_related("slot")[:MOST]:
        lapse(turn, at)
    soon = localdate(at) + timedelta(days=scheme.remind_days)
    coming = Turn.objects.filter(
        status=Turn.Status.TAKEN,
        reminded_at__isnull=True,
        slot__due_on__lte=soon,
        slot__status__in=[RotaSlot.Status.OPEN, RotaSlot.Status.TAKEN],
    )
    for turn in coming.select_related("slot", "person")[:MOST]:
        remind(turn, at)


@transaction.atomic
def lapse(turn: Turn, at: datetime) -> None:
    """Two sweeps at once: the second finds it lapsed."""
    slot, turn = locked(turn.slot), fresh(turn)
    if turn.status != Turn.Status.OFFERED:
        return
    answer(turn, Turn.Status.LAPSED, at)
    tell_officers(turn, at)
    Event.record(TURN_LAPSED, about=slot.reference, by=None, at=at, details={"part": turn.part})


@transaction.atomic
def remind(turn: Turn, at: datetime) -> None:
    if Turn.objects.filter(pk=turn.pk, reminded_at__isnull=True).update(reminded_at=at):
        path = reverse("visits:slot-detail", args=[turn.slot.public_id])
        notices.tell(turn.person.public_id, f"visit-soon:{turn.public_id}", path, at)
