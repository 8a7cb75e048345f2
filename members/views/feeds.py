"""Lists of councillors: brought, looked at, taken in or dropped. For the administrator."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView, View

from corpparent import uploads
from corpparent.models import Job
from corpparent.rules import why_not
from members import rules, services
from members.feeds import pages, showing
from members.forms.feeds import FeedForm, TakeForm
from members.getting_in.fresh import needs_fresh_sign_in
from members.models import MemberImport

Status = MemberImport.Status


class ForBringers(View):
    """Whoever may not bring in councillors is told so, whatever the address."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_bring_councillors(request.standing)
        return super().dispatch(request, *args, **kwargs)


class FeedList(ForBringers, ListView):
    """Every list that ever came, newest first."""

    template_name = "members/feed_list.html"
    paginate_by = 50

    def get_queryset(self):
        return MemberImport.objects.select_related("brought_by").defer("rows", "findings")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"rows": [pages.row_of(feed) for feed in context["page_obj"].object_list]}


class FeedCreate(ForBringers, FormView):
    form_class = FeedForm
    template_name = "members/feed_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"refusal": uploads.too_large(self.request)}

    def form_valid(self, form):
        feed = form.save(by=self.request.user)
        return redirect("members:feed-detail", feed.public_id) if feed else self.form_invalid(form)


class OfAFeed(ForBringers, DetailView):
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "feed"

    def get_queryset(self):
        return MemberImport.objects.select_related("brought_by")

    def get_job(self) -> Job | None:
        return Job.objects.about("member-import", self.object.public_id).first()


class FeedDetail(OfAFeed):
    """A list as it stands: being fetched, waiting to be looked at, or what came of it."""

    template_name = "members/feed_detail.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | pages.shown(self.object)
        if self.object.status == Status.FETCHING:
            return context | {"progress": pages.progress_of(self.object, self.get_job())}
        if self.object.status == Status.READY:
            return context | ready(self.object)
        return context


class FeedProgress(OfAFeed):
    """The moving part of the page alone, fetched every few seconds."""

    template_name = "components/progress.html"

    def get_context_data(self, **kwargs):
        job = get_object_or_404(Job.objects.about("member-import", self.object.public_id)[:1])
        return pages.progress_of(self.object, job)


@require_POST
@needs_fresh_sign_in
def feed_take(request, public_id):
    rules.check_can_bring_councillors(request.standing)
    feed = get_object_or_404(MemberImport.objects.select_related("brought_by"), public_id=public_id)
    if feed.status != Status.READY:
        messages.info(request, pages.told(feed))
        return redirect("members:feed-detail", public_id)
    context = ready(feed, request.POST)
    form = context["form"]
    if context["why_not_take"] or not form.is_valid() or not take(request, feed, form):
        return render(request, "members/feed_detail.html", {"feed": feed, **pages.shown(feed), **context})
    return redirect("members:feed-detail", public_id)


def take(request, feed: MemberImport, form: TakeForm) -> bool:
    """Take the list in; False where it stays on the page, with the reason at its field."""
    data = form.cleaned_data
    try:
        services.take_members(
            feed=feed,
            ends=form.leaving,
            last_day=data.get("last_day"),
            seen=data["seen"],
            by=request.user,
            at=timezone.now(),
        )
    except services.FeedChanged as changed:
        messages.warning(request, str(changed))
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True


@require_POST
def feed_drop(request, public_id):
    rules.check_can_bring_councillors(request.standing)
    feed = get_object_or_404(MemberImport, public_id=public_id)
    services.drop_feed(feed=feed, by=request.user, at=timezone.now())
    messages.info(request, "The list was dropped. Nothing of it was kept.")
    return redirect("members:feed-list")


def ready(feed: MemberImport, data: QueryDict | None = None) -> dict[str, Any]:
    """What the page shows while the list waits. Two queries."""
    comparison = services.comparison_of(feed, timezone.localdate())
    findings = [*feed.findings, *(finding.as_json() for finding in comparison.findings)]
    action = reverse("members:feed-take", args=[feed.public_id])
    return showing.of(comparison) | {
        "why_not_take": why_not(rules.check_page_can_take, comparison.number),
        "has_verb": bool(comparison.missing) or not comparison.is_empty,
        "form": TakeForm(data, comparison=comparison, verb=showing.verb(comparison), action=action),
        "problems": showing.problems(findings),
        "cut": showing.cut(findings),
        "missing": len(comparison.missing),
    }
