import pytest

from members.roles import ADMINISTRATOR, CHECKS_OFFICER, COUNCILLOR
from members.sections import sections
from members.standing import Standing


def labels(path, *roles):
    return [one.label for one in sections(Standing(roles=frozenset(roles)), path)]


def current(path, *roles):
    return [one.label for one in sections(Standing(roles=frozenset(roles)), path) if one.is_current]


def test_councillor_sees_what_everybody_sees():
    assert labels("/people/", COUNCILLOR) == ["People", "Bodies", "Arrangements", "Duties", "Learning"]


def test_few_see_the_checks():
    assert labels("/checks/", CHECKS_OFFICER)[-1] == "Checks"


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/people/0b1/history/", "People"),
        ("/appointments/0b1/end/", "People"),
        ("/duties/", "Duties"),
        ("/duties/matrix/", "Who met what"),
        ("/sessions/0b1/", "Learning"),
        ("/council/day/", "Settings"),
        ("/council/words/", "Words"),
    ],
)
def test_the_page_one_is_on_is_marked(path, label):
    assert current(path, ADMINISTRATOR) == [label]


def test_pages_that_stand_alone_have_none():
    assert labels("/figures/", ADMINISTRATOR) == []
