"""Homes: to read, to write down, to close, and who answers for them."""

from django.urls import path

from visits.views import homes as views

urlpatterns = [
    path("homes/", views.HomeList.as_view(), name="home-list"),
    path("homes/new/", views.HomeCreate.as_view(), name="home-create"),
    path("homes/<uuid:public_id>/", views.HomeDetail.as_view(), name="home-detail"),
    path("homes/<uuid:public_id>/change/", views.HomeUpdate.as_view(), name="home-update"),
    path("homes/<uuid:public_id>/close/", views.HomeClose.as_view(), name="home-close"),
    path("homes/<uuid:public_id>/posts/new/", views.HomePostCreate.as_view(), name="home-post-create"),
    path("homes/posts/<uuid:public_id>/remove/", views.home_post_remove, name="home-post-remove"),
]
