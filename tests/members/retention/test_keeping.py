"""Each rule about people: who is due, what is left, and what a hold keeps."""

from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress

from corpparent import sweeping
from corpparent.models import Event, LegalHold, StoredFile
from members import services
from members.models import Acknowledgement, Attendance, Check, EvidenceFile, Invitation, MemberImport
from tests.factories.corpparent import LegalHoldFactory, NoticeFactory, StoredFileFactory
from tests.factories.duties import EvidenceFileFactory
from tests.factories.getting_in import InvitationFactory, MemberImportFactory
from tests.factories.learning import AcknowledgementFactory, AttendanceFactory, CheckFactory
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.members.retention.keepers import AT, LEFT, LONG_AGO, due, wipe

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def installed(council):
    """A council whose retention is asked for."""


@pytest.fixture
def gone():
    return AppointmentFactory(starts_on=date(2015, 5, 7), ends_on=LEFT, person__source_id="moderngov:1726").person


def test_person_who_left_becomes_a_number(gone):
    EmailAddress.objects.create(user=gone, email=gone.email)
    wipe()
    gone.refresh_from_db()
    assert gone.name == f"Former member {gone.public_id.hex[:4]}"
    assert (gone.known_as, gone.email, gone.source_id, gone.is_active) == ("", "", "", False)
    assert not gone.has_usable_password()
    assert gone.appointments.count() == 1
    assert not EmailAddress.objects.exists()
    assert due("person") == []


@pytest.mark.parametrize(
    ("ends_on", "is_due"), [(date(2018, 11, 3), True), (date(2018, 11, 4), False), (None, False)], ids=str
)
def test_person_is_due_six_years_after_the_last_day(ends_on, is_due):
    person = AppointmentFactory(starts_on=date(2015, 5, 1), ends_on=date(2016, 5, 1)).person
    AppointmentFactory(person=person, starts_on=date(2017, 5, 1), ends_on=ends_on)
    assert due("person") == [person] * is_due


def test_person_without_appointment_counts_from_the_day_added():
    person = PersonFactory()
    assert due("person") == []
    type(person).objects.update(created_at=LONG_AGO)
    assert due("person") == [person]


def test_hold_on_a_person_keeps_all_that_is_theirs(gone):
    AttendanceFactory(person=gone, recorded_at=LONG_AGO)
    AcknowledgementFactory(person=gone, asked_at=LONG_AGO)
    CheckFactory(person=gone, recorded_at=LONG_AGO)
    InvitationFactory(person=gone, sent_at=LONG_AGO, expires_at=LONG_AGO + timedelta(days=7))
    kinds = ["person", "attendance", "acknowledgement", "check", "invitation"]
    assert [len(due(kind)) for kind in kinds] == [1, 1, 1, 1, 1]
    LegalHoldFactory(subject_id=gone.public_id)
    assert [len(due(kind)) for kind in kinds] == [0, 0, 0, 0, 0]


def test_learning_of_those_who_left_goes_and_of_others_stays(gone):
    there = AppointmentFactory().person
    for person in (gone, there):
        AttendanceFactory(person=person, recorded_at=LONG_AGO)
        AcknowledgementFactory(person=person, asked_at=LONG_AGO)
    wipe()
    assert [row.person for row in Attendance.objects.all()] == [there]
    assert [row.person for row in Acknowledgement.objects.all()] == [there]


def test_detail_of_checks_goes_six_months_after_the_last_day():
    recent = AppointmentFactory(ends_on=date(2024, 5, 3)).person
    there = AppointmentFactory(ends_on=date(2024, 5, 4)).person
    old, kept = (CheckFactory(person=person, recorded_at=LONG_AGO) for person in (recent, there))
    wipe()
    old.refresh_from_db()
    assert (old.kind, old.outcome, old.checked_on, old.eligibility) == (Check.Kind.ENHANCED, "", None, "")
    assert old.wiped_at is not None
    kept.refresh_from_db()
    assert kept.outcome == "satisfactory"


def test_detail_of_checks_is_swept_once(django_assert_num_queries):
    old, held = (
        CheckFactory(person=AppointmentFactory(starts_on=LEFT, ends_on=LEFT).person, recorded_at=LONG_AGO) for _ in "ab"
    )
    hold = LegalHoldFactory(subject_id=held.person.public_id)
    services.sweep_retention(AT)
    with django_assert_num_queries(2):
        services.sweep_retention(AT)
    assert [check.outcome for check in Check.objects.order_by("pk")] == ["", "satisfactory"]
    applied = Event.objects.get(type="retention-applied")
    assert (applied.details, applied.actor_id) == ({"kind": "check", "rows": 1}, None)
    assert Event.objects.get(type="check-wiped").subject_id == old.public_id
    LegalHold.objects.filter(pk=hold.pk).update(lifted_at=AT)
    services.sweep_retention(AT)
    assert not Check.objects.exclude(outcome="").exists()


def test_sweep_leaves_what_waits_for_a_word():
    NoticeFactory(status="sent", ended_at=LONG_AGO)
    services.sweep_retention(AT)
    assert len(due("notice")) == 1
    assert services.sweep_retention in sweeping.SWEEPERS


def test_invitations_that_are_over_go():
    person = AppointmentFactory().person
    InvitationFactory(person=person, sent_at=LONG_AGO, expires_at=LONG_AGO)
    InvitationFactory(person=person, sent_at=LONG_AGO, expires_at=AT, used_at=LONG_AGO)
    is_open = InvitationFactory(person=person, sent_at=AT, expires_at=AT + timedelta(days=7))
    used_lately = InvitationFactory(person=person, sent_at=LONG_AGO, expires_at=LONG_AGO, used_at=AT)
    wipe()
    assert set(Invitation.objects.all()) == {is_open, used_lately}


def test_lists_of_councillors_are_emptied_and_those_left_lying_dropped():
    rows = [{"name": "Cllr Robin Example"}]
    done = MemberImportFactory(status="done", rows=rows, brought_at=LONG_AGO, ended_at=LONG_AGO)
    lying = MemberImportFactory(rows=rows, brought_at=LONG_AGO)
    new = MemberImportFactory(rows=rows, brought_at=AT)
    wipe()
    found = {row.pk: row for row in MemberImport.objects.all()}
    assert (found[done.pk].status, found[done.pk].rows, found[done.pk].ended_at) == ("done", [], LONG_AGO)
    assert (found[lying.pk].status, found[lying.pk].rows) == ("dropped", [])
    assert (found[new.pk].status, found[new.pk].rows) == ("ready", rows)
    assert due("member-import") == []


def test_evidence_files_go_with_their_bytes_after_seven_years(django_capture_on_commit_callbacks):
    files = [StoredFileFactory(), StoredFileFactory()]
    EvidenceFileFactory(asked_at=LONG_AGO, made_at=LONG_AGO, head="1:ab", pdf=files[0], csv=files[1])
    kept = EvidenceFileFactory(asked_at=AT - timedelta(days=6 * 366))
    with django_capture_on_commit_callbacks(execute=True):
        wipe()
    assert list(EvidenceFile.objects.all()) == [kept]
    assert not StoredFile.objects.exists()
    assert not any(file.path.exists() for file in files)


def test_every_batch_is_one_event(gone):
    wipe()
    applied = Event.objects.filter(type="retention-applied").values_list("details", flat=True)
    assert list(applied) == [{"kind": "person", "rows": 1}]
