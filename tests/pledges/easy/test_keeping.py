"""Drawings go when their pledge is long over, and a copy of one's data names what one did."""

from datetime import UTC, datetime

import pytest

from pledges.keeping.easy import of_retired, wipe
from pledges.models import Drawing
from pledges.personal_data.easy import drawings, easy_words
from tests.factories.pledges import DrawingFactory, EasyReadFactory, PledgeFactory

pytestmark = pytest.mark.django_db
LONG_AGO, NOW = datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 9, 1, tzinfo=UTC)


def test_drawings_of_a_pledge_that_is_long_over_go(django_capture_on_commit_callbacks):
    kept = DrawingFactory()
    gone = DrawingFactory(promise__pledge=PledgeFactory(status="retired", retired_at=LONG_AGO))
    gone.file.path.write_bytes(b"points")
    assert list(of_retired(LONG_AGO)) == []
    with django_capture_on_commit_callbacks(execute=True):
        wipe(of_retired(NOW), NOW)
    assert Drawing.objects.get() == kept
    assert not gone.file.path.exists()


def test_a_copy_of_ones_data_names_words_and_drawings():
    drawing = DrawingFactory()
    easy_read = EasyReadFactory(written_by=drawing.brought_by)
    [words] = easy_words(drawing.brought_by)
    assert words["Pledge"] == easy_read.pledge.title
    assert words["Published by you"] == ""
    assert [row["What it shows"] for row in drawings(drawing.brought_by)] == ["A house with an open door"]
