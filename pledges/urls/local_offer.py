"""The local offer for care leavers, for everybody."""

from django.urls import path

from pledges.views import local_offer as views

urlpatterns = [
    path("help-for-care-leavers/", views.LocalOffer.as_view(), name="local-offer"),
    path("help-for-care-leavers/<slug:slug>/", views.LocalOfferDetail.as_view(), name="local-offer-detail"),
]
