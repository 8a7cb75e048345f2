"""All addresses. Apps are named here and imported nowhere in the project."""

from django.urls import include, path

urlpatterns = [
    path("", include("members.urls")),
    path("figures/", include("reports.indicators.urls")),
    path("packs/", include("reports.packs.urls")),
    path("account/", include("corpparent.account_urls")),
]
