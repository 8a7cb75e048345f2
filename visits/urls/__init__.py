"""All addresses of this app, named `visits:…`, one module a subject."""

from types import ModuleType

from django.urls import include, path

from visits.urls import overview, points, visits

SUBJECTS: list[ModuleType] = [overview, visits, points]

urlpatterns = [
    path("", include(([line for subject in SUBJECTS for line in subject.urlpatterns], "visits"))),
]
