"""Addresses under members: bodies."""

from django.urls import path  # noqa: F401

urlpatterns: list = []
