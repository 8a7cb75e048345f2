"""Drafts are asked about after a week and wiped after four; a draft that is written on is neither."""

from datetime import timedelta

import pytest

from corpparent.models import Event, Notice
from tests.factories.visits import NOW, AnswerFactory, PointFactory, VisitFactory
from visits import services
from visits.models import Answer, Point, Visit

pytestmark = pytest.mark.django_db


def after(days):
    return NOW + timedelta(days=days)


def test_asked_about_once_then_wiped():
    draft = VisitFactory()
    AnswerFactory(visit=draft)
    PointFactory(visit=draft)
    assert services.sweep_drafts(after(6)) == 0
    assert [services.sweep_drafts(after(7)) for _ in range(2)] == [1, 0]
    assert Notice.objects.get().person_id == draft.lead.public_id
    assert services.sweep_drafts(after(27)) == 0
    assert [services.sweep_drafts(after(28)) for _ in range(2)] == [1, 0]
    for model in (Visit, Answer, Point):
        assert not model.objects.exists()
    assert Event.objects.get().type == "visit-draft-wiped"


def test_what_was_sent_stays():
    VisitFactory(sent=True)
    assert services.sweep_drafts(after(400)) == 0
    assert Visit.objects.exists()


def test_who_writes_on_is_not_asked():
    VisitFactory(saved_at=after(20))
    assert services.sweep_drafts(after(26)) == 0
