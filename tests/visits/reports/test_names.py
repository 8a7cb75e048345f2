"""Likely names: a warning at each save, a question when the report is sent, asked again for those that are new."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.factories.learning import CheckFactory
from tests.factories.members import AppointmentFactory
from tests.factories.visits import NOW, RotaSlotFactory, TurnFactory, VisitSettingsFactory
from tests.plugins.people import PersonsClient
from visits import services
from visits.models import RotaSlot, Turn, Visit
from visits.questions import parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

NEEDED = {
    one.slug: one.choices[0] if one.choices else "2" for part in parts().values() for one in part.asked if one.needed
}
TYLER = "Tyler said the kitchen is open."
MIA = f"{TYLER} Mia said it is not."


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
    slot = RotaSlotFactory(status=RotaSlot.Status.TAKEN, alone_because="The other is ill.")
    TurnFactory(slot=slot, person=lead, status=Turn.Status.TAKEN)
    author.post(reverse("visits:visit-create", args=[slot.public_id]))
    return Visit.objects.get()


def write(visit, reason):
    given = {"visited_on": NOW.date(), "judgement": "mostly", "judgement_reason": reason}
    visit.refresh_from_db()
    services.save_part(visit=visit, answers=NEEDED, version=visit.version, by=visit.lead, at=NOW, **given)


def send(visit, because=""):
    return services.send_visit(visit=visit, by=visit.lead, at=NOW, names_explained=because)


@pytest.fixture
def returned(visit):
    """Sent with a name and the reason why it may stand, and returned."""
    write(visit, TYLER)
    send(visit, "Tyler is the cook.")
    officer = AppointmentFactory(role__slug="democratic-services-officer").person
    services.return_visit(visit=visit, because="Say more of the garden.", by=officer, at=NOW)
    visit.refresh_from_db()
    return visit


def step(visit, part="judgement"):
    return reverse("visits:part-update", args=[visit.public_id, part])


def save(author, visit, reason):
    visit.refresh_from_db()
    return author.post(step(visit), {"judgement": "yes", "judgement_reason": reason, "version": visit.version})


def test_a_save_warns_of_names_and_identifiers_in_one_panel_and_keeps_them(author, visit):
    assert save(author, visit, f"{TYLER} Ring 07700 900571.")["Location"] == step(visit)
    page = author.get(step(visit)).text
    assert "Two places could point to a child" in page
    assert "<mark>Tyler</mark> <em>[what may be somebody’s name]</em>" in page
    assert "you say why when you send the report" in page
    visit.refresh_from_db()
    assert visit.judgement_reason.startswith(TYLER)


def test_a_telephone_number_alone_says_nothing_of_names(author, visit):
    save(author, visit, "Ring 07700 900571.")
    assert "you say why when you send the report" not in author.get(step(visit)).text


def test_words_without_names_lead_to_the_next_page(author, visit):
    assert save(author, visit, "The kitchen is open.")["Location"] != step(visit)
    assert "could point to a child" not in author.get(step(visit)).text


def test_the_councils_case_numbers_are_marked_at_a_save(author, visit, council):
    council.case_number_shapes = "LC######"
    council.save()
    save(author, visit, "See LC123456.")
    assert "[a case number of the council’s]" in author.get(step(visit)).text


def test_the_question_before_sending_names_where_each_stands(author, visit):
    write(visit, TYLER)
    services.add_point(visit=visit, by=visit.lead, at=NOW, title="Gate", saw="Mia said so.", theme="settled-home")
    page = author.get(reverse("visits:visit-check", args=[visit.public_id])).text
    assert "What we found in “Why?”" in page
    assert "What we found in “Point 1”" in page


def test_amended_with_the_same_name_is_not_asked_again(author, returned):
    assert save(author, returned, f"{TYLER} The garden is wide.")["Location"] != step(returned)
    assert "These are likely names" not in author.get(reverse("visits:visit-check", args=[returned.public_id])).text
    assert send(returned).names_explained == "Tyler is the cook."


def test_amended_with_a_new_name_is_asked_of_that_alone(author, returned):
    save(author, returned, MIA)
    assert "One place could point to a child" in author.get(step(returned)).text
    page = author.get(reverse("visits:visit-check", args=[returned.public_id])).text
    assert "<mark>Mia</mark>" in page
    assert "<mark>Tyler</mark>" not in page


@pytest.mark.parametrize("because", ["", "Tyler is the cook."])
def test_the_reason_of_before_does_not_do_for_a_new_name(returned, because):
    write(returned, MIA)
    with pytest.raises(ValidationError, match="not there when you sent it before"):
        send(returned, because)
    returned.refresh_from_db()
    assert (returned.status, returned.names_explained) == (Visit.Status.RETURNED, "Tyler is the cook.")


def test_a_new_name_stands_with_a_new_reason(returned):
    write(returned, MIA)
    sent = send(returned, "Tyler is the cook and Mia the manager.")
    assert (sent.status, sent.names_explained) == (Visit.Status.SUBMITTED, "Tyler is the cook and Mia the manager.")
