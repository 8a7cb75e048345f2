"""Clearances: asking for one, and answering. Only who was asked and who keeps papers see them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from corpparent.rules import why_not
from pledges.views.pressing import press, version_seen
from reports.committees import services
from reports.committees.forms.clearances import AskForm, RefuseForm
from reports.committees.models import Clearance, Paper
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules import clearances as rules
from reports.committees.showing import papers as showing
from reports.committees.views.drafts import OfPaper


class ClearanceAsk(OfPaper):
    form_class = AskForm
    heading, done = "Ask somebody to clear it", "They are asked, and get a note."
    lead = "A paper is published once everybody who was asked has cleared it. It never stands on the public copy."

    def get_next(self, saved):
        return self.paper


def visible_clearance(request, public_id) -> Clearance:
    """Of a paper one may see: one's own, and all for who keeps papers. Raises Http404."""
    found = Clearance.objects.filter(paper__in=Paper.objects.visible_to(request.standing))
    if not keeps_papers(request.standing):
        found = found.filter(asked_of=request.user)
    return get_object_or_404(found.select_related("paper__item__meeting__body", "asked_of"), public_id=public_id)


class ClearanceDetail(FormView):
    """The paper that somebody is asked to clear, the verb, and the form to say what must change first."""

    template_name = "committees/clearance_detail.html"
    form_class = RefuseForm

    @cached_property
    def clearance(self) -> Clearance:
        return visible_clearance(self.request, self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"clearance": self.clearance}

    def get_context_data(self, **kwargs):
        clearance, paper = self.clearance, self.clearance.paper
        return super().get_context_data(**kwargs) | {
            "clearance": clearance,
            "paper": paper,
            "banner": showing.banner_of(paper),
            "facts": showing.facts_of(paper, self.request.standing),
            "row": showing.clearance_row(clearance),
            "why_not": why_not(rules.check_can_answer, self.request.standing, clearance),
        }

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "Whoever asked you is told what must change first.")
        return redirect(self.request.path)


@require_POST
def clearance_give(request, public_id):
    """Clear the paper as it was read. Pressed twice it is cleared once."""
    clearance, version = visible_clearance(request, public_id), version_seen(request)
    press(
        request,
        lambda: services.give_clearance(clearance=clearance, version=version, by=request.user, at=timezone.now()),
        "You cleared it.",
    )
    return redirect("committees:clearance-detail", public_id)
