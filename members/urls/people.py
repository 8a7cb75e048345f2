"""Addresses under members: people."""

from django.urls import path  # noqa: F401

urlpatterns: list = []
