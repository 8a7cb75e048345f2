"""Addresses under members: learning."""

from django.urls import path  # noqa: F401

urlpatterns: list = []
