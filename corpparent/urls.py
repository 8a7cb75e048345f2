"""All addresses. Apps are named here and imported nowhere in the project."""

from django.urls import include, path

from corpparent import views

urlpatterns = [
    path("", include("members.urls")),
    path("", include("pledges.urls")),
    path("", include("visits.urls")),
    path("", include("reports.committees.urls")),
    path("figures/", include("reports.indicators.urls")),
    path("packs/", include("reports.packs.urls")),
    # Browsers ask for it unasked; naming it in every page would be one request more.
    path("favicon.ico", views.favicon, name="favicon"),
    path("account/", include("corpparent.account_urls")),
]
