"""Somebody's calendar of visits."""

from django.urls import path

from visits.views import calendar as views

urlpatterns = [
    path("visits/calendar/", views.CalendarDetail.as_view(), name="calendar-detail"),
    path("visits/calendar/make/", views.calendar_make, name="calendar-make"),
    path("visits/calendar/revoke/", views.calendar_revoke, name="calendar-revoke"),
    path("visits/calendar/<slug:secret>.ics", views.CalendarFeed.as_view(), name="calendar-feed"),
]
