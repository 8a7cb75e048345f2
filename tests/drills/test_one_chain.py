"""1,200 deeds by 8 processes leave one unforked chain, and nobody's deed is lost."""

import pytest

from corpparent.models import Event
from members.models import Person

pytestmark = pytest.mark.drill

PROCESSES, EACH = 8, 150


@pytest.mark.parametrize("embedded", [False, True], ids=["postgresql", "sqlite"])
def test_deeds_by_many_processes_leave_one_chain(installations, database_of, embedded):
    installation = installations(embedded=embedded)
    seconds = float(installation.python("-m", "tests.drills.deeds", str(PROCESSES), str(EACH)).stdout)
    deeds = PROCESSES * EACH
    print(f"{deeds} deeds in {seconds:.1f} seconds: {deeds / seconds:.0f} a second.")

    events = Event.objects.using(database_of(installation))
    assert f"The record is whole: {deeds} events" in installation.manage("verify_record").stdout
    assert list(events.values_list("number", flat=True)) == list(range(1, deeds + 1))
    assert events.values("previous").distinct().count() == deeds
    people = Person.objects.using(database_of(installation))
    assert set(people.values_list("public_id", flat=True)) == set(events.values_list("subject_id", flat=True))
