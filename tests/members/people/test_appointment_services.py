"""Appointing, changing, ending: the thing after, exactly one event, and every refusal."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members import services
from members.models import Appointment, Level
from members.rules import AppointmentRefused
from tests.factories.bodies import BodyFactory
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

TODAY = localdate(NOW)
DAY = timedelta(days=1)
START = date(2024, 5, 7)


@pytest.fixture
def administrator():
    return AppointmentFactory(role__slug="administrator").person


@pytest.fixture
def board():
    return BodyFactory(name="Corporate Parenting Board")


def appoint(by, person=None, role="councillor", starts_on=START, **more):
    return services.appoint(person=person or PersonFactory(), role=role, starts_on=starts_on, by=by, at=NOW, **more)


def change(appointment, by, *, version=1, **fields):
    return services.change_appointment(appointment=appointment, version=version, by=by, at=NOW, **fields)


def end(appointment, by, ends_on=TODAY, because="resigned"):
    return services.end_appointment(appointment=appointment, ends_on=ends_on, because=because, by=by, at=NOW)


def events():
    return [(event.type, event.details) for event in Event.objects.all()]


def refused(deed):
    """(field, sentence) of the refusal."""
    with pytest.raises(AppointmentRefused) as refusal:
        deed()
    return refusal.value.field, str(refusal.value)


def test_appoint_with_all_it_can_say(administrator, board):
    made = appoint(administrator, role="committee-member", body=board, place="chair", level=3, ends_on=date(2028, 5, 4))
    assert (made.level, made.body, made.place, made.ends_on) == (Level.SPECIALIST, board, "chair", date(2028, 5, 4))
    assert events() == [("person-appointed", {"role": "committee-member", "body": str(board.public_id)})]


def test_level_is_the_roles_unless_one_is_given(administrator):
    assert appoint(administrator).level == Level.UNIVERSAL
    assert appoint(administrator, level=0).level == Level.OFFICER


def test_ward_and_party_of_a_councillor(administrator):
    made = appoint(administrator, ward=" Birchwood ", party="Green")
    assert (made.ward, made.party) == ("Birchwood", "Green")


def test_the_same_press_twice_appoints_once(administrator):
    person = PersonFactory()
    assert appoint(administrator, person) == appoint(administrator, person)
    assert len(events()) == 1


@pytest.mark.parametrize("fields", [{"level": 7}, {"ward": "x" * 101}, {"place": "throne"}])
def test_appoint_with_what_no_appointment_has(administrator, board, fields):
    more = {"body": board} if "place" in fields else {}
    with pytest.raises(ValidationError) as refusal:
        appoint(administrator, **fields, **more)
    assert list(refusal.value.message_dict) == list(fields)
    assert events() == []


def test_terms_of_one_role_do_not_overlap(administrator):
    held = AppointmentFactory(person__name="Amina", starts_on=date(2021, 5, 10), ends_on=START)
    field, sentence = refused(lambda: appoint(administrator, held.person))
    assert field == "starts_on"
    assert "Amina holds the role “Councillor” already, from 10 May 2021 to 7 May 2024." in sentence
    appoint(administrator, held.person, starts_on=START + DAY)
    assert refused(lambda: appoint(administrator, held.person, starts_on=date(2020, 1, 1)))[0] == "starts_on"
    appoint(administrator, held.person, starts_on=date(2020, 1, 1), ends_on=date(2021, 5, 9))


def test_several_roles_at_once_and_one_role_in_two_bodies(administrator, board):
    person = PersonFactory()
    for body in (board, BodyFactory()):
        appoint(administrator, person, role="committee-member", body=body, place="member")
    appoint(administrator, person)
    assert person.appointments.count() == 3
    assert refused(lambda: appoint(administrator, person, role="committee-member", body=board, place="chair"))


@pytest.mark.parametrize("office", ["lead-member", "director-of-childrens-services"])
def test_an_office_has_one_holder_at_a_time(administrator, office):
    AppointmentFactory(person__name="Ruth Bell", role__slug=office, starts_on=date(2023, 5, 8), ends_on=START)
    field, sentence = refused(lambda: appoint(administrator, role=office))
    assert field == "starts_on"
    assert sentence.startswith("Ruth Bell is ")
    assert "from 8 May 2023 to 7 May 2024. The law names one person at a time" in sentence
    appoint(administrator, role=office, starts_on=START + DAY)
    assert len(events()) == 1


@pytest.mark.parametrize("place", ["chair", "vice-chair"])
def test_a_body_has_one_chair_at_a_time(administrator, board, place):
    AppointmentFactory(person__name="Amina", role__slug="committee-member", body=board, place=place)
    field, sentence = refused(lambda: appoint(administrator, role="councillor", body=board, place=place))
    assert field == "place"
    assert sentence.startswith(f"Amina is {place} of the Corporate Parenting Board from 10 May 2021.")
    appoint(administrator, role="committee-member", body=board, place="member")
    appoint(administrator, role="committee-member", body=BodyFactory(), place=place)


def test_a_body_that_is_not_in_being(administrator):
    body = BodyFactory(starts_on=date(2024, 9, 1), ends_on=date(2025, 3, 31))
    place = {"role": "panel-member", "body": body, "place": "member"}
    assert refused(lambda: appoint(administrator, **place))[0] == "starts_on"
    assert refused(lambda: appoint(administrator, **place | {"starts_on": body.starts_on}))[0] == "ends_on"
    appoint(administrator, **place | {"starts_on": body.starts_on, "ends_on": body.ends_on})


def test_change_appointment(administrator, board):
    held = AppointmentFactory(role__slug="committee-member", body=board, place="member", starts_on=START)
    changed = change(held, administrator, place="chair", level=3, starts_on=START)
    assert (changed.place, changed.level, changed.version) == ("chair", 3, 2)
    assert events() == [("appointment-changed", {"changed": ["level", "place"]})]
    assert Event.objects.get().counts_for_id == held.person.public_id


def test_change_twice_the_same_is_once_and_a_stale_one_is_refused(administrator):
    held = AppointmentFactory()
    for _ in range(2):
        change(held, administrator, ward="Birchwood")
    with pytest.raises(Stale):
        change(held, administrator, ward="Alder")
    assert len(events()) == 1


def test_change_to_what_may_not_stand(administrator, board):
    AppointmentFactory(role__slug="lead-member", starts_on=date(2025, 1, 1))
    held = AppointmentFactory(role__slug="lead-member", ends_on=date(2024, 12, 31))
    assert refused(lambda: change(held, administrator, ends_on=None))[0] == "starts_on"
    assert refused(lambda: change(held, administrator, ends_on=date(2000, 1, 1)))[0] == "ends_on"
    assert refused(lambda: change(held, administrator, body=board))[0] == "place"
    assert events() == []


def test_change_to_the_last_day_there_is(administrator):
    """Some feeds write "for ever" so."""
    for role in ("councillor", "administrator"):
        held = AppointmentFactory(role__slug=role)
        field, sentence = refused(lambda held=held: change(held, administrator, ends_on=date.max))
        assert (field, "more than ten years ahead" in sentence) == ("ends_on", True)


def test_a_change_that_lets_a_term_run_again_forgets_why_it_ended(administrator):
    held = AppointmentFactory(ends_on=START, ended_because="resigned")
    assert change(held, administrator, ends_on=None).ended_because == ""


def test_end_says_why_and_may_be_to_come(administrator):
    held = AppointmentFactory()
    for _ in range(2):
        ended = end(held, administrator, ends_on=TODAY + 30 * DAY)
    assert (ended.ends_on, ended.ended_because, ended.version) == (TODAY + 30 * DAY, "resigned", 2)
    assert events() == [("appointment-ended", {"role": "councillor"})]


def test_end_later_than_it_ends_already(administrator):
    held = AppointmentFactory(ends_on=TODAY)
    field, sentence = refused(lambda: end(held, administrator, ends_on=TODAY + DAY))
    assert (field, sentence) == (
        "ends_on",
        "This appointment ends on 4 November 2024 already. To make it longer, change its days.",
    )


def test_end_for_a_reason_nobody_has(administrator):
    with pytest.raises(ValidationError):
        end(AppointmentFactory(), administrator, because="bored")


def test_nobody_ends_their_own_powers_as_administrator(administrator):
    AppointmentFactory(role__slug="administrator")
    field, sentence = refused(lambda: end(administrator.appointments.get(), administrator))
    assert (field, sentence.split(".")[0]) == ("ends_on", "You cannot end your own powers as administrator")
    assert refused(lambda: change(administrator.appointments.get(), administrator, starts_on=TODAY + DAY))


def test_the_last_administrator_stays(administrator):
    another = AppointmentFactory(role__slug="administrator", person__name="Joan")
    closed = AppointmentFactory(role__slug="administrator", person__is_active=False).person
    assert refused(lambda: end(another, another.person))
    end(another, administrator)
    with pytest.raises(NotAllowed, match="there would be no administrator"):
        services.end_appointment(appointment=administrator.appointments.get(), ends_on=TODAY, by=None, at=NOW)
    assert not closed.is_active


def test_an_administrator_for_a_time_is_not_enough(administrator):
    AppointmentFactory(role__slug="administrator", ends_on=TODAY + 30 * DAY)
    with pytest.raises(NotAllowed, match="From 5 November 2024 there would be no administrator"):
        end(administrator.appointments.get(), None)


def test_the_other_appointments_of_an_administrator_end_like_any(administrator):
    end(AppointmentFactory(person=administrator), administrator)


@pytest.mark.parametrize("role", ["councillor", "chief-executive", "democratic-services-officer"])
def test_others_change_and_end_nothing(role):
    held, who = AppointmentFactory(), AppointmentFactory(role__slug=role).person
    for deed in (lambda: change(held, who, ward="Alder"), lambda: end(held, who)):
        with pytest.raises(NotAllowed, match="Only the council's administrator"):
            deed()
    assert Appointment.objects.get(pk=held.pk).version == 1
