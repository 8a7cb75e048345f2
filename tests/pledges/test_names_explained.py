"""In every free text of the pledges a likely name waits for a reason, which is kept with the words."""

import importlib
import inspect
import pkgutil
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from corpparent.identifiers.forms import NamesExplained, ShowsMarked
from corpparent.periods import quarter_around
from members.roles import DCS, PARTICIPATION_OFFICER
from pledges import forms, services
from pledges.models import Action, EasyRead, Offer, Pledge, Progress, Promise, Shortfall
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import ActionFactory, PledgeFactory, PromiseFactory
from tests.pledges.offers.given import GIVEN as OFFER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SAID, REASON = "We met Kevin Smith.", {"names_explained": "He runs the bus company."}


def day(name, on):
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


def test_every_form_with_free_text_asks_for_the_reason():
    for module in pkgutil.iter_modules(forms.__path__):
        for name, form in inspect.getmembers(importlib.import_module(f"pledges.forms.{module.name}"), inspect.isclass):
            if issubclass(form, ShowsMarked) and form.__module__ == f"pledges.forms.{module.name}":
                checked = [one for one in form.base_fields.values() if validate_no_identifiers in one.validators]
                assert not checked or issubclass(form, NamesExplained), name


@pytest.fixture
def promise():
    return PromiseFactory(number=1, pledge=PledgeFactory(live=True))


@pytest.fixture
def keep(client_of):
    """`keep(role, address, given, model)`: refused with the question, then kept with the reason; the row."""

    def send(role, address, given, model):
        client = client_of(role)
        asked = client.post(address, given).content.decode()
        assert "Why this name may stand" in asked
        assert "Kevin Smith</mark>" in asked
        assert client.post(address, given | REASON).status_code == 302
        return model.objects.order_by("pk").last()

    return send


def test_action_keeps_the_reason(keep):
    today, owner = timezone.localdate(), AppointmentFactory().person
    given = {"title": "Agree passes", "why": SAID, "owner": owner.public_id, "theme": "health", "access": "members"}
    action = keep(DCS, "/actions/new/", given | day("due_on", today + timedelta(days=9)), Action)
    assert action.names_explained == "He runs the bus company."


@pytest.mark.parametrize(
    ("deed", "given"),
    [
        ("note", {"words": SAID}),
        ("evidence", {"words": SAID, **day("dated_on", timezone.localdate() - timedelta(days=3))}),
        ("move", {"because": SAID, **day("due_on", timezone.localdate() + timedelta(days=300))}),
        ("drop", {"because": SAID}),
    ],
)
def test_each_line_of_its_story_keeps_the_reason(keep, client_of, deed, given):
    action = ActionFactory()
    address = f"/actions/{action.public_id}/"
    keep(DCS, f"{address}{deed}/", given | {"version": 1}, Action)
    assert action.notes.get().names_explained == "He runs the bus company."
    page = client_of(DCS).get(address).content.decode()
    assert "Why the names may stand: He runs the bus company." in page


def test_offer_and_its_change(keep, client_of):
    offer = keep(PARTICIPATION_OFFICER, "/offers/new/", OFFER | {"what": SAID}, Offer)
    assert offer.names_explained == "He runs the bus company."
    page = client_of(PARTICIPATION_OFFICER).get(f"/offers/{offer.public_id}/change/").content.decode()
    assert "He runs the bus company." in page  # not asked again


def test_shortfall_and_its_answer(keep, promise):
    about = f"/shortfalls/new/?about=promise:{promise.public_id}"
    shortfall = keep("councillor", about, {"why": SAID}, Shortfall)
    assert shortfall.names_explained == "He runs the bus company."
    settled = services.settle_shortfall(shortfall=shortfall, reason="Cake comes.", by=None, at=timezone.now())
    assert settled.names_explained == "He runs the bus company."


def test_progress_is_still_only_added(keep, promise):
    Pledge.objects.update(starts_on=quarter_around(timezone.localdate()).before().starts_on - timedelta(days=400))
    given = {"period": quarter_around(timezone.localdate()).before().code, "rating": "not-kept", "version": "0"}
    address = f"/promises/{promise.public_id}/progress/young-people/"
    progress = keep(
        PARTICIPATION_OFFICER, address, given | {"words": SAID, "heard_how": "Children’s council"}, Progress
    )
    assert progress.names_explained == "He runs the bus company."
    with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
        Progress.objects.update(names_explained="")


def test_pledge_and_easy_words(keep, promise):
    given = {"title": "Our pledge", "group": "care-leavers", "written_with": SAID}
    today = timezone.localdate()
    days = day("starts_on", today) | day("ends_on", today + timedelta(days=900))
    pledge = keep(PARTICIPATION_OFFICER, "/pledges/new/", given | days, Pledge)
    assert pledge.names_explained == "He runs the bus company."
    easy = {"title": "Our promises", "version": 0, "words-1": SAID, "more-1": "", "symbol-1": "bag"}
    easy_read = keep(PARTICIPATION_OFFICER, f"/pledges/{promise.pledge.public_id}/easy/", easy, EasyRead)
    assert easy_read.names_explained == "He runs the bus company."


def test_what_was_said_of_fixed_words_stays_with_them(promise, client_of):
    Promise.objects.update(wording=SAID, **REASON)
    partner = BodyFactory(kind="partner")
    writer = client_of(PARTICIPATION_OFFICER)
    given = {"expected_outcome": "More friends come.", "partner": partner.slug, "owner_role": "", "version": 1}
    given["owner_role"] = promise.owner_role.slug if promise.owner_role else ""
    assert writer.post(f"/promises/{promise.public_id}/change/", given).status_code == 302
    promise.refresh_from_db()
    assert (promise.expected_outcome, promise.names_explained) == ("More friends come.", "He runs the bus company.")
