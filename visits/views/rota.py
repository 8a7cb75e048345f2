"""The rota as a list, what it should hold next, and one visit that is wanted."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import DetailView, ListView, TemplateView

from corpparent.rules import why_not
from visits import services
from visits.facts import gate
from visits.facts import rota as facts
from visits.filters import RotaFilter
from visits.models import RotaSlot, Turn, VisitSettings
from visits.rules import rota as rules
from visits.showing import rota as showing

MOST = 50  # reports being written; there are rarely more than a few


class RotaList(ListView):
    """Mine first; then everything wanted, what is overdue first."""

    template_name = "visits/rota_list.html"
    paginate_by = 50

    def get_queryset(self):
        rules.check_can_see_rota(self.request.standing)
        self.filter = RotaFilter(self.request.GET, facts.slots())
        is_all = self.filter.is_bound and self.filter.form.is_valid() and self.filter.form.cleaned_data["status"]
        return self.filter.qs if is_all else self.filter.qs.running()

    def get_context_data(self, **kwargs):
        context, today = super().get_context_data(**kwargs), timezone.localdate()
        who = self.request.standing
        arranges = rules.arranges(who)
        return context | {
            "mine": [showing.mine(turn, today) for turn in facts.turns_waiting_for(who.person_id)[:20]],
            "rows": [showing.row_of(slot, today) for slot in context["page_obj"]],
            "late": RotaSlot.objects.overdue(today).count(),
            "overdue_homes": [showing.home_row(home) for home in facts.overdue_homes(today)] if arranges else [],
            "being_written": self.being_written(today) if arranges else [],
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in self.filter.filters),
            "arranges": arranges,
        }

    def being_written(self, today):
        """For whoever arranges visits: not what is in them."""
        visits = list(facts.being_written()[:MOST])
        keys = [visit.lead_id for visit in visits]
        visitors, cleared = gate.visiting(keys, today), gate.cleared_of(keys, today)
        return [showing.being_written(visit, visitors, cleared, today) for visit in visits]


class RotaPropose(TemplateView):
    """What the rota should hold until the end of next quarter: read it, then put it there with one press."""

    template_name = "visits/rota_propose.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_arrange(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        until = facts.quarter_of(today, 1)[1]
        return super().get_context_data(**kwargs) | {"until": until, "proposals": facts.proposals(until, today)}

    def post(self, request):
        until = facts.quarter_of(timezone.localdate(), 1)[1]
        added = services.propose_slots(until=until, by=request.user, at=timezone.now())
        messages.success(request, showing.added(len(added)))
        return redirect("visits:rota-list")


class SlotDetail(DetailView):
    """One visit that is wanted: who goes, and for whoever arranges it who else could, and what keeps others."""

    template_name = "visits/slot_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "slot"

    def get_queryset(self):
        rules.check_can_see_rota(self.request.standing)
        return RotaSlot.objects.select_related("home", "closed_by")

    def get_context_data(self, **kwargs):
        slot, who, today = self.object, self.request.standing, timezone.localdate()
        turns = facts.turns_of(slot)
        own = next((turn for turn in turns.values() if turn.person_id == who.person_id), None)
        is_visitor = own is not None and own.status == Turn.Status.TAKEN
        is_running, scheme = slot.status in rules.RUNNING, VisitSettings.current()
        can_plan = is_running and not why_not(rules.check_can_plan, who, is_visitor)
        arranges = is_running and rules.arranges(who)
        return super().get_context_data(**kwargs) | {
            "tag": showing.tag_of(slot, today),
            "facts": showing.facts_of(slot),
            "parts": showing.parts_of(turns),
            "own": own,
            "is_offered": is_running and own is not None and own.status == Turn.Status.OFFERED,
            "is_visitor": is_running and is_visitor,
            "can_plan": can_plan,
            "needs_second": is_running and showing.needs_second(slot, turns, scheme),
            "why_not_now": why_not(rules.check_not_made, slot, today),
            "arranges": arranges,
            "free": showing.free_parts(turns),
            "not_asked": showing.not_asked(scheme),
            "candidates": self.candidates(slot, turns, today) if arranges else [],
        }

    def candidates(self, slot, turns, today):
        people = list(facts.visiting_councillors(today))
        on = rules.first_day(slot, today)
        gates = {str(part): gate.gates_for(people, slot.home, part, on) for part in (Turn.Part.LEAD, Turn.Part.SHADOW)}
        load = gate.load_of(people, today.replace(month=1, day=1))
        return showing.candidates(people, gates, load, turns)
