"""Meetings for calendars, and papers for feed readers."""

from django.urls import path

from reports.committees.views import feeds as views

BODY = "meetings/bodies/<slug:slug>"

urlpatterns = [
    path("meetings/calendar.ics", views.CalendarFeed.as_view(), name="calendar-feed"),
    path("meetings/papers.atom", views.PaperFeedView.as_view(), name="paper-feed"),
    path(f"{BODY}/calendar.ics", views.CalendarFeed.as_view(), name="committee-calendar"),
    path(f"{BODY}/papers.atom", views.PaperFeedView.as_view(), name="committee-papers"),
]
