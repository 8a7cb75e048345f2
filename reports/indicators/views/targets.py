"""Targets: the list, setting one, taking one back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from corpparent.periods import Period
from corpparent.rules import why_not
from reports.indicators import rules, services
from reports.indicators.forms import TargetForm
from reports.indicators.models import Target
from reports.indicators.showing import listings_own


def period_of(target: Target) -> str:
    return Period.parse(target.period).label


class TargetList(ListView):
    """Every target in force, the latest periods first: anybody with an appointment may know what is wanted."""

    template_name = "indicators/target_list.html"
    paginate_by = 50

    def get_queryset(self):
        found = Target.objects.filter(is_current=True).select_related("indicator", "answerable")
        return found.order_by("-ends_on", "starts_on", "indicator__theme", "indicator__title", "pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": listings_own.rows_of_targets(context["page_obj"].object_list),
            "why_not_set": why_not(rules.check_can_set_targets, self.request.standing),
        }


class TargetCreate(FormView):
    """Set a target, or set it anew: `?figure=CODE` chooses the figure already."""

    form_class = TargetForm
    template_name = "indicators/target_form.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_set_targets(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        asked = self.request.GET
        return {
            "indicator": asked.get("figure", ""),
            "period": asked.get("period", ""),
            "answerable": self.request.standing.public_id,
        }

    def form_valid(self, form):
        target = form.save(by=self.request.user)
        messages.success(self.request, f"The target for {target.indicator.title}, {period_of(target)}, is set.")
        return redirect("indicators:target-list")


class TargetConfirm(DetailView):
    """Asked before a target is taken back."""

    template_name = "indicators/target_confirm.html"
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self):
        return Target.objects.filter(is_current=True).select_related("indicator", "answerable")

    def get_context_data(self, **kwargs):
        (row,) = listings_own.rows_of_targets([self.object])
        why = why_not(rules.check_can_set_targets, self.request.standing)
        return super().get_context_data(**kwargs) | {"row": row, "why_not_set": why}


@require_POST
def target_remove(request, public_id):
    rules.check_can_set_targets(request.standing)
    target = get_object_or_404(Target.objects.select_related("indicator"), public_id=public_id)
    services.remove_target(target=target, by=request.user, at=timezone.now())
    messages.info(request, f"The target for {target.indicator.title}, {period_of(target)}, was taken back.")
    return redirect("indicators:target-list")
