"""Buttons of turns: offer, take, cannot, give back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from corpparent.rules import NotAllowed
from members.models import Person
from pledges.views.pressing import press
from visits import services
from visits.models import RotaSlot, Turn
from visits.rules import rota as rules


@require_POST
def turn_offer(request, public_id):
    """`person` and `part` come from the button beside somebody's name."""
    rules.check_can_arrange(request.standing)
    slot = get_object_or_404(RotaSlot, public_id=public_id)
    if "person" not in request.POST:
        messages.error(request, "Choose whom you offer it to.")
        return redirect("visits:slot-detail", public_id)
    person = get_object_or_404(Person, public_id=id_in(request.POST["person"]))
    offer = {"slot": slot, "person": person, "part": request.POST.get("part", ""), "by": request.user}
    press(request, lambda: services.offer_turn(**offer, at=timezone.now()), f"Offered to {person.name}.")
    return redirect("visits:slot-detail", public_id)


def id_in(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError as problem:
        raise Http404 from problem


@require_POST
def turn_take(request, public_id):
    """Where they may not go, the slot's page says what is missing."""
    turn = own_turn(request, public_id)
    try:
        services.take_turn(turn=turn, by=request.user, at=timezone.now())
    except NotAllowed as no:
        messages.error(request, f"You cannot take it as things stand. {no}")
    else:
        messages.success(request, "It is yours. Choose a day, and read the briefing before you go.")
    return redirect("visits:slot-detail", turn.slot.public_id)


@require_POST
def turn_decline(request, public_id):
    turn = own_turn(request, public_id)
    services.decline_turn(turn=turn, by=request.user, at=timezone.now())
    messages.success(request, "Thank you for saying so. Somebody else is asked.")
    return redirect("visits:rota-list")


@require_POST
def turn_give_back(request, public_id):
    turn = own_turn(request, public_id)
    services.give_back_turn(turn=turn, by=request.user, at=timezone.now())
    messages.success(request, "It is given back. Democratic services get a note.")
    return redirect("visits:rota-list")


def own_turn(request, public_id) -> Turn:
    """Of those who see the rota. Raises Http404, and NotAllowed where it is somebody else's."""
    rules.check_can_see_rota(request.standing)
    turn = get_object_or_404(Turn.objects.select_related("slot"), public_id=public_id)
    rules.check_is_theirs(request.standing, turn)
    return turn
