"""Deeds to a visit that is wanted: add, choose the day, go alone, not made, cancel."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from visits import services
from visits.facts import rota as facts
from visits.forms import rota as forms
from visits.models import RotaSlot
from visits.rules import rota as rules


class SlotForms(FormView):
    """A form whose `save(by=)` is one service call; a refused one is shown again with everything that was typed."""

    template_name = "visits/slot_form.html"
    heading = lead = done = ""
    slot: Any = None  # a RotaSlot, where the address names one

    def get_context_data(self, **kwargs):
        given = {"slot": self.slot, "heading": self.heading, "lead": self.lead}
        return super().get_context_data(**kwargs) | given

    def form_valid(self, form):
        slot = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("visits:slot-detail", slot.public_id)


class SlotCreate(SlotForms):
    """`?home=<urn>` chooses the home."""

    form_class = forms.SlotForm
    heading, done = "A visit that is wanted", "It is on the rota. Offer it to two visitors."
    lead = "Choose the home and the days between which it should be visited."

    def get_form_kwargs(self):
        rules.check_can_arrange(self.request.standing)
        return super().get_form_kwargs() | {"initial": {"home": self.request.GET.get("home", "")}}


class OfOneSlot(SlotForms):
    """For its visitors and for who arranges the rota."""

    @cached_property
    def slot(self) -> RotaSlot:
        rules.check_can_see_rota(self.request.standing)
        return get_object_or_404(RotaSlot.objects.select_related("home"), public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        slot, who = self.slot, self.request.standing
        rules.check_can_plan(who, facts.taken_by(slot, who.person_id) is not None)
        rules.check_running(slot)
        return super().get_form_kwargs() | {"slot": slot}


class SlotPlan(OfOneSlot):
    form_class = forms.PlanForm
    heading, done = "When do you go?", "The day stands on the rota, and in your calendar."
    lead = "Everybody who goes must be allowed to on that day."


class SlotAlone(OfOneSlot):
    form_class = forms.AloneForm
    heading, done = "One visits alone", "The reason stands with the visit."
    lead = "Two are expected. Say why it is one."


class SlotNotMade(OfOneSlot):
    form_class = forms.NotMadeForm
    heading, done = "It was not made", "It is written down. The visit stays in what is counted."
    lead = "It happens. What counts is that it is known, and why."


@require_POST
def slot_cancel(request, public_id):
    rules.check_can_arrange(request.standing)
    slot = get_object_or_404(RotaSlot, public_id=public_id)
    services.cancel_slot(slot=slot, by=request.user, at=timezone.now())
    messages.success(request, "It is cancelled. Whoever was to go gets a note.")
    return redirect("visits:slot-detail", public_id)
