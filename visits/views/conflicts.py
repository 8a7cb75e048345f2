"""Conflicts of interest: mine, and a form to declare one; everybody's for those who arrange the rota."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from visits import services
from visits.facts import conflicts as facts
from visits.forms.conflicts import ConflictForm
from visits.models import Conflict
from visits.rules import conflicts as rules
from visits.rules.rota import arranges


class ConflictList(FormView):
    form_class = ConflictForm
    template_name = "visits/conflict_list.html"
    success_url = reverse_lazy("visits:conflict-list")
    http_method_names = ["get", "head", "options", "post"]

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_see(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        rules.check_can_declare(request.standing)
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        who = self.request.standing
        return super().get_context_data(**kwargs) | {
            "mine": facts.running().filter(person=who.person_id),
            "others": facts.running().exclude(person=who.person_id) if arranges(who) else [],
            "declares": rules.declares(who),
        }

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "It is declared. No visit to this home is offered to you.")
        return super().form_valid(form)


@require_POST
def conflict_end(request, public_id):
    rules.check_can_see(request.standing)
    conflict = get_object_or_404(Conflict, public_id=public_id)
    services.end_conflict(conflict=conflict, by=request.user, at=timezone.now())
    messages.success(request, "The conflict is over.")
    return redirect("visits:conflict-list")
