"""How visits work here: set by the administrator, on the record, and never over somebody else's."""

import pytest

from corpparent.models import Event
from tests.visits.cleared import courses_asked
from visits.models import VisitSettings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
HERE = "/visits/times/"
GIVEN = {
    "visits_a_year": 6,
    "overdue_days": 100,
    "times_in_a_row": 2,
    "shadow_visits": 1,
    "offer_days": 7,
    "remind_days": 7,
    "report_days": 5,
    "answer_days": 10,
    "escalate_days": 5,
    "draft_chase_days": 7,
    "draft_wipe_days": 28,
    "is_pair_expected": "on",
    "version": 1,
}


def text(answer):
    return answer.content.decode()


def test_set(administrator):
    assert administrator.post(HERE, GIVEN).status_code == 302
    scheme = VisitSettings.current()
    assert (scheme.visits_a_year, scheme.is_pair_expected, scheme.version) == (6, True, 2)
    assert Event.objects.get(type="visit-times-set").details == {"changed": ["visits_a_year"]}


def test_the_courses_visitors_must_have_been_to(administrator):
    courses = courses_asked()
    assert f'value="{courses.safeguarding_course.public_id}" selected' in text(administrator.get(HERE))
    administrator.post(HERE, GIVEN | {"visit_course": courses.visit_course.public_id})
    scheme = VisitSettings.current()
    assert (scheme.safeguarding_course, scheme.visit_course) == (None, courses.visit_course)


def test_a_stale_form_keeps_what_was_typed(administrator):
    administrator.post(HERE, GIVEN)
    page = text(administrator.post(HERE, GIVEN | {"visits_a_year": 9}))
    assert "Somebody else changed this while you had it open." in page
    assert VisitSettings.current().visits_a_year == 6


@pytest.mark.parametrize("wrong", ["", "0", "53", "six", "9" * 40])
def test_a_number_that_is_none_is_said_at_its_field(administrator, wrong):
    assert "Enter a whole number from 1 to 52." in text(administrator.post(HERE, GIVEN | {"visits_a_year": wrong}))
    assert not VisitSettings.objects.exists()


def test_a_draft_is_asked_about_before_it_is_wiped(administrator):
    page = text(administrator.post(HERE, GIVEN | {"draft_wipe_days": 7}))
    assert "A draft is asked about before it is wiped." in page


def test_others_are_told_who_does_it(councillor):
    answer = councillor.get(HERE)
    assert answer.status_code == 403
    assert "Only the administrator sets how visits work." in text(answer)
