"""How long things may take."""

from django.urls import path

from pledges.views import times as views

urlpatterns = [path("pledges/times/", views.TimesUpdate.as_view(), name="times-update")]
