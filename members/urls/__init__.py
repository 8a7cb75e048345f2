"""All addresses of this app: the site's own pages, and those named `members:…`, one module a subject."""

from django.urls import include, path

from members.urls import bodies, checks, council, duties, feeds, getting_in, learning, people, retention, site

SUBJECTS = [people, bodies, council, duties, learning, checks, getting_in, feeds, retention]

urlpatterns = [
    *site.urlpatterns,
    path("", include(([line for subject in SUBJECTS for line in subject.urlpatterns], "members"))),
]
