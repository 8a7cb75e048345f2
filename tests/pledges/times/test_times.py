"""How long things may take: set by the administrator, on the record, and never over somebody else's."""

import pytest

from corpparent.models import Event
from pledges.models import PledgeSettings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
HERE = "/pledges/times/"
GIVEN = {
    "remind_days": 7,
    "escalate_days": 14,
    "answer_days": 28,
    "shortfall_days": 28,
    "tell_back_days": 28,
    "offer_months": 3,
    "offer_grace_days": 14,
    "is_check_required": "on",
    "version": 1,
}


def text(answer):
    return answer.content.decode()


def test_set(administrator):
    assert 'value="6"' in text(administrator.get(HERE))
    assert administrator.post(HERE, GIVEN).status_code == 302
    times = PledgeSettings.current()
    assert (times.offer_months, times.offer_grace_days, times.is_check_required, times.version) == (3, 14, True, 2)
    event = Event.objects.get(type="times-set")
    assert event.details == {"changed": ["offer_grace_days", "offer_months"]}


def test_a_stale_form_keeps_what_was_typed(administrator):
    administrator.post(HERE, GIVEN)
    page = text(administrator.post(HERE, GIVEN | {"offer_months": 9}))
    assert "Somebody else changed this while you had it open." in page
    assert 'name="version" value="2"' in page
    assert PledgeSettings.current().offer_months == 3


@pytest.mark.parametrize("wrong", ["", "0", "25", "six", "1e3", "9" * 40])
def test_a_number_that_is_none_is_said_at_its_field(administrator, wrong):
    page = text(administrator.post(HERE, GIVEN | {"offer_months": wrong}))
    assert "Enter a whole number from 1 to 24." in page
    assert not PledgeSettings.objects.exists()


def test_a_councillor_is_told_who_does_it(councillor):
    answer = councillor.get(HERE)
    assert answer.status_code == 403
    assert "Only the administrator sets how long things may take." in text(answer)
