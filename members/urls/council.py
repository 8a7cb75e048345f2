"""Addresses under members: the council's settings, words, mark and closed days."""

from datetime import date

from django.urls import path, register_converter

from members.views import council as views


class IsoDay:
    """A day in an address: 2026-12-29. What is no day is no page."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        return str(value)


register_converter(IsoDay, "day")

urlpatterns = [
    path("council/", views.CouncilDetail.as_view(), name="council-detail"),
    path("council/words/", views.WordList.as_view(), name="word-list"),
    path("council/words/<slug:term>/reset/", views.word_reset, name="word-reset"),
    path("council/mark/", views.CouncilMark.as_view(), name="council-mark"),
    path("council/mark/change/", views.MarkUpdate.as_view(), name="mark-update"),
    path("council/mark/remove/", views.mark_remove, name="mark-remove"),
    path("council/closed-days/new/", views.ClosedDayCreate.as_view(), name="day-create"),
    path("council/closed-days/<day:on>/confirm/", views.ClosedDayConfirm.as_view(), name="day-confirm"),
    path("council/closed-days/<day:on>/open/", views.day_open, name="day-open"),
    path("council/<slug:group>/change/", views.CouncilUpdate.as_view(), name="council-update"),
]
