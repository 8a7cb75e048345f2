"""“This is not good enough”, and what came of it."""

from django.urls import path

from pledges.views import shortfalls as views

urlpatterns = [
    path("shortfalls/", views.ShortfallList.as_view(), name="shortfall-list"),
    path("shortfalls/new/", views.ShortfallCreate.as_view(), name="shortfall-create"),
    path("shortfalls/<uuid:public_id>/", views.ShortfallDetail.as_view(), name="shortfall-detail"),
    path("shortfalls/<uuid:public_id>/act/", views.ShortfallAct.as_view(), name="shortfall-act"),
    path("shortfalls/<uuid:public_id>/settle/", views.ShortfallSettle.as_view(), name="shortfall-settle"),
]
