"""Points of a visit: answered by the home, called resolved by the visitor, told to children."""

from django.urls import path

from visits.views import points as views

urlpatterns = [
    path("points/<uuid:public_id>/answer/", views.PointAnswer.as_view(), name="point-answer"),
    path("points/<uuid:public_id>/resolve/", views.point_resolve, name="point-resolve"),
    path("points/<uuid:public_id>/tell/", views.PointTell.as_view(), name="point-tell"),
]
