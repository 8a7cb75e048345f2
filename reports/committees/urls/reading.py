"""What a member reads for a meeting, and their private notes."""

from django.urls import path

from reports.committees.views import reading as views

urlpatterns = [
    path("meetings/<uuid:public_id>/reading/", views.ReadingDetail.as_view(), name="reading-detail"),
    path("meetings/<uuid:public_id>/notes/new/", views.NoteCreate.as_view(), name="note-create"),
    path("meetings/notes/<uuid:public_id>/change/", views.NoteUpdate.as_view(), name="note-update"),
    path("meetings/notes/<uuid:public_id>/remove/", views.NoteRemove.as_view(), name="note-remove"),
    path("papers/<uuid:public_id>/mark/", views.paper_mark, name="paper-mark"),
]
