"""What the agendas of a body begin with."""

from django.urls import path

from reports.committees.views import standing_items as views

BODY, ITEM = "meetings/bodies/<slug:slug>/standing", "meetings/standing/<uuid:public_id>"

urlpatterns = [
    path(f"{BODY}/", views.StandingItemList.as_view(), name="standing-item-list"),
    path(f"{BODY}/begin/", views.standing_item_begin, name="standing-item-begin"),
    path(f"{BODY}/new/", views.StandingItemCreate.as_view(), name="standing-item-create"),
    path(f"{ITEM}/change/", views.StandingItemUpdate.as_view(), name="standing-item-update"),
    path(f"{ITEM}/move/", views.standing_item_move, name="standing-item-move"),
    path(f"{ITEM}/remove/", views.standing_item_remove, name="standing-item-remove"),
]
