"""All addresses of this app, named `visits:…`, one module a subject."""

from types import ModuleType

from django.urls import include, path

SUBJECTS: list[ModuleType] = []

urlpatterns = [
    path("", include(([line for subject in SUBJECTS for line in subject.urlpatterns], "visits"))),
]
