"""Reports of visits: the list, and one with its points."""

from django.urls import path

from visits.views import visits as views

urlpatterns = [
    path("visits/", views.VisitList.as_view(), name="visit-list"),
    path("visits/<uuid:public_id>/", views.VisitDetail.as_view(), name="visit-detail"),
]
