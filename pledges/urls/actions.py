"""The register of actions."""

from django.urls import path, re_path

from pledges.views import actions as views

urlpatterns = [
    path("actions/", views.ActionList.as_view(), name="action-list"),
    path("actions/new/", views.ActionCreate.as_view(), name="action-create"),
    path("actions/mine/", views.MyActions.as_view(), name="action-mine"),
    re_path(r"^actions/actions\.(?P<form>csv|xlsx)$", views.ActionDownload.as_view(), name="action-download"),
    path("actions/tracker/<slug:body>/", views.Tracker.as_view(), name="action-tracker"),
    path("actions/<uuid:public_id>/", views.ActionDetail.as_view(), name="action-detail"),
    path("actions/<uuid:public_id>/note/", views.ActionNoteCreate.as_view(), name="action-note"),
    path("actions/<uuid:public_id>/evidence/", views.ActionEvidenceCreate.as_view(), name="action-evidence"),
    path("actions/<uuid:public_id>/move/", views.ActionMove.as_view(), name="action-move"),
    path("actions/<uuid:public_id>/give/", views.ActionGive.as_view(), name="action-give"),
    path("actions/<uuid:public_id>/finish/", views.ActionFinish.as_view(), name="action-finish"),
    path("actions/<uuid:public_id>/check/", views.action_check, name="action-check"),
    path("actions/<uuid:public_id>/send-back/", views.ActionSendBack.as_view(), name="action-send-back"),
    path("actions/<uuid:public_id>/reopen/", views.ActionReopen.as_view(), name="action-reopen"),
    path("actions/<uuid:public_id>/drop/", views.ActionDrop.as_view(), name="action-drop"),
]
