"""Meetings: those of everybody, planning them, and how committees work here."""

from django.urls import path, re_path

from reports.committees.views import busy_days, planning, times
from reports.committees.views import meetings as views

ON = r"(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<day>[0-9]{2})"
SLUG = r"(?P<slug>[-a-zA-Z0-9_]+)"

urlpatterns = [
    path("meetings/", views.MeetingList.as_view(), name="meeting-list"),
    path("meetings/calendar/<int:year>/", views.CalendarDetail.as_view(), name="calendar-detail"),
    path("meetings/calendar/<int:year>/<int:month>/", views.CalendarDetail.as_view(), name="calendar-month"),
    path("meetings/bodies/<slug:slug>/", views.CommitteeDetail.as_view(), name="committee-detail"),
    re_path(rf"^meetings/{ON}/{SLUG}/$", views.MeetingDetail.as_view(), name="meeting-detail"),
    path("meetings/plan/", planning.MeetingCreate.as_view(), name="meeting-create"),
    path("meetings/plan-series/", planning.SeriesCreate.as_view(), name="series-create"),
    path("meetings/<uuid:public_id>/change/", planning.MeetingUpdate.as_view(), name="meeting-update"),
    path("meetings/<uuid:public_id>/cancel/", planning.MeetingCancel.as_view(), name="meeting-cancel"),
    path("meetings/busy-days/", busy_days.BusyDayList.as_view(), name="busy-day-list"),
    path("meetings/busy-days/<uuid:public_id>/remove/", busy_days.busy_day_remove, name="busy-day-remove"),
    path("meetings/settings/", times.TimesUpdate.as_view(), name="times-update"),
]
