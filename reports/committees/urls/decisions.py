"""What meetings decided, and what came of it."""

from django.urls import path

from reports.committees.views import decisions as views

DECISION = "decisions/<uuid:public_id>"

urlpatterns = [
    path("decisions/", views.DecisionList.as_view(), name="decision-list"),
    path("decisions/open/", views.DecisionOpen.as_view(), name="decision-open"),
    path("meetings/<uuid:public_id>/decisions/", views.MeetingDecisions.as_view(), name="meeting-decisions"),
    path("agenda-items/<uuid:public_id>/decide/", views.DecisionCreate.as_view(), name="decision-create"),
    path(f"{DECISION}/", views.DecisionDetail.as_view(), name="decision-detail"),
    path(f"{DECISION}/change/", views.DecisionUpdate.as_view(), name="decision-update"),
    path(f"{DECISION}/confirm/", views.DecisionConfirm.as_view(), name="decision-confirm"),
    path(f"{DECISION}/publish/", views.decision_publish, name="decision-publish"),
    path(f"{DECISION}/remove/", views.decision_remove, name="decision-remove"),
    path(f"{DECISION}/act/", views.DecisionAct.as_view(), name="decision-act"),
    path(f"{DECISION}/leave/", views.DecisionLeave.as_view(), name="decision-leave"),
]
