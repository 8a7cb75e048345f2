"""All addresses of this app, named `pledges:…`, one module a subject."""

from django.urls import include, path

from pledges.urls import (
    actions,
    easy,
    local_offer,
    offers,
    pledges,
    progress,
    public,
    shortfalls,
    times,
    voices,
)

SUBJECTS = [times, pledges, progress, easy, voices, actions, shortfalls, offers, public, local_offer]

urlpatterns = [
    path("", include(([line for subject in SUBJECTS for line in subject.urlpatterns], "pledges"))),
]
