"""Pages of the rota: what is late, who could go, and what each button says."""

from datetime import timedelta

import pytest
from django.utils import timezone

from members.roles import DEMOCRATIC_SERVICES_OFFICER, VISITING_COUNCILLOR
from tests.factories.visits import HomeFactory, RotaSlotFactory, TurnFactory, VisitFactory
from tests.plugins.people import PersonsClient
from tests.visits.cleared import visitor
from tests.visits.rota.arranged import day
from visits.models import RotaSlot, Turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def today(council):
    return timezone.localdate()


@pytest.fixture
def arranger(client_of):
    return client_of(DEMOCRATIC_SERVICES_OFFICER)


@pytest.fixture
def slot(today):
    return RotaSlotFactory(home__alias="Juniper", starts_on=today, due_on=today + timedelta(days=20))


@pytest.fixture
def trained(today):
    """Courses were attended lately."""
    return lambda **more: visitor(trained_on=today - timedelta(days=30), **more)


def text(answer):
    return " ".join(answer.content.decode().split())


def page(slot, deed=""):
    return f"/rota/{slot.public_id}/{deed}"


def test_what_is_late_stands_in_the_heading(today, arranger):
    RotaSlotFactory(home__alias="Rowan", starts_on=today - timedelta(days=40), due_on=today - timedelta(days=3))
    shown = text(arranger.get("/rota/"))
    assert "One visit is late" in shown
    assert "3 days late" in shown
    assert "Rowan, never visited" in shown


def test_filters(today, arranger, slot):
    RotaSlotFactory(home__alias="Rowan", starts_on=today, due_on=today + timedelta(days=21), status="cancelled")
    assert "One visit, what is due first" in text(arranger.get("/rota/"))
    shown = text(arranger.get("/rota/?status=cancelled"))
    assert "/rota/" + str(slot.public_id) not in shown
    assert "No visit fits" in text(arranger.get(f"/rota/?home={slot.home.urn}&quarter=-1"))
    assert "Choose one from the list." in text(arranger.get("/rota/?quarter=nine"))


def test_a_quarter_is_read_and_then_put_there(arranger):
    HomeFactory(alias="Hazel")
    assert "Hazel, by" in text(arranger.get("/rota/propose/"))
    assert not RotaSlot.objects.exists()
    assert "on the rota. Offer" in text(arranger.post("/rota/propose/", follow=True))
    wanted = RotaSlot.objects.count()
    assert wanted
    assert "Nothing more is wanted" in text(arranger.post("/rota/propose/", follow=True))
    assert RotaSlot.objects.count() == wanted


def test_add_one(today, arranger):
    home = HomeFactory()
    given = {"home": home.urn, "is_announced": "on"}
    given |= day(today, "starts_on") | day(today + timedelta(days=9), "due_on")
    assert arranger.post("/rota/new/", given).headers["Location"] == page(RotaSlot.objects.get())
    wrong = given | day(today - timedelta(days=9), "due_on")
    assert "The last day is before the first." in text(arranger.post("/rota/new/", wrong))


def test_who_could_go_and_what_keeps_others(arranger, slot, trained):
    able, unable = trained(), trained(without="check")
    shown = text(arranger.get(page(slot)))
    assert shown.index(able.name) < shown.index(unable.name)
    assert "No enhanced check in force" in shown
    answer = arranger.post(page(slot, "offer/"), {"person": able.public_id, "part": "lead"}, follow=True)
    assert f"Offered to {able.name}." in text(answer)
    answer = arranger.post(page(slot, "offer/"), {"person": unable.public_id, "part": "second"}, follow=True)
    assert f"{unable.name} may not go. No enhanced check in force" in text(answer)


def test_a_course_that_the_council_has_not_named_is_asked_of_nobody_and_the_page_says_so(arranger, slot, trained):
    assert "as safeguarding training or as training about visits, so nobody is asked" in text(arranger.get(page(slot)))
    trained()
    assert "has not named a course" not in text(arranger.get(page(slot)))


def test_the_second_of_two_who_press_is_told(arranger, slot, trained):
    first, second = trained(), trained()
    arranger.post(page(slot, "offer/"), {"person": first.public_id, "part": "lead"})
    answer = arranger.post(page(slot, "offer/"), {"person": second.public_id, "part": "lead"}, follow=True)
    assert f"{first.name} has this part already." in text(answer)
    assert Turn.objects.count() == 1


@pytest.mark.parametrize("part", ["", "leader", "lead\0"])
def test_a_part_that_is_none(arranger, slot, trained, part):
    answer = arranger.post(page(slot, "offer/"), {"person": trained().public_id, "part": part}, follow=True)
    assert "Choose a part in the visit." in text(answer)


def test_take_choose_a_day_and_give_back(today, slot, trained):
    person = trained()
    turn = TurnFactory(slot=slot, person=person)
    client = PersonsClient(person)
    assert "This visit is offered to you" in text(client.get(page(slot)))
    assert "It is yours." in text(client.post(f"/rota/turns/{turn.public_id}/take/", follow=True))
    slot.refresh_from_db()
    given = day(today + timedelta(days=4), "planned_on") | {"version": slot.version}
    assert client.post(page(slot, "day/"), given).status_code == 302
    assert "Juniper" in text(client.get("/rota/"))
    assert "Two visit together here." in text(client.get(page(slot)))
    client.post(page(slot, "alone/"), {"because": "The second visitor is ill."})
    assert "Two visit together here." not in text(client.get(page(slot)))
    assert "It is given back." in text(client.post(f"/rota/turns/{turn.public_id}/give-back/", follow=True))


def test_who_may_not_go_any_more_is_told_what_is_missing(slot, trained):
    person = trained(without="check")
    turn = TurnFactory(slot=slot, person=person)
    answer = PersonsClient(person).post(f"/rota/turns/{turn.public_id}/take/", follow=True)
    assert "You cannot take it as things stand. No enhanced check in force" in text(answer)


def test_somebody_elses_turn(client_of, slot):
    turn = TurnFactory(slot=slot)
    answer = client_of(VISITING_COUNCILLOR).post(f"/rota/turns/{turn.public_id}/take/")
    assert answer.status_code == 403
    assert "Only they answer for it." in text(answer)


def test_not_made_with_a_reason(arranger, slot):
    assert "Choose why it was not made." in text(arranger.post(page(slot, "not-made/"), {}))
    assert "Illness in the home" in text(arranger.post(page(slot, "not-made/"), {"because": "infection"}, follow=True))


def test_a_name_in_the_reason_keeps_what_was_typed(slot, trained):
    person = trained()
    TurnFactory(slot=slot, person=person, status="taken")
    words = "Ring 07700 900123 first"
    shown = text(PersonsClient(person).post(page(slot, "alone/"), {"because": words}))
    assert "There is a problem" in shown
    assert words in shown


def test_cancelled(arranger, slot):
    assert "It is cancelled." in text(arranger.post(page(slot, "cancel/"), follow=True))
    assert arranger.get(page(slot, "not-made/")).status_code == 403


def test_no_page_names_where_a_home_is(arranger, slot, trained):
    person = trained()
    TurnFactory(slot=slot, person=person, status="taken")
    for client in (arranger, PersonsClient(person)):
        for address in ("/rota/", page(slot), "/"):
            assert slot.home.address not in text(client.get(address))


def test_the_start_page_asks(slot, trained, arranger):
    assert "Nobody leads the visit to Juniper" in text(arranger.get("/"))
    person = trained()
    TurnFactory(slot=slot, person=person)
    assert "Can you visit Juniper?" in text(PersonsClient(person).get("/"))
    assert "Nobody leads the visit to Juniper" not in text(arranger.get("/"))


def test_arranger_sees_who_writes_which_report_and_for_how_long_and_not_the_text(today, arranger, slot, trained):
    author = trained(without="shadow")
    began = timezone.now() - timedelta(days=12)
    VisitFactory(slot=slot, home=slot.home, lead=author, started_at=began, saved_at=began, celebrate="A new swing.")
    shown = text(arranger.get("/rota/"))
    assert f"{author.name}. Begun 12 days ago, last saved 12 days ago." in shown
    assert "Being written" in shown
    assert "swing" not in shown
    author.appointments.update(ends_on=today - timedelta(days=1))
    assert "Their appointment has ended" in text(arranger.get("/rota/"))
    author.appointments.update(ends_on=None)
    author.checks.update(ends_on=today - timedelta(days=1))
    assert "Their check ran out" in text(arranger.get("/rota/"))


def test_visitors_do_not_see_who_writes(today, client_of, slot):
    VisitFactory(slot=slot, home=slot.home)
    assert "Reports being written" not in text(client_of(VISITING_COUNCILLOR).get("/rota/"))
