"""Visits wanted, offered, taken, given back, planned, not made: each on the record, none twice."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.models import Check
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.factories.visits import HomeFactory, RotaSlotFactory, VisitFactory, VisitSettingsFactory
from tests.visits.cleared import visitor
from tests.visits.rota.arranged import AT, arranger, offered, taken
from visits import services
from visits.models import RotaSlot, Turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def slot():
    return RotaSlotFactory(starts_on=date(2026, 9, 7), due_on=date(2026, 9, 30))


def events(kind):
    return Event.objects.filter(type=kind)


def add(home, **more):
    given = {"starts_on": date(2026, 9, 7), "due_on": date(2026, 9, 30), "by": None, "at": AT}
    return services.add_slot(home=home, **given | more)


def test_the_same_visit_wanted_twice_is_one():
    home, by = HomeFactory(), arranger()
    assert add(home, by=by) == add(home, by=by)
    assert events("slot-added").get().details == {"home": str(home.public_id)}
    with pytest.raises(ValidationError, match="is on the rota"):
        add(home, by=by, starts_on=date(2026, 9, 8))


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"due_on": date(2026, 9, 1)}, "due_on"),
        ({"starts_on": date(2026, 8, 1), "due_on": date(2026, 8, 31)}, "due_on"),
        ({"due_on": date(2026, 12, 1)}, "due_on"),
        ({"starts_on": date(2018, 1, 1)}, "starts_on"),
    ],
)
def test_days_that_cannot_be(days, field):
    with pytest.raises(ValidationError) as refused:
        add(HomeFactory(closed_on=date(2026, 11, 30)), **days)
    assert list(refused.value.error_dict) == [field]


def test_only_who_arranges_adds_and_offers(slot):
    person = visitor()
    with pytest.raises(NotAllowed):
        add(HomeFactory(), by=person)
    with pytest.raises(NotAllowed):
        services.offer_turn(slot=slot, person=person, part="lead", by=person, at=AT)


def test_an_offer_that_may_not_be_says_what_is_missing(slot):
    with pytest.raises(ValidationError, match="No enhanced check in force on 7 September 2026"):
        offered(slot, person=visitor(without="check"))
    assert not Turn.objects.exists()


def test_an_offer_keeps_the_gate_and_is_one(slot):
    person, by = visitor(), arranger()
    first = services.offer_turn(slot=slot, person=person, part="lead", by=by, at=AT)
    assert services.offer_turn(slot=slot, person=person, part="lead", by=by, at=AT) == first
    assert all(answer["holds"] for answer in first.gate)
    assert events("turn-offered").count() == Notice.objects.filter(person_id=person.public_id).count() == 1


def test_a_part_that_somebody_else_was_offered_meanwhile(slot):
    first = offered(slot)
    with pytest.raises(ValidationError, match=f"{first.person.name} has this part already"):
        offered(slot)
    with pytest.raises(ValidationError, match="One person has one part"):
        offered(slot, part="second", person=first.person)


def test_two_parties_where_the_council_asks_for_it(slot):
    scheme = VisitSettingsFactory(is_cross_party=True)
    one, same, other = visitor(), visitor(), visitor()
    for person, party in [(one, "Green"), (same, "Green"), (other, "Labour")]:
        AppointmentFactory(person=person, party=party)
    scheme.__class__.objects.update(is_cross_party=True)
    offered(slot, person=one)
    with pytest.raises(ValidationError, match="Two parties visit together"):
        offered(slot, part="second", person=same)
    assert offered(slot, part="second", person=other)
    assert offered(slot, part="shadow", person=same)


def test_taking_it_asks_for_the_visit_and_its_report(slot):
    turn = taken(slot)
    services.take_turn(turn=turn, by=turn.person, at=AT)
    due = events("visit-due").get()
    assert (due.subject_id, due.counts_for_id) == (slot.public_id, turn.person.public_id)
    # 30 September and five working days: 7 October, counted from the first of September.
    assert due.details == {"days": 36}
    slot.refresh_from_db()
    assert slot.status == "taken"


def test_who_only_watches_is_asked_for_nothing(slot):
    turn = taken(slot, part="shadow", person=visitor(without="shadow"))
    services.give_back_turn(turn=turn, by=turn.person, at=AT)
    assert not events("visit-due").exists()
    assert not events("visit-released").exists()


def test_a_check_that_ran_out_between_offer_and_yes(slot):
    turn = offered(slot)
    Check.objects.filter(person=turn.person).update(ends_on=date(2026, 9, 6))
    with pytest.raises(NotAllowed, match="No enhanced check"):
        services.take_turn(turn=turn, by=turn.person, at=AT)
    turn.refresh_from_db()
    assert turn.status == "offered"


def test_nobody_answers_for_somebody_else(slot):
    turn = offered(slot)
    for deed in (services.take_turn, services.decline_turn, services.give_back_turn):
        with pytest.raises(NotAllowed, match="Only they answer for it"):
            deed(turn=turn, by=arranger(), at=AT)


def test_declined_is_offered_anew_and_the_officer_knows(slot):
    officer, turn = arranger(), offered(slot)
    services.decline_turn(turn=turn, by=turn.person, at=AT)
    services.decline_turn(turn=turn, by=turn.person, at=AT)
    assert events("turn-declined").count() == 1
    assert Notice.objects.filter(person_id=officer.public_id).count() == 1
    assert offered(slot).status == "offered"
    with pytest.raises(NotAllowed, match="This offer is over"):
        services.take_turn(turn=turn, by=turn.person, at=AT)


def test_given_back_is_not_asked_for_any_more(slot):
    turn = taken(slot)
    services.give_back_turn(turn=turn, by=turn.person, at=AT)
    services.give_back_turn(turn=turn, by=turn.person, at=AT)
    assert events("visit-released").get().counts_for_id == turn.person.public_id
    slot.refresh_from_db()
    assert slot.status == "open"


def test_a_visit_whose_report_is_begun_is_not_given_back(slot):
    turn = taken(slot)
    VisitFactory(slot=slot, home=slot.home, lead=turn.person)
    with pytest.raises(NotAllowed, match="report of this visit is begun"):
        services.give_back_turn(turn=turn, by=turn.person, at=AT)
    with pytest.raises(NotAllowed, match="report of this visit is begun"):
        services.cancel_slot(slot=slot, by=arranger(), at=AT)


def test_the_day_is_chosen_by_who_goes(slot):
    turn = taken(slot)
    on = date(2026, 9, 17)
    with pytest.raises(NotAllowed):
        services.choose_day(slot=slot, planned_on=on, version=1, by=visitor(), at=AT)
    slot.refresh_from_db()
    planned = services.choose_day(slot=slot, planned_on=on, version=slot.version, by=turn.person, at=AT)
    assert planned.planned_on == on
    with pytest.raises(Stale):
        services.choose_day(slot=slot, planned_on=date(2026, 9, 18), version=slot.version, by=turn.person, at=AT)
    with pytest.raises(ValidationError, match="Visit from 7 September"):
        services.choose_day(slot=slot, planned_on=date(2026, 9, 3), version=planned.version, by=turn.person, at=AT)


def test_no_day_on_which_a_visitor_may_not_go(slot):
    turn = taken(slot)
    Check.objects.filter(person=turn.person).update(ends_on=date(2026, 9, 16))
    slot.refresh_from_db()
    with pytest.raises(ValidationError, match="No enhanced check in force on 17 September"):
        services.choose_day(slot=slot, planned_on=date(2026, 9, 17), version=slot.version, by=turn.person, at=AT)


def test_alone_with_a_reason(slot):
    turn = taken(slot)
    with pytest.raises(ValidationError, match="Say why one visits alone"):
        services.go_alone(slot=slot, because="  ", by=turn.person, at=AT)
    for _ in range(2):
        services.go_alone(slot=slot, because="The second visitor is ill.", by=turn.person, at=AT)
    assert events("slot-alone").count() == 1


def test_cancelled_tells_and_releases(slot):
    lead, second = taken(slot), offered(slot, part="second")
    by = arranger()
    for _ in range(2):
        services.cancel_slot(slot=slot, by=by, at=AT)
    assert events("slot-cancelled").count() == events("visit-released").count() == 1
    assert Notice.objects.filter(matter=f"visit-cancelled:{slot.public_id}").count() == 2
    second.refresh_from_db()
    assert second.status == "lapsed"
    with pytest.raises(NotAllowed, match="This visit is over"):
        services.offer_turn(slot=slot, person=lead.person, part="second", by=by, at=AT)


def test_not_made_has_a_reason_and_begins_when_it_might_have_been(slot):
    turn = taken(slot)
    with pytest.raises(NotAllowed, match="It may still be made"):
        services.record_not_made(slot=slot, because="infection", by=turn.person, at=AT)
    later = AT + timedelta(days=20)
    with pytest.raises(ValidationError, match="Choose why"):
        services.record_not_made(slot=slot, because="rain", by=turn.person, at=later)
    for _ in range(2):
        found = services.record_not_made(slot=slot, because="infection", by=turn.person, at=later)
    assert (found.status, found.not_made_because) == ("not-made", "infection")
    assert events("slot-not-made").get().details == {"because": "infection"}
    assert events("visit-released").count() == 1


def test_offers_lapse_once(slot):
    officer, turn = arranger(), offered(slot)
    services.sweep_rota(AT + timedelta(days=6))
    assert not events("turn-lapsed").exists()
    for _ in range(2):
        services.sweep_rota(AT + timedelta(days=8))
    turn.refresh_from_db()
    assert turn.status == "lapsed"
    assert events("turn-lapsed").count() == Notice.objects.filter(person_id=officer.public_id).count() == 1


def test_visitors_are_reminded_once(slot):
    turn = taken(slot)
    services.sweep_rota(AT + timedelta(days=20))
    reminder = Notice.objects.filter(matter=f"visit-soon:{turn.public_id}")
    assert not reminder.exists()
    for _ in range(2):
        services.sweep_rota(AT + timedelta(days=23))
    assert reminder.count() == 1


def test_proposals_begin_with_whoever_waited_longest():
    VisitSettingsFactory(visits_a_year=4, overdue_days=100)
    never, long_ago, lately = HomeFactory(alias="Never"), HomeFactory(alias="Long"), HomeFactory(alias="Lately")
    HomeFactory(alias="None", visits_a_year=0)
    HomeFactory(alias="Closed", closed_on=date(2026, 8, 1))
    VisitFactory(sent=True, home=long_ago, visited_on=date(2026, 3, 1))
    VisitFactory(sent=True, home=lately, visited_on=date(2026, 8, 20))
    by = arranger()
    found = services.propose_slots(until=date(2026, 12, 31), by=by, at=AT)
    firsts = {slot.home.alias: slot.due_on for slot in reversed(found)}
    assert list(dict.fromkeys(slot.home.alias for slot in found))[:2] == ["Never", "Long"]
    assert firsts["Never"] < firsts["Long"] < firsts["Lately"]
    assert set(firsts) == {"Never", "Long", "Lately"}
    assert services.propose_slots(until=date(2026, 12, 31), by=by, at=AT) == []
    assert RotaSlot.objects.filter(home=never).count() == 2
    assert PersonFactory().turns.count() == 0
