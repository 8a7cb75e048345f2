"""Addresses under members: council."""

from django.urls import path  # noqa: F401

urlpatterns: list = []
