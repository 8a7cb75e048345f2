from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, StoredFile
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members import services
from members.models import ClosedDay, Council, Vocabulary
from members.words import current, glance
from tests.factories.bodies import ClosedDayFactory, VocabularyFactory
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory
from tests.members.council.pictures import png

pytestmark = pytest.mark.django_db

DAY = date(2026, 12, 29)


@pytest.fixture
def boss():
    return AppointmentFactory(role__slug="administrator").person


@pytest.fixture
def councillor_alone():
    return AppointmentFactory(role__slug="councillor").person


def events():
    return list(Event.objects.values_list("type", "actor_id", "details"))


def test_change_council(council, boss):
    services.change_council(
        version=council.version, by=boss, at=NOW, region="Mercia", worried_phone_night="020 7946 0999"
    )
    now = Council.current()
    assert (now.region, now.worried_phone_night, now.version) == ("Mercia", "020 7946 0999", council.version + 1)
    assert events() == [("council-changed", boss.public_id, {"fields": ["region", "worried-phone-night"]})]


def test_change_council_to_what_it_is_changes_nothing(council, boss):
    services.change_council(version=council.version, by=boss, at=NOW, name=council.name)
    assert Council.current().version == council.version
    assert events() == []


def test_change_council_that_somebody_changed_meanwhile(council, boss):
    services.change_council(version=council.version, by=boss, at=NOW, region="Mercia")
    with pytest.raises(Stale):
        services.change_council(version=council.version, by=boss, at=NOW, region="Wessex")
    assert Council.current().region == "Mercia"


def test_change_council_only_as_administrator(council, councillor_alone):
    with pytest.raises(NotAllowed, match="Only the council's administrator can see and change the council's settings"):
        services.change_council(version=council.version, by=councillor_alone, at=NOW, region="Mercia")
    assert events() == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"pine": "#ffff00"}, "Choose a darker colour: 4.5 is the least."),
        ({"pine": "pine"}, "Enter the colour as # and six digits, like #15494E."),
        ({"sun": "#12345"}, "Enter the colour as # and six digits, like #15494E."),
        ({"clear_days": 4}, "The law asks for five clear days at least. Enter 5 or more."),
        ({"clear_days": 21}, "Enter 20 clear days at most."),
        ({"day_ends_at": time(8)}, "The office opens at 09:00. Enter a later time."),
    ],
)
def test_change_council_to_what_cannot_be(council, boss, fields, sentence):
    (field,) = fields
    with pytest.raises(ValidationError) as refused:
        services.change_council(version=council.version, by=boss, at=NOW, **fields)
    assert list(refused.value.message_dict) == [field]
    assert sentence in refused.value.messages[0]
    assert Council.current().version == council.version


def test_a_wrong_setting_of_another_group_stops_nobody(council, boss):
    Council.objects.update(clear_days=3)
    services.change_council(version=council.version, by=boss, at=NOW, region="Mercia")
    assert Council.current().region == "Mercia"


def test_set_mark_replaces_the_one_before(council, boss, django_capture_on_commit_callbacks):
    services.set_mark(content=png(), version=1, by=boss, at=NOW)
    first = Council.current().mark.path
    with django_capture_on_commit_callbacks(execute=True):
        services.set_mark(content=png(colour="green"), version=2, by=boss, at=NOW)
    assert Council.current().mark.path.read_bytes().startswith(b"\x89PNG")
    assert not first.exists()
    assert StoredFile.objects.count() == 1
    assert [details for _, _, details in events()] == [{"fields": ["mark"]}] * 2


def test_take_the_mark_away_twice_is_once(council, boss):
    services.set_mark(content=png(), version=1, by=boss, at=NOW)
    services.set_mark(content=None, version=2, by=boss, at=NOW)
    services.set_mark(content=None, version=3, by=boss, at=NOW)
    assert Council.current().mark is None
    assert len(events()) == 2


def test_set_words(council, boss):
    services.set_words(words={"children-in-care": "  our   young people "}, by=boss, at=NOW)
    assert current()["children-in-care"] == "our young people"
    assert events() == [("words-set", boss.public_id, {"terms": ["children-in-care"]})]


def test_set_words_is_seen_at_once_by_who_set_them(council, boss):
    assert glance()["pledge"] == "pledge"
    services.set_words(words={"pledge": "covenant"}, by=boss, at=NOW)
    assert glance()["pledge"] == "covenant"


def test_put_back_the_default_leaves_no_row(council, boss):
    VocabularyFactory(term="pledge", words="covenant")
    services.set_words(words={"pledge": "pledge"}, by=boss, at=NOW)
    assert not Vocabulary.objects.exists()


def test_set_the_same_words_again_changes_nothing(council, boss):
    for _ in range(2):
        services.set_words(words={"pledge": "covenant"}, by=boss, at=NOW)
    assert len(events()) == 1


def test_set_words_says_every_problem_at_its_term(council, boss):
    with pytest.raises(ValidationError) as refused:
        services.set_words(words={"pledge": " ", "children-in-care": "LAC", "home": "house"}, by=boss, at=NOW)
    assert set(refused.value.message_dict) == {"pledge", "children-in-care"}
    assert not Vocabulary.objects.exists()


def test_set_words_that_somebody_changed_meanwhile(council, boss):
    services.set_words(words={"pledge": "covenant"}, by=boss, at=NOW, version=council.version)
    with pytest.raises(Stale):
        services.set_words(words={"pledge": "vow"}, by=boss, at=NOW, version=council.version)


def test_set_words_only_as_administrator(council, councillor_alone):
    with pytest.raises(NotAllowed):
        services.set_words(words={"pledge": "covenant"}, by=councillor_alone, at=NOW)


def test_close_a_day_and_open_it_again(council, boss):
    day = services.close_day(on=DAY, name="Extra day after Christmas", by=boss, at=NOW)
    services.open_day(day=day, by=boss, at=NOW)
    services.open_day(day=day, by=boss, at=NOW)
    assert not ClosedDay.objects.exists()
    assert events() == [
        ("day-closed", boss.public_id, {"on": "2026-12-29"}),
        ("day-opened", boss.public_id, {"on": "2026-12-29"}),
    ]


def test_close_a_day_twice_is_once(council, boss):
    ClosedDayFactory(on=DAY, name="Between the years")
    assert services.close_day(on=DAY, name="Again", by=boss, at=NOW).name == "Between the years"
    assert events() == []
