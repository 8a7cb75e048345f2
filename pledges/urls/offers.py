"""What services hold ready, for those who write, publish and confirm it."""

from django.urls import path

from pledges.views import offers as views

urlpatterns = [
    path("offers/", views.OfferList.as_view(), name="offer-list"),
    path("offers/new/", views.OfferCreate.as_view(), name="offer-create"),
    path("offers/<uuid:public_id>/", views.OfferDetail.as_view(), name="offer-detail"),
    path("offers/<uuid:public_id>/change/", views.OfferUpdate.as_view(), name="offer-update"),
    path("offers/<uuid:public_id>/publish/", views.offer_publish, name="offer-publish"),
    path("offers/<uuid:public_id>/confirm/", views.offer_confirm, name="offer-confirm"),
    path("offers/<uuid:public_id>/withdraw/", views.offer_withdraw, name="offer-withdraw"),
]
