"""Minutes: read by everybody, written by officers, approved by the chair, confirmed at a later meeting."""

from django.urls import path, re_path

from reports.committees.urls.meetings import ON, SLUG
from reports.committees.views import minutes as views

urlpatterns = [
    re_path(rf"^meetings/{ON}/{SLUG}/minutes/$", views.MinutesDetail.as_view(), name="minutes-detail"),
    path("meetings/<uuid:public_id>/minutes/", views.MinutesUpdate.as_view(), name="minutes-update"),
    path("meetings/<uuid:public_id>/minutes/start/", views.minutes_start, name="minutes-start"),
    path("meetings/<uuid:public_id>/minutes/approve/", views.minutes_approve, name="minutes-approve"),
    path("meetings/<uuid:public_id>/minutes/confirm/", views.MinutesConfirm.as_view(), name="minutes-confirm"),
    path("minutes/entries/<uuid:public_id>/", views.MinuteUpdate.as_view(), name="minute-update"),
]
