"""The visit form where there is no signal. What a phone sends goes to one's account, which is there for people whose
appointment has ended, too: their words are not lost.
"""

from django.urls import path

from visits.views import phone as views

urlpatterns = [
    path("service-worker.js", views.WorkerDetail.as_view(), name="worker-detail"),
    path("visits/phone/", views.PhoneDetail.as_view(), name="phone-detail"),
    path("account/phone/", views.TokenDetail.as_view(), name="token-detail"),
    path("account/phone/<uuid:public_id>/", views.visit_sync, name="visit-sync"),
]
