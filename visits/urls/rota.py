"""The rota: what is wanted, one visit with its turns, and each deed to them."""

from django.urls import path

from visits.views import rota, slots, turns

urlpatterns = [
    path("rota/", rota.RotaList.as_view(), name="rota-list"),
    path("rota/propose/", rota.RotaPropose.as_view(), name="rota-propose"),
    path("rota/new/", slots.SlotCreate.as_view(), name="slot-create"),
    path("rota/<uuid:public_id>/", rota.SlotDetail.as_view(), name="slot-detail"),
    path("rota/<uuid:public_id>/day/", slots.SlotPlan.as_view(), name="slot-plan"),
    path("rota/<uuid:public_id>/alone/", slots.SlotAlone.as_view(), name="slot-alone"),
    path("rota/<uuid:public_id>/not-made/", slots.SlotNotMade.as_view(), name="slot-not-made"),
    path("rota/<uuid:public_id>/cancel/", slots.slot_cancel, name="slot-cancel"),
    path("rota/<uuid:public_id>/offer/", turns.turn_offer, name="turn-offer"),
    path("rota/turns/<uuid:public_id>/take/", turns.turn_take, name="turn-take"),
    path("rota/turns/<uuid:public_id>/decline/", turns.turn_decline, name="turn-decline"),
    path("rota/turns/<uuid:public_id>/give-back/", turns.turn_give_back, name="turn-give-back"),
]
