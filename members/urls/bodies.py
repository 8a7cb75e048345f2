"""Addresses under members: bodies, their terms of reference, and whether arrangements are in place."""

from django.urls import path

from members.views import arrangements, bodies

urlpatterns = [
    path("bodies/", bodies.BodyList.as_view(), name="body-list"),
    path("bodies/new/", bodies.BodyCreate.as_view(), name="body-create"),
    path("bodies/<slug:slug>/", bodies.BodyDetail.as_view(), name="body-detail"),
    path("bodies/<slug:slug>/change/", bodies.BodyUpdate.as_view(), name="body-update"),
    path("bodies/<slug:slug>/close/", bodies.BodyClose.as_view(), name="body-close"),
    path("bodies/<slug:slug>/open/", bodies.body_open, name="body-open"),
    path("bodies/<slug:slug>/terms/new/", bodies.TermsCreate.as_view(), name="terms-create"),
    path("bodies/<slug:slug>/terms/<int:number>/", bodies.TermsDetail.as_view(), name="terms-detail"),
    path("arrangements/", arrangements.ArrangementList.as_view(), name="arrangement-list"),
    path("arrangements/review/", arrangements.arrangement_review, name="arrangement-review"),
]
