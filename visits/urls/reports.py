"""The form of a visit: a part a page, its points, and sending it."""

from django.urls import path

from visits.views import reports as views

urlpatterns = [
    path("rota/<uuid:public_id>/visit/", views.visit_create, name="visit-create"),
    path("visits/<uuid:public_id>/form/<slug:part>/", views.PartUpdate.as_view(), name="part-update"),
    path("visits/<uuid:public_id>/points/new/", views.PointCreate.as_view(), name="point-create"),
    path("visits/<uuid:public_id>/send/", views.VisitCheck.as_view(), name="visit-check"),
    path("visits/<uuid:public_id>/submit/", views.visit_submit, name="visit-submit"),
    path("visits/<uuid:public_id>/return/", views.VisitReturn.as_view(), name="visit-return"),
    path("visits/<uuid:public_id>/pass-on/", views.VisitPassOn.as_view(), name="visit-pass-on"),
    path("points/<uuid:public_id>/", views.PointUpdate.as_view(), name="point-update"),
    path("points/<uuid:public_id>/remove/", views.point_remove, name="point-remove"),
]
