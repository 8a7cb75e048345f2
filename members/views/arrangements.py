"""“Are arrangements in place?”, and the signature of those who must have looked."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from corpparent.rules import why_not
from members import rules, services
from members.facts.arrangements import arrangements
from members.roles import DCS, LEAD_MEMBER
from members.rules.arrangements import SEATS, TERMS


class ArrangementList(TemplateView):
    """The answers of today, for everybody with an appointment."""

    template_name = "members/arrangement_list.html"

    def get_context_data(self, **kwargs):
        who = self.request.standing
        found = arrangements(timezone.localdate())
        return super().get_context_data(**kwargs) | {
            "heading": found.heading,
            "groups": [{"title": group.title, "url": group.url, "rows": rows_of(group, who)} for group in found.groups],
            "signs": who.has(LEAD_MEMBER, DCS),
        }


def rows_of(group, who):
    """The findings of a group, each with the address where `who` can mend it; "" where there is nothing to be done."""
    return [
        {"finding": finding, "mend_url": "" if finding.is_in_place else mend_url(group, finding.where, who)}
        for finding in group.findings
    ]


def mend_url(group, where, who):
    """Where what is missing is written down, for those who may."""
    if where == SEATS:
        return "" if why_not(rules.check_can_appoint, who) else reverse("members:person-list")
    if why_not(rules.check_can_keep_bodies, who):
        return ""
    if not group.slug:
        return reverse("members:body-list")
    return reverse("members:terms-create" if where == TERMS else "members:body-update", args=[group.slug])


@require_POST
def arrangement_review(request):
    services.review_arrangements(by=request.user, at=timezone.now())
    messages.success(request, "You have signed that you looked at the arrangements. It stands in your duties.")
    return redirect("members:arrangement-list")
