"""“So what?”: asked for, written, written anew."""

from datetime import date
from decimal import Decimal

import pytest

from corpparent.models import Event
from corpparent.rules import NotAllowed
from reports.indicators import services, waiting_own
from reports.indicators.models import Commentary, Indicator, Observation
from tests.factories.indicators import NOW, OwnFactory, TargetFactory
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db

PATH = "/figures/dentist/2025-26-q2/commentary/"
TEXT = "Two practices stopped taking children. A third begins in January."


@pytest.fixture
def head():
    """Somebody who answers for a figure."""
    return AppointmentFactory(role__slug="virtual-school-head").person


@pytest.fixture
def row(ours):
    """Our own count, off its target."""
    return OwnFactory(indicator=Indicator.objects.current().get(code="dentist"), area=ours, value=Decimal(60))


@pytest.fixture
def target(row, head):
    return TargetFactory(indicator=row.indicator, answerable=head)


def write(row, by, text=TEXT):
    return services.write_commentary(observation=row, text=text, by=by, at=NOW)


def needs(person):
    return list(waiting_own.needs(person.standing_on(date(2025, 11, 1))))


def test_whoever_answers_for_the_figure_writes(row, target, head):
    first, second = write(row, head), write(row, head, "In January, as promised.")
    first.refresh_from_db()
    assert (first.is_current, second.is_current) == (False, True)
    assert Event.objects.filter(type="commentary-written").count() == 2


def test_the_same_again_is_written_once(row, target, head):
    assert write(row, head) == write(row, head)
    assert Event.objects.filter(type="commentary-written").count() == 1


def test_no_word_of_it_is_in_the_record(row, target, head):
    write(row, head)
    assert "practices" not in str(list(Event.objects.values()))


def test_others_do_not_write(row, target):
    with pytest.raises(NotAllowed, match="Only the person who answers for this figure"):
        write(row, AppointmentFactory(role__slug="councillor").person)


def test_a_figure_off_its_target_asks_whoever_answers_for_it(council, row, target, head):
    (need,) = needs(head)
    assert need.title == "Say what is behind it: Children seen by a dentist"
    assert need.url == "/figures/dentist/2025-26-Q2/commentary/"
    assert need.about == "60% for July to September 2025. Target: 85% or more; down to 80% is close."
    assert (need.tag, need.tone) == ("Off target", "late")
    assert needs(AppointmentFactory(role__slug="performance-officer").person) == []


def test_nobody_is_asked_once_it_is_said(council, row, target, head):
    write(row, head)
    assert needs(head) == []


@pytest.mark.parametrize("fields", [{"value": Decimal(85)}, {"denominator": Decimal(19)}])
def test_nobody_is_asked_about_what_is_green_or_not_judged(council, row, target, head, fields):
    Observation.objects.filter(pk=row.pk).update(**fields)
    assert needs(head) == []


def test_nobody_is_asked_about_a_number_that_they_may_not_see(council, row, target, head):
    Observation.objects.filter(pk=row.pk).update(protection=Observation.Protection.HIDDEN)
    assert needs(head) == []
    AppointmentFactory(person=head, role__slug="director-of-childrens-services")
    assert len(needs(head)) == 1


def test_whoever_has_no_target_costs_one_query(council, head, django_assert_num_queries):
    standing = head.standing_on(date(2025, 11, 1))
    with django_assert_num_queries(1):
        assert list(waiting_own.needs(standing)) == []


def test_it_is_written_on_a_page(council, row, target, head):
    person = PersonsClient(head)
    page = person.get(PATH).content.decode()
    assert "60% of our children" in page
    assert "Off target" in page
    answer = person.post(PATH, {"text": TEXT}, follow=True).content.decode()
    assert Commentary.objects.get().text == TEXT
    assert TEXT in answer
    assert head.name in answer
    assert TEXT in person.get(PATH).content.decode()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Write what is behind the figure."),
        ("   ", "Write what is behind the figure."),
        ("x" * 1501, "Keep it to 1,500 characters"),
    ],
)
def test_what_is_wrong_is_said(council, row, target, head, text, sentence):
    assert sentence in PersonsClient(head).post(PATH, {"text": text}).content.decode()
    assert not Commentary.objects.exists()


def test_what_could_name_a_child_is_refused_and_not_lost(council, row, target, head):
    text = "Born on 14 May 2012, see her NHS number 999 000 0018."
    page = PersonsClient(head).post(PATH, {"text": text}).content.decode()
    assert "999 000 0018" in page  # what was typed is still there to be mended
    assert page.count("999 000 0018") == 2  # and once more, where it is marked
    assert "<mark>999 000 0018</mark> <em>[an NHS number]</em>" in page
    assert not Commentary.objects.exists()


def test_others_are_told_why_not(council, row, target, councillor, officer):
    assert councillor.get(PATH).status_code == 403
    assert "Only the person who answers for this figure" in councillor.get(PATH).content.decode()
    assert officer.get(PATH).status_code == 200


def test_there_is_no_page_for_a_period_without_a_count(council, row, officer):
    assert officer.get("/figures/dentist/2024-25-q2/commentary/").status_code == 404
    assert officer.get("/figures/no-such/2025-26-q2/commentary/").status_code == 404
