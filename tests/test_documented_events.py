"""What the record may hold is written down: docs/reference/events.md."""

from pathlib import Path

import pytest

from members.duties import recorded_types

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "events.md"


@pytest.mark.parametrize("event", sorted(recorded_types()))
def test_event_is_documented(event):
    assert f"`{event}`" in PAGE.read_text()
