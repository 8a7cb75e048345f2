"""Meetings as calendars read them, and papers as feed readers do: what everybody may see, whoever asks.

Each is written once for each state of the record.
"""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import View

from corpparent.remembered import as_recorded
from members.models import Council
from members.standing import STRANGER
from reports.committees.facts.meetings import bodies_visible_to
from reports.committees.models import Meeting
from reports.committees.showing.calendars import feed_of
from reports.committees.showing.paper_feeds import PaperFeed

KEPT = timedelta(days=400)  # how long past meetings stay in calendars
FRESH = "public, max-age=900"


@method_decorator(login_not_required, name="dispatch")
class OfBody(View):
    """A feed of all bodies, or of the one in its address; one that meets in private has none."""

    def body(self):
        slug = self.kwargs.get("slug")
        return get_object_or_404(bodies_visible_to(STRANGER), slug=slug) if slug else None


class CalendarFeed(OfBody):
    def get(self, request, **kwargs):
        told = as_recorded(request.build_absolute_uri(request.path), self.told)
        return HttpResponse(told["said"], content_type="text/calendar; charset=utf-8", headers={"Cache-Control": FRESH})

    def told(self):
        body, since = self.body(), timezone.localdate() - KEPT
        found = Meeting.objects.visible_to(STRANGER).filter(meets_on__gte=since).select_related("body")
        found = found.filter(body=body) if body else found
        name = body.name if body else f"Meetings of {Council.glance().name}"
        address = self.request.build_absolute_uri("/").rstrip("/")
        return {"said": feed_of(found.order_by("meets_on", "pk"), name, address)}


class PaperFeedView(OfBody):
    def get(self, request, **kwargs):
        told = as_recorded(request.build_absolute_uri(request.path), self.told)
        return HttpResponse(told["said"], headers=told["headers"] | {"Cache-Control": FRESH})

    def told(self):
        answer = PaperFeed(self.body())(self.request)
        return {"said": answer.content, "headers": dict(answer.headers)}
