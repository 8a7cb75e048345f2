"""Exempt papers: opened, closed, looked at again; what was fetched of one."""

from django.urls import path

from reports.committees.views import opening as views

urlpatterns = [
    path("papers/reviews/", views.ReviewList.as_view(), name="review-list"),
    path("papers/<uuid:public_id>/review/", views.PaperReview.as_view(), name="paper-review"),
    path("papers/<uuid:public_id>/close/", views.PaperClose.as_view(), name="paper-close"),
    path("papers/<uuid:public_id>/open/", views.PaperOpening.as_view(), name="paper-opening"),
    path("papers/<uuid:public_id>/open/ask/", views.opening_ask, name="opening-ask"),
    path("papers/<uuid:public_id>/open/confirm/", views.opening_confirm, name="opening-confirm"),
    path("papers/<uuid:public_id>/fetches/", views.FetchList.as_view(), name="fetch-list"),
]
