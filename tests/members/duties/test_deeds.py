"""Each duty that can be met so far turns green by doing the real thing, and back when its time has passed.

Those whose events later apps write turn green from these events as soon as an app declares them: the ledger is not
touched for it.
"""

import sys
from datetime import timedelta

import pytest
from django.apps import AppConfig, apps

from corpparent.references import Reference
from members import services
from members.duties import definitions
from members.duties.recorded import types_of
from members.models import Course, Reading
from tests.factories.learning import CourseFactory
from tests.factories.members import AppointmentFactory
from tests.members.duties.deeds import TODAY, line, on, record, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SINCE = TODAY.date() - timedelta(days=200)


def appointed(role, starts_on=SINCE):
    return AppointmentFactory(role__slug=role, starts_on=starts_on).person


@pytest.fixture
def keeper():
    return appointed("democratic-services-officer")


def attend(person, by, days, kind=Course.Kind.INDUCTION, outcome="attended"):
    """`person` comes to a session, through the services."""
    course = CourseFactory(kind=kind)
    session = services.plan_session(course=course, starts_at=on(days), place="", by=by, at=on(days - 14))
    services.record_attendance(session=session, outcomes={person: outcome}, version=1, by=by, at=on(days))
    session.refresh_from_db()
    return session


def test_u1_is_met_by_signing_and_by_coming_to_an_induction(keeper):
    person = appointed("councillor", SINCE + timedelta(days=190))
    assert state(person, "U1") == "due"
    services.sign_statement(statement="role", by=person, at=on(1))
    assert state(person, "U1", 1) == "due", "half of it is done"
    attend(person, keeper, 2)
    assert state(person, "U1", 2) == "met"
    assert [one.type for one in line(person, "U1", 2).proved] == ["learning-attended", "statement-signed"]
    assert state(person, "U1", 800) == "overdue"
    assert state(person, "U1", 2 + 731) == "due"


def test_u1_is_late_when_nothing_was_done():
    assert state(appointed("councillor"), "U1") == "overdue"


def test_u1_falls_back_when_the_attendance_is_corrected(keeper):
    person = appointed("councillor")
    services.sign_statement(statement="role", by=person, at=on(-50))
    session = attend(person, keeper, -40)
    assert state(person, "U1", -40) == "met"
    services.record_attendance(
        session=session, outcomes={person: "absent"}, version=session.version, by=keeper, at=on(-30)
    )
    assert state(person, "U1", -30) == "overdue"
    assert state(person, "U1", -35) == "met", "what the record said then, it says still"


def test_u1_is_not_met_by_any_course(keeper):
    person = appointed("councillor")
    services.sign_statement(statement="role", by=person, at=on(-50))
    attend(person, keeper, -40, kind=Course.Kind.COURSE)
    assert state(person, "U1") == "overdue"


def publish(by, kind, days, for_roles=()):
    fields = {"title": "What changed", "kind": kind, "is_asked": True, "for_roles": list(for_roles)}
    reading = services.add_reading(by=by, at=on(days), **fields)
    return services.publish_reading(reading=reading, by=by, at=on(days))


@pytest.mark.parametrize(
    ("code", "kind", "other"),
    [
        ("T1", "law", "research"),
        ("T1", "guidance", "definition"),
        ("SP5", "research", "law"),
        ("SP5", "definition", "local"),
    ],
)
def test_t1_and_sp5_are_met_by_reading_what_one_was_asked_to_read(keeper, code, kind, other):
    person = appointed("lead-member")
    publish(keeper, other, -100)
    assert state(person, code, -40) == "not-asked"
    reading = publish(keeper, kind, -40)
    assert state(person, code, -40) == "due"
    assert state(person, code, -11) == "overdue"
    services.acknowledge(reading=reading, by=person, at=on(-5))
    assert state(person, code) == "met"
    publish(keeper, kind, 10)
    assert state(person, code, 10) == "due"
    assert state(person, code, 39) == "overdue"


def test_t1_is_not_owed_for_what_was_withdrawn(keeper):
    person = appointed("lead-member")
    reading = publish(keeper, Reading.Kind.LAW, -40)
    services.withdraw_reading(reading=reading, by=keeper, at=on(-20))
    assert state(person, "T1", -20) == "not-asked"


@pytest.mark.parametrize("role", ["lead-member", "director-of-childrens-services"])
def test_sp2_is_met_by_looking_at_the_arrangements(role):
    person = appointed(role)
    assert state(person, "SP2") == "overdue"
    services.review_arrangements(by=person, at=on(0))
    assert state(person, "SP2") == "met"
    assert state(person, "SP2", 366) == "due"
    assert state(person, "SP2", 365 + 91) == "overdue"


LATER = {
    "U2": ["profile-acknowledged"],
    "U4": ["pack-issued", "pack-judged"],
    "SP1": ["dashboard-signed-off"],
}
IN_PART = {"U4"}  # by the summary of visits already


def about(event):
    """What `event` was about, to record another of the same thing."""
    return event and Reference(event.subject_kind, event.subject_id, "")


@pytest.fixture
def later_app(tmp_path, monkeypatch):
    """An app that declares the types it is called with, as later ones will."""

    def install(types):
        (tmp_path / "laterapp").mkdir()
        (tmp_path / "laterapp" / "__init__.py").write_text("")
        declared = [f"TYPE_{number} = {type_!r}" for number, type_ in enumerate(types)]
        (tmp_path / "laterapp" / "events.py").write_text("\n".join(declared))
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.setitem(apps.app_configs, "laterapp", AppConfig.create("laterapp"))  # no app is made ready again

    yield install
    types_of.cache_clear()
    for name in [name for name in sys.modules if name.startswith("laterapp")]:
        del sys.modules[name]


@pytest.mark.parametrize("code", [code for code in LATER if code not in IN_PART])
def test_the_others_are_held_against_nobody_until_an_app_can_write_them(code):
    assert state(appointed("lead-member"), code) == "not-recorded"


@pytest.mark.parametrize("code", LATER)
def test_the_others_turn_green_from_their_events_once_an_app_declares_them(code, later_app):
    later_app(LATER[code])
    person = appointed("lead-member")
    *asked, proof = LATER[code]
    first = record(asked[0], person, -120) if asked else None
    assert state(person, code) == "overdue"
    record(proof, person, -1, about=about(first))
    assert state(person, code) == "met"
    if definitions()[code].months:
        assert state(person, code, 31 * definitions()[code].months) == "due"
