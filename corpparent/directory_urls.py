"""Signing in through the council's own directory: there while OIDC_SERVER_URL names one."""

from allauth.socialaccount import views as outcome
from allauth.socialaccount.providers.openid_connect import views
from django.urls import path

DIRECTORY = {"provider_id": "directory"}

urlpatterns = [
    path("", views.login, DIRECTORY, name="openid_connect_login"),
    path("back/", views.callback, DIRECTORY, name="openid_connect_callback"),
    path("cancelled/", outcome.login_cancelled, name="socialaccount_login_cancelled"),
    path("error/", outcome.login_error, name="socialaccount_login_error"),
]
