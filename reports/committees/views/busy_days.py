"""Days on which the council would rather not meet."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from reports.committees import services
from reports.committees.forms.busy_days import BusyDayForm
from reports.committees.models import BusyDay
from reports.committees.rules.meetings import check_can_plan
from reports.committees.showing.calendars import said_of


class BusyDayList(FormView):
    """Those to come, and a form for one more."""

    form_class = BusyDayForm
    template_name = "committees/busy_day_list.html"
    success_url = reverse_lazy("committees:busy-day-list")

    def dispatch(self, request, *args, **kwargs):
        check_can_plan(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        found = BusyDay.objects.filter(ends_on__gte=timezone.localdate())
        rows = [
            {"name": one.name, "when": f"{said_of(one)} {one.ends_on.year}", "public_id": one.public_id}
            for one in found
        ]
        return super().get_context_data(**kwargs) | {"rows": rows}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "Listed. Whoever plans a meeting then is warned.")
        return super().form_valid(form)


@require_POST
def busy_day_remove(request, public_id):
    """Days that are gone already are gone."""
    check_can_plan(request.standing)
    for busy in BusyDay.objects.filter(public_id=public_id):
        services.remove_busy_day(busy=busy, by=request.user, at=timezone.now())
    messages.success(request, "Taken off the list.")
    return redirect("committees:busy-day-list")
