"""What an executive body says beforehand: its forward plan, and the notices of meetings in private."""

from django.urls import path

from reports.committees.views import forward as views

ENTRY = "forward-plan/<uuid:public_id>"
NOTICES = "meetings/<uuid:public_id>/notices"

urlpatterns = [
    path("forward-plan/", views.ForwardPlan.as_view(), name="forward-plan"),
    path("forward-plan/new/", views.ForwardCreate.as_view(), name="forward-create"),
    path(f"{ENTRY}/change/", views.ForwardUpdate.as_view(), name="forward-update"),
    path(f"{ENTRY}/withdraw/", views.ForwardWithdraw.as_view(), name="forward-withdraw"),
    path(f"{NOTICES}/", views.NoticeList.as_view(), name="notice-list"),
    path(f"{NOTICES}/new/", views.NoticeCreate.as_view(), name="notice-create"),
]
