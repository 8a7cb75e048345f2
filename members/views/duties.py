"""What duties there are, and how the council asks them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import FormView, TemplateView

from corpparent.rules import why_not
from members import rules
from members.duties import definitions
from members.facts.duties import duties_said
from members.forms import DutyForm
from members.getting_in.fresh import FreshSignIn
from members.models import Duty


class DutyList(TemplateView):
    """Every duty explained to everybody: what it asks, of whom, how often, what proves it, where it comes from."""

    template_name = "members/duty_list.html"

    def get_context_data(self, **kwargs):
        who = self.request.standing
        is_keeper = not why_not(rules.check_can_set_duties, who)
        return super().get_context_data(**kwargs) | {
            "rows": duties_said(is_keeper=is_keeper),
            "sees_all": rules.sees_all_duties(who),
        }


class DutyUpdate(FreshSignIn, FormView):
    """How often one duty is asked: the administrator's page."""

    form_class = DutyForm
    template_name = "members/duty_form.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_set_duties(request.standing)
        self.duty = get_object_or_404(Duty, code=kwargs["code"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"duty": self.duty}

    def get_initial(self):
        return {name: getattr(self.duty, name) for name in ("months", "days", "is_asked", "version")}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"definition": definitions()[self.duty.code]}

    def form_valid(self, form):
        if form.save(by=self.request.user) is None:
            return self.form_invalid(form)
        messages.success(self.request, f"{self.duty.code} is asked as you set it.")
        return redirect("members:duty-list")
