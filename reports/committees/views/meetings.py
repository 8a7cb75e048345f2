"""Meetings for everybody: the list, the calendar, a body, and a meeting with its papers."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import DetailView, TemplateView
from django_filters.views import FilterView

from corpparent.rules import why_not
from members.forms.days import FIRST_YEAR, LAST_YEAR
from reports.committees.facts import meetings as facts
from reports.committees.filters import MeetingFilter
from reports.committees.models import BusyDay, Meeting, WorkProgrammeItem
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules.meetings import check_can_change
from reports.committees.showing import calendars, clock
from reports.committees.showing import meetings as showing
from reports.committees.views.everybody import Drawn, Elsewhere

MEETINGS = 6  # to come, and past, on the page of a body


@method_decorator(login_not_required, name="dispatch")
class MeetingList(Drawn, FilterView):
    """Meetings to come, the next first; past ones and those of a year by the filter."""

    filterset_class = MeetingFilter
    template_name = "committees/meeting_list.html"
    heading, choices = "Meetings", ("body", "year", "when")
    paginate_by = 25
    strict = False

    def get_queryset(self):
        return Meeting.objects.visible_to(self.request.standing).order_by("meets_on", "pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": showing.rows_of(context["page_obj"].object_list),
            "is_filtered": any(self.request.GET.get(name) for name in MeetingFilter.Meta.fields),
            "keeps": keeps_papers(self.request.standing),
            "year": timezone.localdate().year,
        }


@method_decorator(login_not_required, name="dispatch")
class CalendarDetail(TemplateView):
    """A year, or one month of it."""

    template_name = "committees/calendar_detail.html"

    def get_context_data(self, **kwargs):
        year, month = kwargs["year"], kwargs.get("month")
        if not FIRST_YEAR <= year <= LAST_YEAR or (month is not None and not 1 <= month <= 12):
            raise Http404
        found = Meeting.objects.visible_to(self.request.standing).filter(meets_on__year=year).order_by("meets_on", "pk")
        found = found.filter(meets_on__month=month) if month else found
        busy = BusyDay.objects.filter(starts_on__year=year)
        return super().get_context_data(**kwargs) | {
            "heading": f"Meetings in {date(year, month, 1):%B %Y}" if month else f"Meetings in {year}",
            "months": calendars.months_of(year, found.values_list(*showing.COLUMNS)),
            "days_off": calendars.days_off(year, month, busy if self.request.standing.is_member else []),
            "names": [(number, f"{date(year, number, 1):%B}") for number in range(1, 13)],
            "before": year - 1 if year > FIRST_YEAR else None,
            "after": year + 1 if year < LAST_YEAR else None,
        }


@method_decorator(login_not_required, name="dispatch")
class CommitteeDetail(Drawn, DetailView):
    """What a body is for, who sits there, and its meetings."""

    template_name = "committees/committee_detail.html"
    context_object_name = "body"

    def title_of(self, context):
        return context["body"].name

    def get_queryset(self):
        programme = WorkProgrammeItem.objects.filter(body=OuterRef("pk"))
        return facts.bodies_visible_to(self.request.standing).annotate(has_programme=Exists(programme))

    def get_context_data(self, **kwargs):
        body, who, today = self.object, self.request.standing, timezone.localdate()
        meetings = Meeting.objects.visible_to(who).filter(body=body)
        coming, past = showing.next_and_last(meetings, today, MEETINGS)
        return super().get_context_data(**kwargs) | {
            "coming": coming,
            "past": past,
            "has_programme": body.has_programme,
            "keeps": keeps_papers(who),
            **showing.body_of(body, who, today),
        }


@method_decorator(login_not_required, name="dispatch")
class MeetingDetail(Drawn, TemplateView):
    """Agenda, papers, packs, decisions and minutes, as far as the reader may see them."""

    template_name = "committees/meeting_detail.html"

    def title_of(self, context):
        return str(context["meeting"])

    def get_context_data(self, **kwargs):
        try:
            on = date(*(int(self.kwargs[part]) for part in ("year", "month", "day")))
        except ValueError as no_day:
            raise Http404 from no_day
        who, slug = self.request.standing, self.kwargs["slug"]
        meeting, items = facts.met_on(slug, on, who)
        if meeting is None:
            moved = Meeting.objects.visible_to(who).filter(body__slug=slug, first_on=on)
            raise Elsewhere(redirect(get_object_or_404(moved.select_related("body").order_by("meets_on")[:1])))
        facts.add_papers(items, who)
        return super().get_context_data(**kwargs) | self.said_of(meeting, items)

    def said_of(self, meeting, items):
        who, keeps = self.request.standing, keeps_papers(self.request.standing)
        return {
            "meeting": meeting,
            "tag": showing.tag_of(meeting),
            "where": showing.where_of(meeting),
            "facts": showing.facts_of(meeting),
            "items": showing.agenda_rows(items, who),
            "packs": showing.pack_rows(facts.packs_of(meeting, who)),
            "minutes": showing.minutes_of(meeting),
            "keeps": keeps,
            "why_not_change": why_not(check_can_change, meeting),
            "clock": self.clock_of(meeting) if keeps and meeting.status == Meeting.Status.PLANNED else None,
        }

    def clock_of(self, meeting):
        last, days = facts.last_day_of(meeting)
        return clock.publish_by_in_words(last), clock.countdown(last, days, timezone.localdate())
