"""What decisions mean for children in care."""

from django.urls import path

from reports.committees.views import implications as views

ONE = "implications/<uuid:public_id>"

urlpatterns = [
    path("implications/", views.ImplicationList.as_view(), name="implication-list"),
    path("implications/export/", views.ImplicationFigures.as_view(), name="implication-figures"),
    path("implications/new/", views.ImplicationCreate.as_view(), name="implication-create"),
    path(f"{ONE}/", views.ImplicationDetail.as_view(), name="implication-detail"),
    path(f"{ONE}/change/", views.ImplicationUpdate.as_view(), name="implication-update"),
    path(f"{ONE}/sign-off/", views.implication_sign_off, name="implication-sign-off"),
    path(f"{ONE}/share/", views.implication_share, name="implication-share"),
    path(f"{ONE}/read/", views.implication_read, name="implication-read"),
]
