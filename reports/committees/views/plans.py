"""The register of plans and analyses of needs: for everybody to read, and for its keepers to keep up."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from corpparent.rules import why_not
from pledges.views.pressing import press, version_seen
from reports.committees import services
from reports.committees.facts import plans as facts
from reports.committees.forms import plans as forms
from reports.committees.rules import plans as rules
from reports.committees.showing import plans as showing


def visible_plan(request, public_id):
    """The plan, or a 404 for whoever may not see it."""
    return get_object_or_404(facts.visible_to(request.standing), public_id=public_id)


@method_decorator(login_not_required, name="dispatch")
class PlanList(ListView):
    """What is in force, the soonest due first; members see also which usual ones are missing."""

    template_name = "committees/plan_list.html"
    paginate_by = 25

    def get_queryset(self):
        return facts.in_force(self.request.standing)

    def get_context_data(self, **kwargs):
        context, who = super().get_context_data(**kwargs), self.request.standing
        today = timezone.localdate()
        return context | {
            "rows": [showing.row_of(one, today) for one in context["page_obj"].object_list],
            "missing": [kind.label for kind in facts.missing(self.object_list)] if who.is_member else [],
            "may_add": rules.keeps_register(who),
        }


@method_decorator(login_not_required, name="dispatch")
class PlanDetail(DetailView):
    template_name = "committees/plan_detail.html"
    context_object_name = "plan"

    def get_object(self, queryset=None):
        return visible_plan(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        plan, who = self.object, self.request.standing
        may_renew = not plan.ended_on and not why_not(rules.check_can_renew, who, plan)
        return super().get_context_data(**kwargs) | {
            "facts": showing.facts_of(plan, is_member=who.is_member),
            "tag": showing.tag_of(plan, timezone.localdate()),
            "may_renew": may_renew,
        }


class PlanForm(FormView):
    """What the service refuses is said at its field, and nothing is lost."""

    template_name = "committees/plan_form.html"
    form_class = forms.PlanForm
    heading = done = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": self.heading}

    def form_valid(self, form):
        saved = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("committees:plan-detail", saved.public_id)


class PlanCreate(PlanForm):
    heading, done = "Put a plan on the register", "It is on the register."

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_record(request.standing)
        return super().dispatch(request, *args, **kwargs)


class PlanUpdate(PlanForm):
    heading, done = "Renew this plan", "Recorded anew."

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_renew(request.standing, self.plan)
        rules.check_is_in_force(self.plan)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def plan(self):
        return visible_plan(self.request, self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"plan": self.plan}

    def get_initial(self):
        return forms.plan_shown(self.plan)


@require_POST
def plan_end(request, public_id):
    """It is no longer in force."""
    plan, version = visible_plan(request, public_id), version_seen(request)
    press(
        request,
        lambda: services.end_plan(plan=plan, version=version, by=request.user, at=timezone.now()),
        "It is no longer in force.",
    )
    return redirect("committees:plan-detail", public_id)
