"""Conflicts of interest."""

from django.urls import path

from visits.views import conflicts as views

urlpatterns = [
    path("visits/conflicts/", views.ConflictList.as_view(), name="conflict-list"),
    path("visits/conflicts/<uuid:public_id>/end/", views.conflict_end, name="conflict-end"),
]
