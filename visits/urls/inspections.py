"""What others found in a home."""

from django.urls import path

from visits.views import inspections as views

urlpatterns = [
    path(
        "homes/<uuid:public_id>/inspections/new/",
        views.InspectionCreate.as_view(),
        name="inspection-create",
    ),
    path("inspections/<uuid:public_id>/change/", views.InspectionUpdate.as_view(), name="inspection-update"),
    path(
        "homes/<uuid:public_id>/independent-visits/new/",
        views.IndependentVisitCreate.as_view(),
        name="independent-visit-create",
    ),
    path(
        "independent-visits/<uuid:public_id>/change/",
        views.IndependentVisitUpdate.as_view(),
        name="independent-visit-update",
    ),
    path(
        "homes/<uuid:public_id>/care-reviews/new/",
        views.CareReviewCreate.as_view(),
        name="care-review-create",
    ),
    path("care-reviews/<uuid:public_id>/change/", views.CareReviewUpdate.as_view(), name="care-review-update"),
]
