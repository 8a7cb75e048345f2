"""What a quarter's visits found."""

from django.urls import path

from visits.views import summaries as views

urlpatterns = [
    path("visits/summaries/", views.SummaryList.as_view(), name="summary-list"),
    path("visits/summaries/new/", views.SummaryCreate.as_view(), name="summary-create"),
    path("visits/summaries/<uuid:public_id>/", views.SummaryDetail.as_view(), name="summary-detail"),
    path("visits/summaries/<uuid:public_id>/again/", views.SummaryRenew.as_view(), name="summary-renew"),
    path("visits/summaries/<uuid:public_id>/read/", views.summary_read, name="summary-read"),
]
