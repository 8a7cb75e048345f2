"""All addresses of this app, named `committees:…`, one module a subject."""

from types import ModuleType

from django.urls import include, path

from reports.committees.urls import (
    agendas,
    attending,
    clearances,
    decisions,
    feeds,
    forward,
    implications,
    meetings,
    minutes,
    opening,
    papers,
    plans,
    programme,
    publishing,
    questions,
    reading,
    standing_items,
)

SUBJECTS: list[ModuleType] = [
    meetings,
    feeds,
    agendas,
    standing_items,
    reading,
    papers,
    clearances,
    opening,
    decisions,
    questions,
    forward,
    plans,
    implications,
    publishing,
    attending,
    minutes,
    programme,
]

urlpatterns = [
    path("", include(([line for subject in SUBJECTS for line in subject.urlpatterns], "committees"))),
]
