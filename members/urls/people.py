"""Addresses under members: people, their appointments and what they hand over."""

from django.urls import path

from members.views import appointments, handover
from members.views import people as views

urlpatterns = [
    path("people/", views.PersonList.as_view(), name="person-list"),
    path("people/new/", views.PersonCreate.as_view(), name="person-create"),
    path("people/<uuid:public_id>/", views.PersonDetail.as_view(), name="person-detail"),
    path("people/<uuid:public_id>/change/", views.PersonUpdate.as_view(), name="person-update"),
    path("people/<uuid:public_id>/history/", views.PersonHistory.as_view(), name="person-history"),
    path("people/<uuid:public_id>/confirm/", views.PersonConfirm.as_view(), name="person-confirm"),
    path("people/<uuid:public_id>/close/", views.person_close, name="person-close"),
    path("people/<uuid:public_id>/open/", views.person_open, name="person-open"),
    path("people/<uuid:public_id>/hand-over/", handover.PersonHandover.as_view(), name="person-handover"),
    path("people/<uuid:public_id>/appoint/", appointments.AppointmentCreate.as_view(), name="appointment-create"),
    path("appointments/<uuid:public_id>/change/", appointments.AppointmentUpdate.as_view(), name="appointment-update"),
    path("appointments/<uuid:public_id>/end/", appointments.AppointmentEnd.as_view(), name="appointment-end"),
]
