from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from members.models import Appointment, Council, Person, Role
from members.models.council import PINE, validate_dark_enough
from members.roles import BUILT_IN
from tests.factories.members import AppointmentFactory, CouncilFactory, PersonFactory, RoleFactory

needs_database = pytest.mark.django_db


@needs_database
def test_person_email_in_any_case_belongs_to_one_person():
    PersonFactory(email="amina@larchford.example")
    with pytest.raises(IntegrityError):
        PersonFactory(email="Amina@Larchford.example")


@needs_database
def test_person_without_email_may_be_one_of_many():
    PersonFactory.create_batch(2, email="")
    assert Person.objects.filter(email="").count() == 2


@needs_database
def test_person_is_found_by_email_in_any_case():
    person = PersonFactory(email="amina@larchford.example")
    assert Person.objects.get_by_natural_key("AMINA@larchford.EXAMPLE") == person


@needs_database
def test_appointment_does_not_end_before_it_starts():
    with pytest.raises(IntegrityError, match="appointment_ends_on_or_after_the_day_it_starts"):
        AppointmentFactory(starts_on=date(2024, 5, 7), ends_on=date(2024, 5, 6))


@needs_database
def test_appointment_of_one_day():
    AppointmentFactory(starts_on=date(2024, 5, 7), ends_on=date(2024, 5, 7))
    assert Appointment.objects.current(date(2024, 5, 7)).exists()


@needs_database
def test_appointment_to_the_same_role_starts_once_a_day():
    first = AppointmentFactory()
    with pytest.raises(IntegrityError):
        AppointmentFactory(person=first.person)


@needs_database
@pytest.mark.parametrize(
    ("day", "is_current"),
    [
        (date(2024, 5, 6), False),
        (date(2024, 5, 7), True),
        (date(2024, 12, 31), True),
        (date(2025, 5, 6), True),
        (date(2025, 5, 7), False),
    ],
)
def test_appointment_first_and_last_day_count(day, is_current):
    AppointmentFactory(starts_on=date(2024, 5, 7), ends_on=date(2025, 5, 6))
    assert Appointment.objects.current(day).exists() is is_current


@needs_database
def test_role_has_a_known_level():
    with pytest.raises(IntegrityError, match="role_has_a_known_level"):
        RoleFactory(slug="mayor", level=7)


@needs_database
def test_built_in_roles_come_with_the_tables():
    assert set(Role.objects.values_list("slug", flat=True)) >= set(BUILT_IN)


@needs_database
def test_council_is_one_row():
    with pytest.raises(IntegrityError, match="council_is_one_row"):
        CouncilFactory(pk=2)


@needs_database
def test_council_that_was_not_set_up_has_a_name_to_show():
    assert str(Council.current()) == "Your council"


@pytest.mark.parametrize("colour", [PINE, "#000000", "#767676", "#1d70b8"])
def test_colour_dark_enough_for_white_words(colour):
    validate_dark_enough(colour)


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#ffffff", "1.0"), ("#F5C24C", "1.6"), ("#777777", "4.4"), ("#00ff00", "1.3")]
)
def test_colour_too_light_for_white_words_is_refused(colour, contrast):
    with pytest.raises(ValidationError) as refusal:
        validate_dark_enough(colour)
    assert refusal.value.messages == [
        f"White words on {colour} have a contrast of {contrast} to 1. Choose a darker colour: 4.5 is the least."
    ]


@pytest.mark.parametrize("colour", ["", "red", "#123", "#15494E;", "15494E", "#15494E\n", "url(x)"])
def test_colour_that_is_none_is_refused(colour):
    with pytest.raises(ValidationError, match="Enter the colour as # and six digits, like #15494E"):
        validate_dark_enough(colour)


def test_council_at_a_glance_costs_one_query_for_many_pages(council, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [Council.glance().name for _ in range(3)] == [council.name] * 3


def test_council_at_a_glance_is_new_once_it_is_saved(council):
    Council.glance()
    council.name = "Larchford City Council"
    council.save()
    assert Council.glance().name == "Larchford City Council"
