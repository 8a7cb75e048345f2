"""The agenda of a meeting, for those who prepare it."""

from django.urls import path

from reports.committees.views import agendas as views

ITEM = "agenda-items/<uuid:public_id>"

urlpatterns = [
    path("meetings/<uuid:public_id>/agenda/", views.AgendaDetail.as_view(), name="agenda-detail"),
    path("meetings/<uuid:public_id>/agenda/begin/", views.agenda_begin, name="agenda-begin"),
    path("meetings/<uuid:public_id>/agenda/new/", views.AgendaItemCreate.as_view(), name="agenda-item-create"),
    path("meetings/<uuid:public_id>/agenda/exclusion/", views.agenda_exclude, name="agenda-exclude"),
    path(f"{ITEM}/change/", views.AgendaItemUpdate.as_view(), name="agenda-item-update"),
    path(f"{ITEM}/move/", views.AgendaItemMove.as_view(), name="agenda-item-move"),
    path(f"{ITEM}/remove/", views.AgendaItemRemove.as_view(), name="agenda-item-remove"),
    path(f"{ITEM}/withdraw/", views.AgendaItemWithdraw.as_view(), name="agenda-item-withdraw"),
]
