"""What was said of promises in a person's copy, and how long it is kept."""

import pytest

from corpparent import retention
from pledges.personal_data.progress import progress
from tests.factories.members import PersonFactory
from tests.factories.pledges import CommitmentFactory, ProgressFactory

pytestmark = pytest.mark.django_db


def test_a_copy_holds_what_a_person_wrote_down():
    person = PersonFactory()
    ProgressFactory(recorded_by=person, promise__wording="We will celebrate with you.", promise__number=3)
    ProgressFactory(recorded_by=person, promise=None, commitment=CommitmentFactory())
    ProgressFactory()
    first, second = progress(person)
    assert first == {
        "Promise": "3. We will celebrate with you.",
        "Period": "July to September 2026",
        "Voice": "Council officers",
        "Rating": "Partly",
        "Words": "Half of the moves had a visit first.",
        "Why the names may stand": "",
        "Written": "5 October 2026 at 10:00",
    }
    assert second["Promise"] == "We will see every child within four weeks."


def test_what_was_said_is_kept():
    kept = {name for one in retention.KEPT for name in one.covers}
    assert {"pledges.Progress", "pledges.Evidence"} <= kept
