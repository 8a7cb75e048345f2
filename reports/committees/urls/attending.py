"""Who came to meetings, and interests that were declared there."""

from django.urls import path

from reports.committees.views import attending as views

urlpatterns = [
    path("attendance/", views.AttendanceList.as_view(), name="attendance-list"),
    path("attendance/export/", views.AttendanceFigures.as_view(), name="attendance-figures"),
    path("meetings/<uuid:public_id>/attendance/", views.AttendanceUpdate.as_view(), name="attendance-update"),
    path("meetings/<uuid:public_id>/interests/add/", views.InterestCreate.as_view(), name="interest-create"),
    path("interests/<uuid:public_id>/remove/", views.interest_remove, name="interest-remove"),
]
