"""How long each kind of row is kept, what would go today, and wiping it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import FormView, ListView, TemplateView, View

from corpparent import retention
from corpparent.models import Job
from members import rules, services
from members.forms.retention import PeriodForm
from members.getting_in.fresh import FreshSignIn, needs_fresh_sign_in
from members.services.retention import APPLY
from members.showing import retention as showing


class WiperOnly(View):
    """Pages about keeping and wiping, for the administrator alone."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_wipe(request.standing)
        return super().dispatch(request, *args, **kwargs)


class OfOneRule(WiperOnly):
    """A page about the kind in its address."""

    @property
    def rule(self):
        try:
            return retention.RULES[self.kwargs["kind"]]
        except KeyError as unknown:
            raise Http404 from unknown

    @property
    def months(self):
        return retention.months_by_kind()[self.rule.kind]


class RetentionList(WiperOnly, TemplateView):
    """Every kind, with what is due of it; while wiping is under way, how far it has come."""

    template_name = "members/retention_list.html"

    def get_context_data(self, **kwargs):
        job = Job.objects.filter(kind=APPLY).order_by("-pk").first()
        rows = showing.of_preview(retention.preview(timezone.now()))
        return super().get_context_data(**kwargs) | {
            "rows": rows,
            "is_due": any(row["is_due"] for row in rows),
            "kept": showing.of_kept(),
            "job": job,
            "progress": showing.progress_of(job) if job else None,
            "last": showing.on(job.asked_at) if job else "",
        }


class RetentionProgress(WiperOnly, TemplateView):
    """The moving part of the page alone, fetched every few seconds."""

    template_name = "components/progress.html"

    def get_context_data(self, **kwargs):
        return showing.progress_of(get_object_or_404(Job.objects.filter(kind=APPLY).order_by("-pk")[:1]))


class RetentionDetail(OfOneRule, ListView):
    """Which rows of one kind would go today."""

    template_name = "members/retention_detail.html"
    paginate_by = 50

    def get_queryset(self):
        return retention.due(self.rule, self.months, timezone.now()).order_by(self.rule.since, "pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = showing.of_due(self.rule, context["page_obj"].object_list)
        return context | {"rule": self.rule, "kept": showing.span(self.months), "rows": rows}


class RetentionUpdate(FreshSignIn, OfOneRule, FormView):
    form_class = PeriodForm
    template_name = "members/retention_form.html"
    success_url = reverse_lazy("members:retention-list")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"rule": self.rule, "months": self.months}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"rule": self.rule}

    def form_valid(self, form):
        period = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, f"{self.rule.title}: kept for {showing.span(period.months)} from now on.")
        return super().form_valid(form)


class RetentionConfirm(FreshSignIn, WiperOnly, TemplateView):
    """Asked before anything is wiped, with what that would be."""

    template_name = "members/retention_confirm.html"

    def get_context_data(self, **kwargs):
        rows = [row for row in showing.of_preview(retention.preview(timezone.now())) if row["is_due"]]
        return super().get_context_data(**kwargs) | {"rows": rows}


@require_POST
@needs_fresh_sign_in
def retention_apply(request):
    rules.check_can_wipe(request.standing)
    services.ask_to_wipe(by=request.user, at=timezone.now())
    messages.info(request, "Wiping has begun. You can leave this page.")
    return redirect("members:retention-list")
