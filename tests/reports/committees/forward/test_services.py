"""The forward plan and the notices of private meetings: what the law wants where the time was not given."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from reports.committees import services
from reports.committees.facts.forward import missing_entries, missing_notices, notices_due
from reports.committees.facts.publishing import wrong
from reports.committees.models import ForwardPlanEntry, PrivateNotice
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, ForwardPlanEntryFactory, MeetingFactory
from tests.reports.committees.agendas.prepared import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

ON = date(2027, 1, 6)
IN_TIME = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # the last lawful day for ON
GENERAL = datetime(2026, 12, 24, 9, 0, tzinfo=UTC)
URGENT = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
SHORT = {"short_because": "The home closes.", "agreed_by": "Chair of the scrutiny committee"}


def executive():
    return BodyFactory(regime="executive")


def enter(body, at=IN_TIME, by=None, **fields):
    wanted = {"matter": "A new home for four children", "decide_on": ON, "is_key": True} | fields
    return services.enter_forward(body=body, by=by or officer(), at=at, **wanted)


def cabinet(**fields):
    return MeetingFactory(**({"body__regime": "executive", "meets_on": ON} | fields))


def give(meeting, step="first", at=IN_TIME, **fields):
    return services.give_notice(
        meeting=meeting, step=step, by=officer(), at=at, **({"reasons": "A tender is discussed."} | fields)
    )


def refused(deed):
    with pytest.raises(ValidationError) as problem:
        deed()
    return set(problem.value.error_dict)


def types():
    kinds = ("forward-plan-", "private-notice-")
    return [kind for kind in Event.objects.order_by("pk").values_list("type", flat=True) if kind.startswith(kinds)]


def test_a_key_decision_in_time_needs_no_reason_and_is_entered_once():
    body = executive()
    first = enter(body, **SHORT)
    assert (first.short_because, first.agreed_by) == ("", "")
    assert enter(body).pk == first.pk
    assert types() == ["forward-plan-entered"]


@pytest.mark.parametrize("at", [GENERAL, URGENT])
def test_a_late_one_says_why_and_who_agreed(at):
    body = executive()
    assert refused(lambda: enter(body, at=at)) == {"short_because", "agreed_by"}
    assert enter(body, at=at, **SHORT).agreed_by == "Chair of the scrutiny committee"


def test_what_is_no_key_decision_has_no_clock():
    assert enter(executive(), at=URGENT, is_key=False).short_because == ""


def test_a_day_that_has_come_is_refused_and_so_is_another_kind_of_body():
    assert refused(lambda: enter(executive(), decide_on=IN_TIME.date())) == {"decide_on"}
    with pytest.raises(NotAllowed, match="Only an executive body"):
        enter(BodyFactory(regime="council-committee"))
    with pytest.raises(NotAllowed, match="kept by democratic services"):
        enter(executive(), by=officer("councillor"))


def test_an_identifier_of_a_child_is_refused():
    assert refused(lambda: enter(executive(), about="Born 12/03/2014")) == {"about"}


def test_a_change_counts_from_the_first_publication_and_an_earlier_day_wants_a_reason():
    by, entry = officer(), enter(executive())
    fields = {"matter": entry.matter, "decide_on": ON, "is_key": True, "about": "Four rooms."}
    changed = services.change_forward(entry=entry, version=1, by=by, at=URGENT, **fields)
    assert (changed.about, changed.version) == ("Four rooms.", 2)
    with pytest.raises(Stale):
        services.change_forward(entry=entry, version=1, by=by, at=URGENT, **(fields | {"about": "Five."}))
    earlier = fields | {"decide_on": date(2026, 12, 22)}
    assert refused(lambda: services.change_forward(entry=entry, version=2, by=by, at=IN_TIME, **earlier)) == {
        "short_because",
        "agreed_by",
    }


def test_what_becomes_key_is_counted_from_that_day():
    by, entry = officer(), enter(executive(), is_key=False)
    fields = {"matter": entry.matter, "decide_on": ON, "is_key": True}
    assert refused(lambda: services.change_forward(entry=entry, version=1, by=by, at=URGENT, **fields)) == {
        "short_because",
        "agreed_by",
    }


def test_a_withdrawn_entry_stays_with_its_reason():
    by, entry = officer(), enter(executive())
    assert refused(lambda: services.withdraw_forward(entry=entry, because=" ", by=by, at=IN_TIME)) == {"because"}
    for _ in range(2):
        services.withdraw_forward(entry=entry, because="The owner sold it.", by=by, at=IN_TIME)
    assert ForwardPlanEntry.objects.get().withdrawn_because == "The owner sold it."
    with pytest.raises(NotAllowed, match="was withdrawn"):
        services.withdraw_forward(entry=entry, because="Another.", by=by, at=IN_TIME)
    assert types() == ["forward-plan-entered", "forward-plan-withdrawn"]


def test_an_entry_is_linked_to_the_meeting_of_its_day():
    meeting = cabinet()
    assert enter(meeting.body).meeting == meeting


def test_items_to_decide_that_the_plan_does_not_name_are_warned_of():
    meeting = cabinet()
    ForwardPlanEntryFactory(body=meeting.body, decide_on=ON, matter="A new home")
    for number, title in ((1, "A new home"), (2, "Foster carers’ fees")):
        AgendaItemFactory(meeting=meeting, number=number, title=title, purpose="decide")
    AgendaItemFactory(meeting=meeting, number=3, purpose="note")
    (only,) = missing_entries(meeting)
    assert only.startswith("Item 2 asks for a decision")
    meeting.body.regime = "council-committee"
    assert missing_entries(meeting) == []


def test_both_notices_are_given_once_each_and_in_order():
    meeting = cabinet()
    with pytest.raises(ValidationError, match="first notice first"):
        give(meeting, "second")
    first = give(meeting)
    assert give(meeting, reasons="Another.").pk == first.pk
    assert first.publish_by == date(2026, 11, 23)
    assert refused(lambda: give(meeting, "second", representations="Let us hear it.")) == {"response"}
    second = give(meeting, "second", representations="Let us hear it.", response="The price is secret.", at=GENERAL)
    assert (second.publish_by, second.short_because) == (date(2026, 12, 24), "")
    assert types() == ["private-notice-given", "private-notice-given"]


@pytest.mark.parametrize(("step", "at"), [("first", GENERAL), ("second", URGENT)])
def test_late_notice_is_lawful_only_as_agreed(step, at):
    meeting = cabinet()
    if step == "second":
        give(meeting)
    assert refused(lambda: give(meeting, step, at=at)) == {"short_because", "agreed_by"}
    assert give(meeting, step, at=at, **SHORT).agreed_by == "Chair of the scrutiny committee"


def test_no_notice_is_given_of_other_bodies_or_of_what_is_over_or_cancelled():
    for meeting in (
        cabinet(body__regime="council-committee"),
        cabinet(held=True),
        cabinet(status="cancelled", cancelled_because="Snow"),
    ):
        with pytest.raises(NotAllowed):
            give(meeting)
    assert not PrivateNotice.objects.exists()


def test_what_is_due_is_the_first_notice_then_the_second_then_none():
    meeting = cabinet()
    today = IN_TIME.date()
    assert list(notices_due(today)) == []
    AgendaItemFactory(meeting=meeting, exempt=True)
    assert list(notices_due(today)) == [(meeting, "first", date(2026, 11, 23))]
    give(meeting)
    assert list(notices_due(today)) == [(meeting, "second", date(2026, 12, 24))]
    give(meeting, "second")
    assert list(notices_due(today)) == []


def test_agenda_of_a_private_meeting_waits_for_its_notices():
    meeting = cabinet(published=False)
    assert missing_notices(meeting, IN_TIME.date()) == []
    AgendaItemFactory(meeting=meeting, number=1, exempt=True)
    early, last_day = date(2026, 12, 10), date(2026, 12, 24)
    (first,) = missing_notices(meeting, early)
    assert "the notice of 28 clear days was not given" in first
    assert first in wrong(meeting, GENERAL)
    give(meeting)
    assert missing_notices(meeting, early) == []
    (second,) = missing_notices(meeting, last_day)
    assert "the notice of 5 clear days was not given" in second
    give(meeting, step="second", at=GENERAL)
    assert missing_notices(meeting, last_day) == []


def test_notices_are_asked_of_executive_bodies_alone():
    meeting = cabinet(body__regime="council-committee")
    AgendaItemFactory(meeting=meeting, number=1, exempt=True)
    assert missing_notices(meeting, date(2026, 12, 24)) == []
