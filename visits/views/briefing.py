"""What a visitor reads before they go."""

from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView

from visits.facts import gate, inspections, points
from visits.facts import rota as facts
from visits.facts.phone import forms_of
from visits.models import RotaSlot, Turn
from visits.rules import briefing as rules
from visits.rules import rota as rota_rules
from visits.showing import briefing as showing


@method_decorator(never_cache, name="dispatch")
class BriefingDetail(DetailView):
    """`?without=address` leaves out where the home is, for paper; never kept by the browser."""

    template_name = "visits/briefing_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "slot"

    def get_queryset(self):
        rota_rules.check_can_see_rota(self.request.standing)
        return RotaSlot.objects.select_related("home")

    def get_context_data(self, **kwargs):
        slot, who, today = self.object, self.request.standing, timezone.localdate()
        turn = facts.taken_by(slot, who.person_id)
        rules.check_can_read(who, turn is not None)
        found = points.open_points(slot.home)
        return (
            super().get_context_data(**kwargs)
            | self.going(slot, turn, today)
            | {
                "asked": points.asked_last_time(slot.home),
                "points": [showing.open_point(point, today) for point in found],
                "inspected": showing.inspected(inspections.latest_grades([slot.home_id], today).get(slot.home_id)),
                "questions": showing.questions_for(found),
                "phone_forms": forms_of(who.person_id),
            }
        )

    def going(self, slot, turn, today):
        """Whether the reader may go, and how they get there."""
        if turn is None or slot.status not in rota_rules.RUNNING:
            return {"gate": None, "there": None, "leads": False}
        may = showing.gate_of(gate.gate_of(turn.person, slot.home, turn.part, rota_rules.first_day(slot, today)))
        shown = rules.sees_address(slot, has_taken=True, may_go=may.may_go, today=today)
        is_left_out = self.request.GET.get("without") == "address"
        return {
            "gate": may,
            "there": showing.getting_there(slot.home) if shown and not is_left_out else None,
            "leads": turn.part == Turn.Part.LEAD and may.may_go,
        }
