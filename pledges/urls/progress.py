"""A promise and how it stands: its page, both voices, who has not spoken."""

from django.urls import path

from pledges.models import Commitment
from pledges.views import progress as views

urlpatterns = [
    path("pledges/progress/", views.ProgressList.as_view(), name="progress-list"),
    path("promises/<uuid:public_id>/", views.PromiseDetail.as_view(), name="promise-detail"),
    path("promises/<uuid:public_id>/progress/<slug:voice>/", views.ProgressCreate.as_view(), name="progress-create"),
    path(
        "commitments/<uuid:public_id>/progress/<slug:voice>/",
        views.ProgressCreate.as_view(model=Commitment),
        name="commitment-progress",
    ),
]
