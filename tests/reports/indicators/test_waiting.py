import pytest

from members.standing import Standing
from reports.indicators import waiting
from tests.factories.indicators import ImportFactory

pytestmark = pytest.mark.django_db

OFFICER = Standing(person_id=1, roles=frozenset({"performance-officer"}))
COUNCILLOR = Standing(person_id=2, roles=frozenset({"councillor"}))


def ready(**fields):
    counts = {"new": 8258, "changed": 0, "unchanged": 0, "left_out": 0}
    return ImportFactory(status="ready", ended_at=None, counts=counts, **fields)


def test_needs_of_an_officer_are_the_files_that_were_read():
    file = ready(problem_total=4)
    ImportFactory()
    (need,) = waiting.needs(OFFICER)
    assert need.url == file.get_absolute_url()
    assert need.why == "Figures: 8,258 new. Four things to mend. Nothing is taken in until somebody says so."


def test_needs_of_a_councillor_are_none():
    ready()
    assert list(waiting.needs(COUNCILLOR)) == []


def test_needs_ask_one_query_whatever_waits(django_assert_num_queries):
    for _ in range(6):
        ready()
    with django_assert_num_queries(1):
        assert len(list(waiting.needs(OFFICER))) == 5
