"""Addresses under members: how long things are kept, holds, and the outbox."""

from django.urls import path

from members.views import holds, notices, retention

urlpatterns = [
    path("retention/", retention.RetentionList.as_view(), name="retention-list"),
    path("retention/confirm/", retention.RetentionConfirm.as_view(), name="retention-confirm"),
    path("retention/apply/", retention.retention_apply, name="retention-apply"),
    path("retention/progress/", retention.RetentionProgress.as_view(), name="retention-progress"),
    path("retention/holds/", holds.HoldList.as_view(), name="hold-list"),
    path("retention/holds/new/", holds.HoldCreate.as_view(), name="hold-create"),
    path("retention/holds/<uuid:public_id>/lift/", holds.HoldLift.as_view(), name="hold-lift"),
    path("retention/<slug:kind>/", retention.RetentionDetail.as_view(), name="retention-detail"),
    path("retention/<slug:kind>/change/", retention.RetentionUpdate.as_view(), name="retention-update"),
    path("notices/", notices.NoticeList.as_view(), name="notice-list"),
    path("notices/<uuid:public_id>/retry/", notices.notice_retry, name="notice-retry"),
]
