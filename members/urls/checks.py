"""Addresses of checks."""

from django.urls import path

from members.views import checks

urlpatterns = [
    path("checks/", checks.CheckList.as_view(), name="check-list"),
    path("people/<uuid:public_id>/checks/", checks.PersonChecks.as_view(), name="person-checks"),
    path("people/<uuid:public_id>/checks/new/", checks.CheckCreate.as_view(), name="check-create"),
]
