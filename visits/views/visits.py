"""Reports of visits: the list, and one with its points and their way back."""

from django.utils import timezone
from django.views.generic import DetailView, ListView

from corpparent.remembered import choice_of
from corpparent.rules import why_not
from visits.facts import points as point_facts
from visits.facts import visits as facts
from visits.facts.days import closed_days
from visits.facts.phone import forms_of
from visits.facts.posts import posts_held_by
from visits.filters import VisitFilter
from visits.models import Point, Visit
from visits.rules import points as point_rules
from visits.rules import reports as report_rules
from visits.rules import visits as rules
from visits.showing import points as showing_points
from visits.showing import visits as showing


class VisitList(ListView):
    """Reports one may see and one's own drafts: what is being written first, then the newest."""

    template_name = "visits/visit_list.html"
    paginate_by = 50

    def get_queryset(self):
        rules.check_can_see_reports(self.request.standing)
        self.filter = VisitFilter(self.request.GET, facts.listed(self.request.standing), request=self.request)
        return facts.as_rows(self.filter.qs)

    def get_paginator(self, *args, **kwargs):
        paginator = super().get_paginator(*args, **kwargs)
        # What a judgement finds changes while its author writes, which is no deed yet.
        asked = choice_of(self.filter.form, typed="judgement")
        paginator.count = facts.number_of(self.filter.qs, asked, self.request.standing)
        return paginator

    def get_context_data(self, **kwargs):
        context, today = super().get_context_data(**kwargs), timezone.localdate()
        return context | {
            "rows": [showing.row_of(visit, today) for visit in facts.rows_of(context["page_obj"])],
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in self.filter.filters),
            "phone_forms": forms_of(self.request.user.pk),
        }


class VisitDetail(DetailView):
    """A report that was sent; a draft is read in its form."""

    template_name = "visits/visit_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "visit"

    def get_queryset(self):
        rules.check_can_see_reports(self.request.standing)
        found = facts.visible_to(self.request.standing).exclude(status=Visit.Status.DRAFT)
        return found.select_related("home", "lead", "second", "returned_by")

    def get_context_data(self, **kwargs):
        visit, who, today = self.object, self.request.standing, timezone.localdate()
        # Those who answer for the home may be those whom the worry is about.
        tells = bool(visit.is_passed_on) and (rules.sees_all_reports(who) or rules.is_visitor(who, visit))
        kwargs |= {"tells_passed_on": tells, "leads": visit.lead_id == who.person_id}
        if visit.status == Visit.Status.RETURNED:
            return super().get_context_data(**kwargs) | self.being_amended()
        points = point_facts.of_visit(visit)
        is_home = posts_held_by(who.person_id, who.on).filter(home=visit.home_id).exists()
        rows = [
            showing_points.row_of(point, who, today, answers_for_home=is_home, may_tell=self.may_tell(point, is_home))
            for point in points
        ]
        return super().get_context_data(**kwargs) | {
            "lead": showing.lead_of(visit),
            "steps": showing.steps_of(visit, points, closed_days(), is_visitor=rules.is_visitor(who, visit)),
            "said": showing.said_in(visit),
            "answered": showing.answered_in(dict(visit.answers.values_list("question", "said"))),
            "rows": rows,
            "versions": showing.versions_of(visit.versions.select_related("sent_by")),
            "resolutions": Point.Resolved.choices,
            "can_return": not why_not(report_rules.check_can_return, who, visit),
            "to_answer": sum(bool(row.answer_url) for row in rows),
        }

    def being_amended(self):
        """What was sent last: how it is being amended is its author's alone until it is sent again."""
        visit, versions = self.object, self.object.versions.select_related("sent_by")
        last = versions.last()
        return {
            "lead": showing.lead_of(visit),
            "is_returned": True,
            "said": showing.said_in_version(last),
            "answered": showing.answered_in(last.report.get("answers", {}) if last else {}),
            "sent_points": last.report.get("points", []) if last else [],
            "versions": showing.versions_of(versions),
        }

    def may_tell(self, point, is_home):
        return not why_not(point_rules.check_can_tell, self.request.standing, point, is_home)
