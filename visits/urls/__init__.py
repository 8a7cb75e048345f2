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
    phone,
    points,
    reports,
    rota,
    summaries,
    times,
    visits,
)

SUBJECTS: list[ModuleType] = [
    calendar,
    conflicts,
    times,
    overview,
    summaries,
    phone,
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
