"""The private address of one's calendar: made, shown once, taken back; and what it answers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView, View

from visits import services
from visits.facts import calendar as facts
from visits.rules import calendar as rules
from visits.showing.calendar import calendar_of


class CalendarDetail(TemplateView):
    template_name = "visits/calendar_detail.html"

    def get_context_data(self, **kwargs):
        rules.check_can_have_calendar(self.request.standing)
        feed = facts.feed_of(self.request.standing.person_id)
        return super().get_context_data(**kwargs) | {"feed": feed}


@require_POST
def calendar_make(request):
    """Shown in this one answer and never again: only its digest is kept."""
    rules.check_can_have_calendar(request.standing)
    secret = services.make_calendar(person=request.user, at=timezone.now())
    address = request.build_absolute_uri(reverse("visits:calendar-feed", args=[secret]))
    answer = render(request, "visits/calendar_made.html", {"address": address})
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_POST
def calendar_revoke(request):
    rules.check_can_have_calendar(request.standing)
    services.revoke_calendar(person=request.user, at=timezone.now())
    messages.success(request, "The address is taken back. Calendars that use it get nothing more.")
    return redirect("visits:calendar-detail")


@method_decorator(login_not_required, name="dispatch")
class CalendarFeed(View):
    """Without signing in, because calendars cannot: whoever has the address sees days, and the word “Visit”."""

    def get(self, request, secret):
        person, today = facts.owner_of(secret), timezone.localdate()
        if person is None or not person.standing_on(today).is_member:
            raise Http404
        said = calendar_of(facts.visits_of(person, today))
        answer = HttpResponse(said, content_type="text/calendar; charset=utf-8")
        answer.headers["Cache-Control"] = "private, no-store"
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer
