"""All addresses of this app, named `visits:…`, one module a subject."""

from types import ModuleType

from django.urls import include, path

from visits.urls import (
    briefing,
    calendar,
    conflicts,
    homes,
    inspections,
    overview,
    points,
    reports,
    rota,
    times,
    visits,
)

SUBJECTS: list[ModuleType] = [
    calendar,
    conflicts,
    times,
    overview,
    visits,
    reports,
    points,
    rota,
    briefing,
    homes,
    inspections,
]

urlpatterns = [
    path("", include(([line for subject in SUBJECTS for line in subject.urlpatterns], "visits"))),
]
