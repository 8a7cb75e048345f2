"""The easy-read form of a pledge and its drawings."""

from django.urls import path

from pledges.views import easy as views

urlpatterns = [
    path("pledges/<uuid:public_id>/easy/", views.EasyReadUpdate.as_view(), name="easy-read-update"),
    path("pledges/<uuid:public_id>/easy/preview/", views.EasyReadDetail.as_view(), name="easy-read-detail"),
    path("pledges/<uuid:public_id>/easy/publish/", views.easy_read_publish, name="easy-read-publish"),
    path("promises/<uuid:public_id>/drawing/", views.DrawingCreate.as_view(), name="drawing-create"),
    path("promises/<uuid:public_id>/drawing/remove/", views.drawing_remove, name="drawing-remove"),
    path("our-pledge/drawings/<uuid:public_id>.png", views.DrawingPicture.as_view(), name="drawing-picture"),
]
