"""How homes are visited, over a year."""

from django.urls import path

from visits.views import overview as views

urlpatterns = [
    path("visits/overview/", views.Overview.as_view(), name="coverage-detail"),
]
