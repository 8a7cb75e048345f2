"""Exempt papers: opened by two persons, closed at once by one, looked at again; and what was fetched of one."""

from datetime import date

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, ListView

from corpparent.documents import Refused, take_in
from corpparent.rules import why_not
from members.getting_in.fresh import FreshSignIn, needs_fresh_sign_in
from members.models import Person
from pledges.views.pressing import press, version_seen
from reports.committees import services
from reports.committees.facts import opening as facts
from reports.committees.forms.opening import PaperCloseForm, PaperReviewForm
from reports.committees.models import Paper
from reports.committees.rules import opening as rules
from reports.committees.rules import papers as paper_rules
from reports.committees.showing import papers as showing
from reports.committees.views.drafts import OfPaper, kept_paper


class ReviewList(ListView):
    """Exempt papers in the order in which somebody looks at them again."""

    template_name = "committees/review_list.html"
    paginate_by = 50

    def get_queryset(self):
        paper_rules.check_can_keep(self.request.standing)
        return facts.to_review(date.max)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"rows": [showing.review_row(paper) for paper in context["page_obj"]]}


class PaperReview(OfPaper):
    form_class = PaperReviewForm
    heading, done = "Must it still be exempt?", "It is still exempt, and the next look is noted."
    template_name = "committees/paper_review.html"

    def check(self, paper):
        rules.check_can_review(self.request.standing, paper)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"paper": self.paper, "banner": showing.banner_of(self.paper)}


class PaperClose(OfPaper):
    form_class = PaperCloseForm
    heading, done = "Keep it from the public", "The public does not see it any more. This is what was fetched before."
    lead = "It is done at once. Public packs that hold the paper are not given out any more, either."

    def check(self, paper):
        rules.check_can_close(self.request.standing, paper)

    def get_next(self, saved):
        return reverse("committees:fetch-list", args=[saved.public_id])


class PaperOpening(FreshSignIn, DetailView):
    """Who asks, who confirms, and what follows from it."""

    template_name = "committees/paper_opening.html"
    context_object_name = "paper"

    def get_object(self, queryset=None):
        return kept_paper(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        asked_by = facts.asked_by(self.object)
        who = Person.objects.filter(public_id=asked_by).first() if asked_by else None
        return super().get_context_data(**kwargs) | {
            "banner": showing.banner_of(self.object),
            "asked_by": who.name if who else "",
            "why_not_ask": why_not(rules.check_is_kept_from_the_public, self.object),
            "why_not_confirm": why_not(rules.check_can_confirm, self.request.standing, self.object, asked_by),
        }


@require_POST
@needs_fresh_sign_in
def opening_ask(request, public_id):
    paper, version = kept_paper(request, public_id), version_seen(request)
    press(
        request,
        lambda: services.ask_to_open(paper=paper, version=version, by=request.user, at=timezone.now()),
        "You asked to open it. A second person confirms on this page.",
    )
    return redirect("committees:paper-opening", public_id)


@require_POST
@needs_fresh_sign_in
def opening_confirm(request, public_id):
    """The public reads it from now on; its text is read before the transaction."""
    paper, version = kept_paper(request, public_id), version_seen(request)
    rules.check_can_confirm(request.standing, paper, facts.asked_by(paper))
    texts = texts_of(paper)
    press(
        request,
        lambda: services.open_paper(paper=paper, texts=texts, version=version, by=request.user, at=timezone.now()),
        "The paper is open.",
    )
    return redirect(paper)


def texts_of(paper: Paper) -> list[str]:
    """The text of its file by page; none where it is to follow or cannot be read here."""
    if paper.file is None:
        return []
    try:
        return take_in(paper.file.path.read_bytes(), "paper.pdf").texts
    except Refused:
        return []


class FetchList(DetailView):
    """What was fetched of a paper, of its earlier versions and of the packs that hold it, by whom and when."""

    template_name = "committees/fetch_list.html"
    context_object_name = "paper"

    def get_object(self, queryset=None):
        return kept_paper(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        rows = showing.fetch_rows(facts.fetched(self.object))
        return super().get_context_data(**kwargs) | {"rows": rows, "head": showing.FETCH_HEAD}
