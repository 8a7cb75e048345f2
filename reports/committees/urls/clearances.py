"""Clearances of papers."""

from django.urls import path

from reports.committees.views import clearances as views

urlpatterns = [
    path("papers/<uuid:public_id>/clearances/ask/", views.ClearanceAsk.as_view(), name="clearance-ask"),
    path("clearances/<uuid:public_id>/", views.ClearanceDetail.as_view(), name="clearance-detail"),
    path("clearances/<uuid:public_id>/give/", views.clearance_give, name="clearance-give"),
]
