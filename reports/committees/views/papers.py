"""Papers to read: searching in them, the page of one, and its file. Open to everybody, as far as each may see."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.text import slugify
from django.views.generic import DetailView, View
from django_filters.views import FilterView

from corpparent.binding import personal_copy
from corpparent.rules import why_not
from reports.committees import services
from reports.committees.facts import paper_search
from reports.committees.facts import papers as facts
from reports.committees.facts.around import around
from reports.committees.filters import PaperFilter
from reports.committees.models import Paper
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules import papers as rules
from reports.committees.showing import papers as showing
from reports.committees.views.everybody import Drawn

MOVES = [("up", "Move it up"), ("down", "Move it down")]
OF_A_PAGE = ("item__meeting__body", "author", "part_of", "replaces")


def visible_paper(request: Any, public_id: Any) -> Paper:
    """The paper, or a 404 for whoever may not see it."""
    return get_object_or_404(Paper.objects.visible_to(request.standing).select_related(*OF_A_PAGE), public_id=public_id)


def content_for(request: Any, paper: Paper) -> bytes:
    """Its bytes; of what is kept from the public a copy with the reader's name on every page."""
    content = paper.file.path.read_bytes() if paper.file else b""
    if paper.is_open:
        return content
    return personal_copy(content, showing.mark_of(request.user.name, timezone.localdate()))


def note_look(request: Any, paper: Paper) -> None:
    if request.method == "GET" and not paper.is_open and request.user.is_authenticated:
        services.look_at_exempt(paper=paper, by=request.user, at=timezone.now())


@method_decorator(login_not_required, name="dispatch")
class PaperList(Drawn, FilterView):
    """Published papers that stand, the newest first; with words to look for, where they stand."""

    filterset_class = PaperFilter
    template_name = "committees/paper_list.html"
    heading, choices = "Papers", ("body", "year")
    paginate_by = 25
    strict = False

    def get_queryset(self):
        found = Paper.objects.visible_to(self.request.standing).published().current()
        return found.select_related("item__meeting__body").order_by("-published_at", "-pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = list(context["page_obj"].object_list)
        excerpts = paper_search.excerpts(page, context["filter"].words)
        return context | {
            "rows": [showing.row_of(paper, excerpts.get(paper.pk)) for paper in page],
            "is_filtered": any(self.request.GET.get(name) for name in PaperFilter.Meta.fields),
        }


@method_decorator(login_not_required, name="dispatch")
class PaperDetail(Drawn, DetailView):
    """What a paper is, before one opens it; for its keepers what is still missing, and their verbs."""

    template_name = "committees/paper_detail.html"
    context_object_name = "paper"

    def title_of(self, context):
        return context["paper"].title

    def get_object(self, queryset=None):
        paper = visible_paper(self.request, self.kwargs["public_id"])
        note_look(self.request, paper)
        return paper

    def get_context_data(self, **kwargs):
        paper, who = self.object, self.request.standing
        beside, keeps = around(paper, who), keeps_papers(who)
        return (
            super().get_context_data(**kwargs)
            | {
                "meeting": showing.link_to_item(paper.item),
                "banner": showing.banner_of(paper),
                "state": showing.state_of(paper),
                "facts": showing.facts_of(paper, who),
                "notes": showing.notes_of(paper),
                "newer": beside.newer,
                "versions": showing.versions_of(beside.editions, paper),
                "said": facts.said_in(paper),
                "background": list(paper.background.order_by("pk")),
                "appendices": [showing.row_of(one, None) for one in beside.appendices],
                "whole": beside.whole,
                "tag": showing.tag_of(paper),
                "keeps": keeps,
            }
            | (self.for_keepers(paper) if keeps else {})
        )

    def for_keepers(self, paper: Paper) -> dict[str, Any]:
        return {
            "in_the_way": [] if paper.is_published else facts.in_the_way(paper),
            "clearances": showing.clearances_of(paper),
            "why_not_change": why_not(rules.check_can_change, paper),
            "may_replace": not why_not(rules.check_can_replace, paper),
            "may_withdraw": not why_not(rules.check_can_withdraw, paper),
            "may_split": not why_not(rules.check_can_split, paper),
            "moves": MOVES,
            "version": str(paper.version),
        }


@method_decorator(login_not_required, name="dispatch")
class PaperPdf(View):
    """The file itself: an attachment in a sandbox, named by the title that anybody may read."""

    def get(self, request, public_id):
        paper = visible_paper(request, public_id)
        if paper.file is None:
            raise Http404
        content = content_for(request, paper)
        note_look(request, paper)
        if request.method == "GET":
            by = request.user if request.user.is_authenticated else None
            services.count_fetch(file=paper.file, by=by, at=timezone.now())
        name = slugify(paper.shown_title)[:80] or "paper"
        return HttpResponse(
            content,
            content_type="application/pdf",
            headers={
                "Content-Disposition": f'attachment; filename="{name}.pdf"',
                "Content-Security-Policy": "sandbox",
                "X-Content-Type-Options": "nosniff",
            },
        )
