"""What a visitor reads before they go."""

from django.urls import path

from visits.views.briefing import BriefingDetail

urlpatterns = [path("rota/<uuid:public_id>/briefing/", BriefingDetail.as_view(), name="briefing-detail")]
