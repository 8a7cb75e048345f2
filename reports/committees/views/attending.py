"""Who came to a meeting, interests that were declared there, and attendance over a year."""

from itertools import chain
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView, View

from corpparent import exports
from corpparent.periods import NotAPeriod, Period, year_around
from corpparent.rules import NotAllowed
from reports.committees import services
from reports.committees.facts import attending as facts
from reports.committees.facts import six_months
from reports.committees.forms import attending as forms
from reports.committees.models import Interest, Meeting
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules import attending as rules
from reports.committees.showing import attending as showing

YEARS = 6


class OfMeeting(FormView):
    """For the meeting in the address, once it has begun."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_record(request.standing)
        rules.check_is_recorded_now(self.meeting, timezone.now())
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def meeting(self) -> Meeting:
        return get_object_or_404(Meeting.objects.select_related("body"), public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.meeting}


class AttendanceUpdate(OfMeeting):
    """Who came, for everybody at once. `find` adds people to the list and saves nothing."""

    form_class = forms.AttendanceForm
    template_name = "committees/attendance_form.html"

    def post(self, request, *args, **kwargs):
        if "find" not in request.POST:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        form.find()
        return self.render_to_response(self.get_context_data(form=form, is_finding=True))

    def form_valid(self, form):
        changed = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        said = "Attendance is written down." if changed else "Nothing was different, so nothing was written."
        messages.success(self.request, said)
        return redirect("committees:attendance-update", self.meeting.public_id)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**{"is_finding": False} | kwargs)
        form, rows = context["form"], facts.of(self.meeting)
        return context | {
            "rows": form.rows(),
            "added": form.added,
            "problems": [] if context["is_finding"] else list(chain.from_iterable(form.errors.values())),
            "quorum": showing.quorum_in_words(facts.quorum(self.meeting, rows)) if rows else "",
            "interests": [showing.interest_row(one) for one in facts.interests_of(self.meeting, self.request.standing)],
        }


class InterestCreate(OfMeeting):
    form_class = forms.InterestForm
    template_name = "committees/interest_form.html"

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "The interest is written down.")
        return redirect("committees:attendance-update", self.meeting.public_id)


@require_POST
def interest_remove(request, public_id):
    """It was written down by mistake."""
    rules.check_can_record(request.standing)
    interest = get_object_or_404(Interest.objects.select_related("meeting"), public_id=public_id)
    services.withdraw_interest(interest=interest, by=request.user, at=timezone.now())
    messages.info(request, "Taken out. The record says that it stood there.")
    return redirect("committees:attendance-update", interest.meeting.public_id)


class Chosen:
    """`?body=slug&year=2026-27`: the first body that met, and the present year, unless asked for."""

    request: Any

    def dispatch(self, request, *args, **kwargs):
        if not request.standing.is_member:
            raise NotAllowed("Only people with an appointment see how often people came.")
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    @cached_property
    def bodies(self):
        return list(facts.bodies_that_met())

    @cached_property
    def body(self):
        """Raises Http404 for one that never met; None where none did."""
        slug = self.request.GET.get("body", "")
        found = [body for body in self.bodies if body.slug == slug or not slug]
        if slug and not found:
            raise Http404
        return found[0] if found else None

    @cached_property
    def year(self) -> Period:
        present = year_around(timezone.localdate())
        try:
            year = Period.parse(self.request.GET.get("year") or present.code)
        except NotAPeriod as problem:
            raise Http404 from problem
        if year.kind != "year" or year > present:
            raise Http404
        return year


class AttendanceList(Chosen, TemplateView):
    """How often people came in a year, and which councillors must come to a meeting soon."""

    template_name = "committees/attendance_list.html"

    def get_context_data(self, **kwargs):
        today, who = timezone.localdate(), self.request.standing
        years = facts.by_person(self.body, self.year) if self.body else []
        own = None if keeps_papers(who) else who.person_id
        return super().get_context_data(**kwargs) | {
            "bodies": [{"slug": one.slug, "name": one.name, "is_here": one == self.body} for one in self.bodies],
            "years": years_to_choose(today, self.year),
            "body": self.body,
            "year": self.year,
            "head": showing.HEAD,
            "rows": showing.table_of(years),
            "held": facts.meetings_in(self.body, self.year).count() if self.body else 0,
            "warnings": [showing.warning_of(one, today) for one in six_months.absences(today, own)],
            "not_recorded": list(facts.not_recorded(who)[:10]) if keeps_papers(who) else [],
        }


def years_to_choose(today, chosen: Period) -> list[dict[str, Any]]:
    found, year = [], year_around(today)
    for _ in range(YEARS):
        found.append({"code": year.code, "label": year.label, "is_here": year == chosen})
        year = year.before()
    return found


class AttendanceFigures(Chosen, View):
    """The table of one body and year, as a file."""

    def get(self, request):
        if self.body is None:
            raise Http404
        rows = showing.figures_of(facts.by_person(self.body, self.year))
        return exports.csv_file(f"attendance-{self.body.slug}-{self.year.code}.csv", showing.HEAD, rows)
