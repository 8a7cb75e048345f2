"""Appointing, changing and ending through the pages; refusals stand at their field."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Appointment
from tests.factories.bodies import BodyFactory
from tests.factories.indicators import TargetFactory
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def amina(council):
    return PersonFactory(name="Cllr Amina Yusuf")


def boxes(name, day):
    return {f"{name}_0": str(day.day), f"{name}_1": str(day.month), f"{name}_2": str(day.year)} if day else {}


def answers(starts_on=date(2024, 5, 7), ends_on=None, **more):
    fields = {"role": "councillor", "level": "", "body": "", "place": "", "ward": "", "party": ""}
    return fields | boxes("starts_on", starts_on) | boxes("ends_on", ends_on) | more


def appoint(client, person, **fields):
    return client.post(f"/people/{person.public_id}/appoint/", answers(**fields), follow=True)


def test_appoint_a_councillor(amina, administrator):
    for _ in range(2):
        shown = appoint(administrator, amina, ward="Birchwood", party="Green", ends_on=date(2028, 5, 4))
        assert "Cllr Amina Yusuf is appointed: Councillor." in shown.content.decode()
    made = amina.appointments.get()
    assert (made.ward, made.party, made.level, made.ends_on) == ("Birchwood", "Green", 1, date(2028, 5, 4))


def test_appoint_to_a_place_in_a_body(amina, administrator):
    board = BodyFactory(name="Corporate Parenting Board", slug="board")
    appoint(administrator, amina, role="committee-member", body="board", place="chair", level="3")
    made = amina.appointments.get()
    assert (made.body, made.place, made.level) == (board, "chair", 3)


def test_appoint_form_opens_with_what_was_asked_for(amina, administrator):
    shown = administrator.get(f"/people/{amina.public_id}/appoint/?role=lead-member").content.decode()
    assert '<option value="lead-member" selected>' in shown
    assert f'value="{localdate().year}"' in shown


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"role": ""}, "role", "Choose the role."),
        ({"role": "mayor"}, "role", "Choose one from the list."),
        ({"starts_on": None}, "starts_on", "Enter the first day, like 27 11 2026."),
        ({"starts_on_1": "13"}, "starts_on", "Enter the first day, like 27 11 2026."),
        ({"ends_on_0": "31"}, "ends_on", "Enter the last day, like 27 11 2026."),
        (
            {"ends_on": date(2024, 5, 6)},
            "ends_on",
            "This appointment starts on 7 May 2024. It cannot end before that.",
        ),
        ({"body": "nowhere"}, "body", "Choose one from the list."),
        ({"place": "throne"}, "place", "Choose one from the list."),
        ({"level": "9"}, "level", "Choose one from the list."),
        ({"body": "board"}, "place", "Choose the place in the Corporate Parenting Board."),
        (
            {"role": "manager", "ward": "Birchwood"},
            "ward",
            "Only the role “Councillor” has a ward. Leave this empty.",
        ),
        ({"ward": "x" * 101}, "ward", "Keep it to 100 characters."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(amina, administrator, changes, field, sentence):
    BodyFactory(name="Corporate Parenting Board", slug="board")
    shown = appoint(administrator, amina, **changes)
    assert shown.context["form"].errors[field] == [sentence]
    assert sentence in shown.content.decode()
    assert not amina.appointments.exists()


def test_a_held_office_says_who_holds_it(amina, administrator):
    AppointmentFactory(person__name="Ruth Bell", role__slug="director-of-childrens-services")
    shown = appoint(administrator, amina, role="director-of-childrens-services")
    (sentence,) = shown.context["form"].errors["starts_on"]
    assert sentence.startswith("Ruth Bell is Director of Children's Services from 10 May 2021.")


def test_change_an_appointment(council, administrator):
    held = AppointmentFactory(starts_on=date(2024, 5, 7))
    path = f"/appointments/{held.public_id}/change/"
    assert administrator.get(path).status_code == 200
    shown = administrator.post(path, answers(level="2", ward="Alder", version="1"), follow=True)
    assert "Changes kept." in shown.content.decode()
    held.refresh_from_db()
    assert (held.level, held.ward, held.version) == (2, "Alder", 2)


def test_change_an_appointment_that_somebody_else_changed(council, administrator):
    held = AppointmentFactory(starts_on=date(2024, 5, 7), version=4)
    path = f"/appointments/{held.public_id}/change/"
    shown = administrator.post(path, answers(level="2", ward="Alder", version="3"))
    assert "Somebody else changed this while you had it open." in shown.content.decode()
    administrator.post(path, answers(level="2", ward="Alder", version=shown.context["form"]["version"].value()))
    held.refresh_from_db()
    assert held.ward == "Alder"


def test_end_an_appointment(council, administrator):
    held = AppointmentFactory()
    path = f"/appointments/{held.public_id}/end/"
    assert administrator.get(path).status_code == 200
    last = localdate() + DAY
    for _ in range(2):
        shown = administrator.post(path, boxes("ends_on", last) | {"because": "resigned"}, follow=True)
    assert f"is {last:%-d %B %Y}." in shown.content.decode()
    held.refresh_from_db()
    assert (held.ends_on, held.ended_because) == (last, "resigned")
    assert Event.objects.count() == 1


def test_end_an_appointment_of_somebody_with_work_open(council, administrator):
    held = AppointmentFactory(person__name="Cllr Goer")
    TargetFactory(answerable=held.person)
    answer = boxes("ends_on", localdate()) | {"because": "left"}
    shown = administrator.post(f"/appointments/{held.public_id}/end/", answer, follow=True).content.decode()
    assert "Cllr Goer has work open. You can hand it over from this page." in shown
    assert "(1 open)" in shown


def test_end_without_a_reason_or_before_it_began(council, administrator):
    held = AppointmentFactory()
    shown = administrator.post(f"/appointments/{held.public_id}/end/", boxes("ends_on", date(2020, 1, 1)))
    assert shown.context["form"].errors["because"] == ["Choose why it ends."]
    answer = boxes("ends_on", date(2020, 1, 1)) | {"because": "term"}
    shown = administrator.post(f"/appointments/{held.public_id}/end/", answer)
    assert shown.context["form"].errors["ends_on"] == [
        "This appointment starts on 10 May 2021. It cannot end before that."
    ]


def test_end_my_own_powers(council, administrator):
    held = Appointment.objects.get(person=administrator.person)
    answer = boxes("ends_on", localdate()) | {"because": "left"}
    shown = administrator.post(f"/appointments/{held.public_id}/end/", answer)
    assert shown.context["form"].errors["ends_on"] == [
        "You cannot end your own powers as administrator. Ask another administrator to do it."
    ]


@pytest.mark.parametrize("verb", ["change", "end"])
def test_appointments_are_the_administrators_to_change(council, administrator, councillor, verb):
    held = AppointmentFactory()
    assert councillor.get(f"/appointments/{held.public_id}/{verb}/").status_code == 403
    assert councillor.post(f"/appointments/{held.public_id}/{verb}/").status_code == 403
    assert administrator.get(f"/appointments/{uuid4()}/{verb}/").status_code == 404
