"""How the scheme of visits works."""

from django.urls import path

from visits.views import times as views

urlpatterns = [path("visits/times/", views.TimesUpdate.as_view(), name="times-update")]
