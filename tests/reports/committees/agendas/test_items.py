"""Items are added, changed, moved and taken away while nothing is published; afterwards numbers stay."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from reports.committees import services
from tests.factories.committees import NOW, PaperFactory, StandingItemFactory, WorkProgrammeItemFactory
from tests.reports.committees.agendas.prepared import (
    AT,
    EXEMPT,
    OPEN,
    committee_meeting,
    item_called,
    officer,
    titles,
    with_items,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

LATE = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def add(meeting, by=None, at=AT, **fields):
    return services.add_item(meeting=meeting, by=by, at=at, **(OPEN | fields))


def move(item, to, seen=None, by=None):
    return services.move_item(item=item, to=to, seen=seen or item.number, by=by, at=AT)


def events(type_):
    return Event.objects.filter(type=type_).count()


def test_a_new_body_begins_with_the_usual_items_once():
    meeting = committee_meeting()
    for _ in range(2):
        services.begin_agenda(meeting=meeting, by=officer(), at=AT)
    assert titles(meeting) == [
        "1 Apologies for absence",
        "2 Declarations of interest",
        "3 Minutes of the last meeting",
        "4 Voice of children and young people",
        "5 Actions outstanding",
        "6 Reports",
        "7 Work programme",
    ]
    assert Event.objects.get(type="agenda-begun").details == {"items": 7}


def test_a_body_with_items_of_its_own_begins_with_those():
    meeting = committee_meeting()
    StandingItemFactory(body=meeting.body, position=1, title="Proud moments", kind="voice", purpose="discuss")
    [item] = services.begin_agenda(meeting=meeting, by=None, at=AT)
    assert (item.number, item.title, item.kind, item.purpose) == (1, "Proud moments", "voice", "discuss")


def test_an_item_comes_last_or_before_another():
    meeting = with_items(3)
    add(meeting, title="Last")
    add(meeting, title="New", before=item_called(meeting, "B"))
    assert titles(meeting) == ["1 A", "2 New", "3 B", "4 C", "5 Last"]
    assert Event.objects.get(type="agenda-item-added", details__number=2).details == {
        "kind": "report",
        "access": "open",
        "number": 2,
    }


def test_the_same_item_sent_twice_is_one():
    meeting = with_items(1)
    assert add(meeting, **EXEMPT) == add(meeting, **EXEMPT)
    assert titles(meeting) == ["1 A", "2 A home in Canary Lane"]
    assert events("agenda-item-added") == 1


def test_the_record_names_an_exempt_item_by_its_public_title():
    add(with_items(0), **EXEMPT)
    event = Event.objects.get(type="agenda-item-added")
    assert "Canary" not in str(vars(event))


def test_only_those_who_prepare_agendas_write_them():
    meeting = with_items(1)
    with pytest.raises(NotAllowed, match="democratic services officers"):
        add(meeting, by=officer("lead-member"))
    add(meeting, by=officer("administrator"))


@pytest.mark.parametrize(
    ("status", "words"), [("cancelled", "The meeting is cancelled"), ("held", "The meeting was held")]
)
def test_the_agenda_of_a_meeting_that_is_over_or_cancelled_stays(status, words):
    meeting = with_items(1, status=status, cancelled_because="Snow", held_at=NOW)
    for deed in (lambda: add(meeting), lambda: move(item_called(meeting, "A"), 1)):
        with pytest.raises(NotAllowed, match=words):
            deed()


def test_an_item_changes_by_its_version():
    meeting = with_items(1)
    item = item_called(meeting, "A")
    for _ in range(2):
        services.change_item(item=item, version=1, by=None, at=AT, **(OPEN | {"title": "Z", "note": " Note it. "}))
    item.refresh_from_db()
    assert (item.title, item.note, item.version) == ("Z", "Note it.", 2)
    assert events("agenda-item-changed") == 1
    with pytest.raises(Stale):
        services.change_item(item=item, version=1, by=None, at=AT, **OPEN)


def test_a_wrong_restriction_and_an_identifier_are_said_together():
    meeting = with_items(0)
    with pytest.raises(ValidationError) as raised:
        add(meeting, **(EXEMPT | {"interest": "", "note": "NHS number 943 476 5919"}))
    assert set(raised.value.error_dict) == {"interest", "note"}


@pytest.mark.parametrize(
    ("title", "to", "expected"),
    [
        ("C", 1, ["1 C", "2 A", "3 B", "4 D"]),
        ("A", 4, ["1 B", "2 C", "3 D", "4 A"]),
        ("B", 3, ["1 A", "2 C", "3 B", "4 D"]),
    ],
)
def test_an_item_moves_and_the_others_follow(title, to, expected):
    meeting = with_items(4)
    item = item_called(meeting, title)
    seen = item.number
    for _ in range(2):
        move(item, to, seen)
    assert titles(meeting) == expected
    assert events("agenda-item-moved") == 1


def test_two_officers_who_move_at_once_do_not_undo_each_other():
    meeting = with_items(3)
    item = item_called(meeting, "C")
    move(item, 1)
    with pytest.raises(ValidationError, match="Somebody else changed the order"):
        move(item, 2, seen=3)


def test_an_item_cannot_be_moved_beyond_the_last():
    meeting = with_items(3)
    with pytest.raises(ValidationError) as raised:
        move(item_called(meeting, "A"), 4)
    assert raised.value.messages == ["Enter a number from 1 to 3."]


def test_a_draft_item_goes_and_the_others_move_up():
    meeting = with_items(3)
    item = item_called(meeting, "B")
    work = WorkProgrammeItemFactory(body=meeting.body, meeting=meeting, item=item)
    for _ in range(2):
        services.remove_item(item=item, by=None, at=AT)
    assert titles(meeting) == ["1 A", "2 C"]
    assert events("agenda-item-removed") == 1
    work.refresh_from_db()
    assert work.item is None


def test_an_item_with_papers_is_not_removed():
    paper = PaperFactory(item__meeting=committee_meeting())
    with pytest.raises(NotAllowed, match="Take them away first"):
        services.remove_item(item=paper.item, by=None, at=AT)


def test_after_publication_numbers_stay_and_what_is_new_comes_last():
    meeting = with_items(3, published=True)
    item = item_called(meeting, "A")
    with pytest.raises(NotAllowed, match="its numbers stay"):
        move(item, 2)
    with pytest.raises(NotAllowed, match="its number stays"):
        services.remove_item(item=item, by=None, at=AT)
    with pytest.raises(NotAllowed, match="stays as it is"):
        services.change_item(item=item, version=1, by=None, at=AT, **OPEN)
    with pytest.raises(ValidationError, match="its numbers stay"):
        add(meeting, before=item)
    add(meeting, title="New")
    assert titles(meeting) == ["1 A", "2 B", "3 C", "4 New"]


def test_a_published_item_is_withdrawn_and_keeps_its_number():
    meeting = with_items(3, published=True)
    item = item_called(meeting, "B")
    for _ in range(2):
        services.withdraw_item(item=item, because="The report is not ready.", by=None, at=AT)
    assert titles(meeting) == ["1 A", "2 B", "3 C"]
    assert events("agenda-item-withdrawn") == 1
    item.refresh_from_db()
    meeting.refresh_from_db()
    assert (item.withdrawn_because, meeting.changed_at) == ("The report is not ready.", AT)
    with pytest.raises(NotAllowed, match="already"):
        services.withdraw_item(item=item, because="Another.", by=None, at=AT)


@pytest.mark.parametrize("because", ["", "x" * 301, "NHS number 943 476 5919"])
def test_a_withdrawal_needs_a_reason_that_the_public_may_read(because):
    item = item_called(with_items(1, published=True), "A")
    with pytest.raises(ValidationError) as raised:
        services.withdraw_item(item=item, because=because, by=None, at=AT)
    assert set(raised.value.error_dict) == {"because"}


def test_a_draft_is_removed_and_not_withdrawn():
    with pytest.raises(NotAllowed, match="remove it"):
        services.withdraw_item(item=item_called(with_items(1), "A"), because="No.", by=None, at=AT)


@pytest.mark.parametrize(
    ("regime", "at", "published", "convened", "asked"),
    [
        ("council-committee", LATE - timedelta(days=1), True, None, False),
        ("council-committee", LATE, True, None, True),
        ("scrutiny", LATE, True, None, True),
        ("executive", LATE, True, None, True),
        ("informal", LATE, True, None, False),
        ("council-committee", LATE, False, None, False),
        ("council-committee", LATE, False, LATE.date(), False),
        ("council-committee", LATE, True, LATE.date(), True),
    ],
)
def test_within_the_clear_days_an_added_item_says_what_makes_it_urgent(regime, at, published, convened, asked):
    """Of a meeting on 2 December 2026 the agenda is out by 24 November (R3)."""
    meeting = with_items(1, body__regime=regime, published=published, convened_on=convened)
    if asked:
        with pytest.raises(ValidationError) as raised:
            add(meeting, at=at)
        assert set(raised.value.error_dict) == {"urgent_because"}
    item = add(meeting, at=at, urgent_because="A home closes on Friday.")
    assert item.urgent_because == "A home closes on Friday."


def test_an_agenda_has_two_hundred_items_at_most(monkeypatch):
    monkeypatch.setattr("reports.committees.rules.agendas.MOST_ITEMS", 2)
    meeting = with_items(2)
    with pytest.raises(NotAllowed, match="2 items at most"):
        add(meeting)
