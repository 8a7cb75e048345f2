"""The form of a visit as its author meets it, without scripts."""

import pytest
from django.urls import reverse

from tests.factories.learning import CheckFactory
from tests.factories.members import AppointmentFactory
from tests.factories.visits import HomePostFactory, RotaSlotFactory, TurnFactory, VisitSettingsFactory
from tests.plugins.people import PersonsClient
from visits.models import RotaSlot, Turn, Visit
from visits.questions import parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def lead():
    VisitSettingsFactory(shadow_visits=0)
    person = AppointmentFactory(role__slug="visiting-councillor").person
    CheckFactory(person=person, ends_on=None)
    return person


@pytest.fixture
def author(lead):
    return PersonsClient(lead)


@pytest.fixture
def visit(author, lead):
    slot = RotaSlotFactory(status=RotaSlot.Status.TAKEN, home__alias="Juniper", alone_because="The other is ill.")
    TurnFactory(slot=slot, person=lead, status=Turn.Status.TAKEN)
    for _ in range(2):
        author.post(reverse("visits:visit-create", args=[slot.public_id]))
    return Visit.objects.get()


def step(visit, part):
    return reverse("visits:part-update", args=[visit.public_id, part])


def fill(author, visit, part, **given):
    visit.refresh_from_db()
    return author.post(step(visit, part), given | {"version": visit.version})


def fill_all(author, visit):
    fill(author, visit, "visit", visited_on_0="1", visited_on_1="9", visited_on_2="2026", **{"at-the-door": "Yes"})
    fill(author, visit, "who", **{"children-living-here": "3", "children-met": "2", "staff-there": "2"})
    fill(author, visit, "arriving", **{"glad-to-come-home": "Yes"})
    fill(author, visit, "voice", **{"children-talked": "2", "asked": "A desk of their own for homework."})
    fill(author, visit, "judgement", judgement="mostly", judgement_reason="Warm and lively.")


@pytest.mark.parametrize("part", list(parts()))
def test_every_part_can_be_opened_and_left_half_done(author, visit, part):
    page = author.get(step(visit, part)).text
    assert parts()[part].title in page
    assert "Worried about a child?" in page
    assert fill(author, visit, part).status_code == 302


def test_choices_are_big_boxes_for_a_thumb(author, visit):
    for address in (step(visit, "voice"), reverse("visits:point-create", args=[visit.public_id])):
        assert "app-big-choices" in author.get(address).text


def test_answers_are_there_when_one_comes_back(author, visit):
    fill(author, visit, "voice", **{"children-talked": "2", "asked": "Wifi in the bedrooms 🙂 שלום"})
    page = author.get(step(visit, "voice")).text
    assert "Wifi in the bedrooms 🙂 שלום" in page
    assert 'value="2" checked' in " ".join(page.split())


def test_day_to_come_is_said_at_its_box_and_nothing_typed_is_lost(author, visit):
    page = fill(
        author, visit, "visit", visited_on_0="1", visited_on_1="9", visited_on_2="2199", **{"how-it-began": "Tea."}
    )
    assert page.status_code == 200
    assert "This day is still to come. Enter the day you visited." in page.text
    assert "Tea." in page.text
    assert 'value="2199"' in page.text


def test_check_page_marks_what_has_to_be_taken_out_and_says_in_which_answer(author, visit):
    fill_all(author, visit)
    fill(author, visit, "voice", **{"children-talked": "2", "asked": "Ring 07700 900123 about a desk."})
    check = reverse("visits:visit-check", args=[visit.public_id])
    assert "This has to be taken out before you send it" in author.get(check).text
    said = author.post(reverse("visits:visit-submit", args=[visit.public_id]), {"is_private": "yes"}, follow=True).text
    assert "“What did they ask you to do?”: " in said
    assert Visit.objects.get().status == Visit.Status.DRAFT


def test_leaving_before_arriving_is_said(author, visit):
    assert "You left before you arrived." in fill(author, visit, "visit", arrived_at="16:30", left_at="16:00").text


def test_worry_is_passed_on_after_the_report_was_sent_and_the_home_is_not_told(author, visit, client_of):
    fill_all(author, visit)
    author.post(reverse("visits:visit-submit", args=[visit.public_id]), {"is_private": "yes"})
    told = {"to": "The children’s front door", "on_0": "1", "on_1": "9", "on_2": "2026", "clock": "16:30"}
    answer = author.post(reverse("visits:visit-pass-on", args=[visit.public_id]), told)
    page = reverse("visits:visit-detail", args=[visit.public_id])
    assert answer["Location"] == page
    manager = client_of("home-manager")
    HomePostFactory(home=visit.home, appointment=manager.person.appointments.get())
    said = "A worry was passed on to The children’s front door"
    assert [said in client.get(page).text for client in (author, client_of("lead-member"), manager)] == [
        True,
        True,
        False,
    ]


def test_reason_with_a_character_that_no_keyboard_makes_is_refused_in_words(author, visit):
    fill_all(author, visit)
    sent = {"is_private": "yes", "names_explained": "Staff\x00"}
    page = author.post(reverse("visits:visit-submit", args=[visit.public_id]), sent, follow=True)
    assert "no keyboard makes" in page.text


def test_points_keep_the_numbers_to_call_and_lead_back_to_their_part(author, visit):
    page = author.get(reverse("visits:point-create", args=[visit.public_id])).text
    assert "Worried about a child?" in page
    assert step(visit, "points") in page


def test_what_could_point_at_a_child_is_marked_and_kept(author, visit):
    answer = fill(author, visit, "voice", asked="She was born on 4 May 2013 and wants a desk.")
    assert answer["Location"] == step(visit, "voice")
    page = author.get(step(visit, "voice")).text
    assert "One place could point to a child" in page
    assert "<mark" in page


def test_too_long_says_so_and_loses_nothing(author, visit):
    page = fill(author, visit, "voice", asked="x" * 50_000).text
    assert "Keep it to 2,000 characters." in page
    assert "x" * 50_000 in page


def test_a_second_tab_is_told_and_loses_nothing(author, visit):
    fill(author, visit, "voice", asked="A desk.")
    page = author.post(step(visit, "voice"), {"asked": "A lamp.", "version": 1}).text
    assert "A lamp." in page
    assert "Somebody else changed this" in page


def test_looked_through_and_sent(author, visit):
    check = reverse("visits:visit-check", args=[visit.public_id])
    assert "Answer what is missing" in author.get(check).text
    fill_all(author, visit)
    assert "Send this report" in author.get(check).text
    submit = reverse("visits:visit-submit", args=[visit.public_id])
    assert "Confirm that nobody can be recognised" in author.post(submit, follow=True).text
    for _ in range(2):
        assert author.post(submit, {"is_private": "yes"}, follow=True).status_code == 200
    visit.refresh_from_db()
    assert visit.status == Visit.Status.SUBMITTED
    assert author.get(step(visit, "who")).status_code == 403


def test_a_likely_name_stands_with_a_reason(author, visit):
    fill_all(author, visit)
    fill(author, visit, "judgement", judgement="yes", judgement_reason="Tyler said he is happy here.")
    check, submit = (reverse(f"visits:visit-{name}", args=[visit.public_id]) for name in ("check", "submit"))
    assert "These are likely names" in author.get(check).text
    refused = author.post(submit, {"is_private": "yes"}, follow=True).text
    assert "Say why they may stand, or take them out." in refused
    author.post(submit, {"is_private": "yes", "names_explained": "A member of staff."})
    visit.refresh_from_db()
    assert (visit.status, visit.names_explained) == (Visit.Status.SUBMITTED, "A member of staff.")


def test_points_are_added_changed_and_taken_out(author, visit):
    given = {"title": "Gate", "saw": "It does not shut.", "theme": "settled-home", "severity": "soon"}
    new = reverse("visits:point-create", args=[visit.public_id])
    assert "Say what you saw" in author.post(new, given | {"saw": ""}).text
    assert "Gate" in author.post(new, given, follow=True).text
    point = visit.points.get()
    change = reverse("visits:point-update", args=[point.public_id])
    assert "Gate" in author.get(change).text
    author.post(change, given | {"title": "Garden gate", "version": 1})
    assert visit.points.get().title == "Garden gate"
    author.post(reverse("visits:point-remove", args=[point.public_id]))
    assert not visit.points.exists()


def test_returned_with_a_reason_and_amended(author, visit, client_of):
    fill_all(author, visit)
    author.post(reverse("visits:visit-submit", args=[visit.public_id]), {"is_private": "yes"})
    officer = client_of("democratic-services-officer")
    address = reverse("visits:visit-return", args=[visit.public_id])
    assert "Say what is to be amended." in officer.post(address, {"because": ""}).text
    officer.post(address, {"because": "Say what the kitchen is like."})
    assert "Say what the kitchen is like." in author.get(step(visit, "judgement")).text
    fill(author, visit, "judgement", judgement="yes", judgement_reason="Not for other eyes yet.")
    seen = officer.get(reverse("visits:visit-detail", args=[visit.public_id])).text
    assert "Warm and lively." in seen
    assert "Not for other eyes yet." not in seen
    author.post(reverse("visits:visit-submit", args=[visit.public_id]), {"is_private": "yes"})
    seen = officer.get(reverse("visits:visit-detail", args=[visit.public_id])).text
    assert "Not for other eyes yet." in seen
    assert "Version 1, sent by" in seen


def test_a_worry_is_recorded_as_passed_on(author, visit):
    address = reverse("visits:visit-pass-on", args=[visit.public_id])
    assert "Say which service you told." in author.post(address, {}).text
    given = {"to": "Front door", "on_0": "1", "on_1": "9", "on_2": "2026", "clock": "16:30"}
    assert "Nothing more is kept here" in author.post(address, given, follow=True).text


def test_a_draft_stands_first_in_the_list(author, visit):
    assert step(visit, "visit") in author.get(reverse("visits:visit-list")).text
