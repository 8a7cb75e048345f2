import pytest

from members.facts.own_words import own_words
from tests.factories.bodies import BodyFactory
from tests.factories.members import CouncilFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_own_words_are_of_the_council_its_bodies_offices_and_people(django_assert_num_queries):
    CouncilFactory(name="Larchford Council", short_name="Larchford")
    BodyFactory(name="Juniper Panel")
    PersonFactory(name="Cllr Amina Yusuf")
    with django_assert_num_queries(4):
        words = set(own_words())
    assert {"Larchford", "Juniper Panel", "Chief executive", "Cllr Amina Yusuf", "Amina Yusuf"} <= words
    assert "Amina" not in words
