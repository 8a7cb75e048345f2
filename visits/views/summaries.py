"""Summaries of visits: the list, one of them in the edition that the reader may see, and issuing them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from corpparent.rules import why_not
from visits import services
from visits.facts import readers as facts
from visits.forms.summaries import IssueForm, RenewForm
from visits.models import VisitSummary
from visits.rules import summaries as rules
from visits.rules.visits import sees_all_reports
from visits.showing import summaries as showing

PUBLIC = "public"


class SummaryList(ListView):
    """The edition that holds of each quarter, the last quarter first."""

    template_name = "visits/summary_list.html"
    paginate_by = 25

    def get_queryset(self):
        rules.check_can_see(self.request.standing)
        return facts.newest().defer("facts", "public_facts")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = facts.rows_of(self.request.standing.person_id)
        return context | {
            "rows": [showing.row_of(summary, asked.get(summary.pk)) for summary in context["page_obj"]],
            "may_issue": not why_not(rules.check_can_issue, self.request.standing),
        }


class SummaryDetail(DetailView):
    """`?edition=public`: what everybody sees; for those who see reports there is the one with homes beside it."""

    template_name = "visits/summary_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "summary"

    def get_queryset(self):
        rules.check_can_see(self.request.standing)
        return VisitSummary.objects.select_related("issued_by")

    def get_context_data(self, **kwargs):
        summary, who = self.object, self.request.standing
        knows_homes = sees_all_reports(who)
        is_exempt = knows_homes and self.request.GET.get("edition") != PUBLIC
        holds = facts.newest_of(summary.quarter)
        return super().get_context_data(**kwargs) | {
            "knows_homes": knows_homes,
            "is_exempt": is_exempt,
            "shown": showing.exempt_of(summary.quarter, summary.facts)
            if is_exempt
            else showing.public_of(summary.quarter, facts.public_of(summary)),
            "said": showing.said_of(summary.facts) if is_exempt else [],
            "holds": holds if holds != summary else None,
            "reader": facts.reader_of(summary, who.person_id),
            "is_asked": rules.is_reader(who),
            "readers": showing.readers(*facts.how_many(summary)) if knows_homes else "",
            "may_issue": holds == summary and not why_not(rules.check_can_issue, who),
        }


class SummaryCreate(FormView):
    form_class = IssueForm
    template_name = "visits/summary_form.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_issue(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"quarters": facts.ended(timezone.localdate())}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": "Issue a summary of visits"}

    def form_valid(self, form):
        summary = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "The summary is issued. Every corporate parent is asked to read it.")
        return redirect("visits:summary-detail", summary.public_id)


class SummaryRenew(FormView):
    form_class = RenewForm
    template_name = "visits/summary_form.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_issue(request.standing)
        self.summary = get_object_or_404(VisitSummary, public_id=kwargs["public_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": "Issue the summary again", "summary": self.summary}

    def form_valid(self, form):
        summary = form.save(self.summary, by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "It is issued again. The one before stays as it was.")
        return redirect("visits:summary-detail", summary.public_id)


@require_POST
def summary_read(request, public_id):
    rules.check_can_read(request.standing)
    summary = get_object_or_404(VisitSummary, public_id=public_id)
    services.read_summary(summary=summary, by=request.user, at=timezone.now())
    messages.success(request, "Thank you. It is on the record that you read it.")
    return redirect("visits:summary-detail", summary.public_id)
