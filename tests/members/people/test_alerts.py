"""An empty chair, and one person in two: who is told, and from when."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from members.facts.alerts import alerts, alerts_for
from members.roles import BUILT_IN, DCS, LEAD_MEMBER
from members.rules import GOVERNORS
from members.waiting.alerts import needs
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
LM = "Lead Member for Children’s Services"
EMPTY = "asks the council to have one. Appoint somebody, or somebody who acts for the time being."


def said(on=TODAY):
    return [(alert.title, alert.tag, alert.tone) for alert in alerts(on)]


def hold(role, **more):
    return AppointmentFactory(role__slug=role, **more)


@pytest.fixture
def director():
    return hold(DCS)


def test_both_chairs_held_by_two_people(director):
    hold(LEAD_MEMBER)
    assert said() == []


def test_both_chairs_empty_on_a_new_installation():
    assert said() == [
        ("Nobody is Director of Children’s Services.", "Now", "late"),
        ("Nobody is Lead Member for Children’s Services.", "Now", "late"),
    ]
    assert [alert.why for alert in alerts(TODAY)] == [
        f"The Children Act 2004, section 18, {EMPTY}",
        f"The Children Act 2004, section 19, {EMPTY}",
    ]


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (
            [(TODAY - DAY, TODAY)],
            [(f"Nobody will be {LM} from 23 November 2026.", "due")],
        ),
        (
            [(TODAY, TODAY + 59 * DAY)],
            [(f"Nobody will be {LM} from 21 January 2027.", "due")],
        ),
        ([(TODAY, TODAY + 60 * DAY)], []),
        ([(TODAY, TODAY + 3 * DAY), (TODAY + 4 * DAY, None)], []),
        (
            [(TODAY, TODAY + 3 * DAY), (TODAY + 6 * DAY, None)],
            [(f"Nobody will be {LM} from 26 November 2026 to 27 November 2026.", "due")],
        ),
        ([(TODAY + DAY, None)], [(f"Nobody is {LM} to 22 November 2026.", "late")]),
        ([(TODAY - 9 * DAY, TODAY - DAY)], [(f"Nobody is {LM}.", "late")]),
    ],
)
def test_a_chair_that_will_be_empty_within_sixty_days(director, terms, found):
    for starts_on, ends_on in terms:
        hold(LEAD_MEMBER, starts_on=starts_on, ends_on=ends_on)
    assert [(title, tone) for title, _, tone in said()] == found


@pytest.mark.parametrize(
    ("starts_on", "found"),
    [
        (
            TODAY - DAY,
            [("Ruth Bell is both Lead Member and Director of Children’s Services.", "Now", "late")],
        ),
        (
            TODAY + 9 * DAY,
            [
                ("Nobody is Lead Member for Children’s Services to 30 November 2026.", "Now", "late"),
                (
                    "Ruth Bell will be both Lead Member and Director of Children’s Services from 1 December 2026.",
                    "From 1 December",
                    "due",
                ),
            ],
        ),
    ],
)
def test_one_person_in_both_chairs(starts_on, found):
    ruth = PersonFactory(name="Ruth Bell")
    hold(DCS, person=ruth)
    hold(LEAD_MEMBER, person=ruth, starts_on=starts_on)
    assert said() == found


def test_one_chair_after_the_other_is_no_alert():
    ruth = PersonFactory()
    hold(DCS, person=ruth, ends_on=TODAY)
    hold(LEAD_MEMBER, person=ruth, starts_on=TODAY + DAY)
    assert not [alert for alert in alerts(TODAY) if alert.kind == "one-person-in-two"]


@pytest.mark.parametrize("role", BUILT_IN)
def test_those_are_told_who_can_mend_it(role, django_assert_num_queries):
    who = hold(role).person.standing_on(localdate())
    with django_assert_num_queries(1 if role in GOVERNORS else 0):
        assert bool(alerts_for(who)) is (role in GOVERNORS)


def test_start_page_and_directory_of_the_chief_executives_office_say_it(council, client_of):
    chief = client_of("chief-executive")
    for path in ("/", "/people/"):
        page = chief.get(path).content.decode()
        assert "Nobody is Director of Children’s Services." in page
    assert [need.url for need in needs(chief.person.standing_on(localdate()))] == [
        "/people/?when=all&role=director-of-childrens-services",
        "/people/?when=all&role=lead-member",
    ]


def test_others_do_not_see_it(council, councillor):
    for path in ("/", "/people/"):
        assert "Nobody is Director" not in councillor.get(path).content.decode()
