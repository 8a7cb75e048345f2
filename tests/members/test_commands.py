from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from corpparent.models import Event
from members.models import Council, Person

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue().strip()


def appoint(*more):
    return run("appoint", "amina@larchford.example", "--role=administrator", *more)


def test_set_up_council():
    said = run("set_up_council", "Larchford Council", "--short-name=Larchford", "--area=E08000990")
    assert said == "This is the portal of Larchford Council."
    assert Council.current().area_code == "E08000990"


def test_set_up_council_with_its_region_and_the_number_at_night():
    options = ["--short-name=Larchford", "--area=E08000990", "--region=Mercia", "--worried-phone-night=020 7946 0002"]
    run("set_up_council", "Larchford Council", *options)
    council = Council.current()
    assert (council.region, council.worried_phone_night) == ("Mercia", "020 7946 0002")


def test_council_decides_whether_members_see_small_numbers():
    for option, decided in ([], False), (["--members-see-small-numbers"], True), ([], True):
        run("set_up_council", "Larchford Council", "--short-name=Larchford", "--area=E08000990", *option)
        assert Council.current().members_see_small_numbers is decided
    run(
        "set_up_council",
        "Larchford Council",
        "--short-name=Larchford",
        "--area=E08000990",
        "--no-members-see-small-numbers",
    )
    assert not Council.current().members_see_small_numbers


def test_set_up_council_with_an_area_code_too_long():
    with pytest.raises(CommandError, match="at most 9 characters"):
        run("set_up_council", "Larchford Council", "--short-name=Larchford", "--area=E080009901")


def test_appoint_adds_a_new_person():
    said = appoint("--name=Amina Yusuf", "--known-as=Amina")
    assert said == (
        "Amina Yusuf is appointed. Someone new chooses a password at http://localhost:8000/account/password/forgotten/."
    )
    assert Person.objects.get().standing_on(timezone.localdate()).has("administrator")
    assert list(Event.objects.values_list("type", flat=True)) == ["person-added", "person-appointed"]


def test_appoint_again_changes_nothing():
    appoint("--name=Amina Yusuf")
    assert appoint() == "Amina Yusuf holds this role already."
    assert Event.objects.count() == 2


def test_appoint_somebody_known_to_another_role():
    appoint("--name=Amina Yusuf")
    run("appoint", "AMINA@larchford.example", "--role=lead-member")
    assert Person.objects.get().standing_on(timezone.localdate()).roles == {"administrator", "lead-member"}


def test_appoint_a_new_person_without_a_name():
    with pytest.raises(CommandError, match="This person could not be added"):
        appoint()
    assert not Person.objects.exists()
    assert not Event.objects.exists()


def test_appoint_to_an_unknown_role():
    with pytest.raises(CommandError, match="invalid choice: 'mayor'"):
        run("appoint", "amina@larchford.example", "--role=mayor")


def test_set_up_council_again_keeps_what_is_left_out():
    run("set_up_council", "Larchford Council", "--short-name=Larchford", "--area=E08000990", "--pine=#003366")
    run("set_up_council", "Larchford City Council", "--short-name=Larchford", "--area=E08000990")
    council = Council.current()
    assert (council.name, council.pine) == ("Larchford City Council", "#003366")


def test_set_up_council_with_a_colour_too_pale():
    with pytest.raises(CommandError, match="Choose a darker colour"):
        run("set_up_council", "Larchford Council", "--short-name=Larchford", "--area=E08000990", "--pine=#eeeeee")
