from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session

from corpparent import record, retention
from corpparent.models import Event, Job, StoredFile
from members.models import Council
from tests import source
from tests.factories.corpparent import (
    EventFactory,
    JobFactory,
    LegalHoldFactory,
    NoticeFactory,
    RetentionPeriodFactory,
    StoredFileFactory,
)
from tests.factories.indicators import ImportFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
LONG_AGO = datetime(2015, 1, 5, tzinfo=UTC)


def due(kind, at=AT):
    return list(retention.due(retention.RULES[kind], retention.months_by_kind()[kind], at))


def wipe(kind):
    rule = retention.RULES[kind]
    rule.wipe(retention.due(rule, rule.months, AT), AT)


def test_every_model_is_covered_by_a_rule_or_kept_for_a_reason():
    ours = {model._meta.label for model in source.our_models()}
    covered = {label for rule in retention.RULES.values() for label in rule.covers}
    kept = {label for each in retention.KEPT for label in each.covers}
    assert ours - covered - kept == set()
    assert kept - ours == set()
    assert covered & kept == set()


def test_every_table_of_a_library_is_known():
    """Ways in go with the person, sessions by a rule; the others hold nothing that people entered."""
    theirs = set(apps.get_models()) - set(source.our_models())
    known = {"account", "mfa", "socialaccount", "sessions", "auth", "contenttypes"}
    assert {model._meta.app_label for model in theirs} <= known


@pytest.mark.parametrize("rule", retention.RULES.values(), ids=lambda rule: rule.kind)
def test_every_rule_is_whole(rule):
    assert rule.title
    assert rule.basis.endswith(".")
    assert 1 <= rule.least <= rule.months <= rule.most <= retention.MOST_MONTHS
    assert rule.held_by or rule.kind == "session"  # whose session it was cannot be told


def test_ended_before_is_a_midnight_in_london():
    assert retention.ended_before(AT, 6) == datetime(2026, 5, 21, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ended_at", "is_due"),
    [(datetime(2026, 5, 21, 22, 59, tzinfo=UTC), True), (datetime(2026, 5, 21, 23, 0, tzinfo=UTC), False)],
)
def test_due_after_its_months(ended_at, is_due):
    notice = NoticeFactory(status="sent", ended_at=ended_at)
    assert due("notice") == [notice] * is_due


def test_due_after_the_months_that_the_council_chose():
    notice = NoticeFactory(status="sent", ended_at=AT - timedelta(days=200))
    assert due("notice") == [notice]
    RetentionPeriodFactory(kind="notice", months=12)
    assert due("notice") == []


def test_due_never_while_it_waits():
    NoticeFactory(created_at=LONG_AGO, due_at=LONG_AGO)
    JobFactory(asked_at=LONG_AGO)
    assert due("notice") == due("job") == []


@pytest.mark.parametrize("column", ["public_id", "person_id"])
def test_due_not_under_a_hold(column):
    notice = NoticeFactory(status="sent", ended_at=LONG_AGO)
    hold = LegalHoldFactory(subject_id=getattr(notice, column))
    assert due("notice") == []
    hold.lifted_at = AT
    hold.save()
    assert due("notice") == [notice]


@pytest.mark.parametrize("column", ["subject_id", "actor_id", "counts_for_id"])
def test_names_in_the_record_not_under_a_hold(column, administrator):
    event = EventFactory(at=LONG_AGO, by=administrator.person)
    assert due("event") == [event]
    LegalHoldFactory(subject_id=getattr(event, column))
    assert due("event") == []


def test_names_in_the_record_are_blanked_and_the_chain_verifies():
    old, new = EventFactory(at=LONG_AGO), EventFactory(at=AT)
    before = record.verify()
    wipe("event")
    old.refresh_from_db()
    assert (old.private, old.salt) == (None, "")
    assert Event.objects.get(pk=new.pk).private == {"by": "", "about": "Larchford Council"}
    assert record.verify() == before
    assert before.fault == ""
    assert due("event") == []


def test_blank_twice_is_once():
    EventFactory(at=LONG_AGO)
    assert record.blank(Event.objects.all()) == 1
    assert record.blank(Event.objects.all()) == 0


def test_jobs_and_sessions_are_deleted():
    JobFactory(status=Job.Status.DONE, ended_at=LONG_AGO)
    running = JobFactory()
    Session.objects.create(session_key="old", session_data="", expire_date=LONG_AGO)
    Session.objects.create(session_key="new", session_data="", expire_date=AT)
    wipe("job")
    wipe("session")
    assert list(Job.objects.all()) == [running]
    assert [session.session_key for session in Session.objects.all()] == ["new"]


def test_forgotten_files_go_and_others_stay(django_capture_on_commit_callbacks):
    forgotten, owned, new = StoredFileFactory(), StoredFileFactory(), StoredFileFactory()
    ImportFactory(stored=owned, status="ready", ended_at=None)
    StoredFile.objects.exclude(pk=new.pk).update(created_at=LONG_AGO)
    StoredFile.objects.filter(pk=new.pk).update(created_at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        wipe("stored-file")
    assert set(StoredFile.objects.all()) == {owned, new}
    assert not forgotten.path.exists()
    assert owned.path.exists()


def test_preview_counts_and_says_the_oldest():
    NoticeFactory(status="sent", ended_at=LONG_AGO)
    NoticeFactory(status="sent", ended_at=LONG_AGO + timedelta(days=3))
    (line,) = [line for line in retention.preview(AT) if line.rule.kind == "notice"]
    assert (line.months, line.rows, line.oldest) == (6, 2, LONG_AGO)


def test_preview_costs_one_query_a_rule_and_one(django_assert_num_queries):
    NoticeFactory.create_batch(5, status="sent", ended_at=LONG_AGO)
    with django_assert_num_queries(len(retention.RULES) + 1):
        retention.preview(AT)


def test_something_due_is_one_query_and_one_for_the_months(council, django_assert_num_queries):
    NoticeFactory(status="sent", ended_at=LONG_AGO)
    with django_assert_num_queries(2):
        assert Council.objects.filter(retention.something_due(AT)).exists()


def test_nothing_due(council):
    assert not Council.objects.filter(retention.something_due(AT)).exists()


def table_of_docs():
    """The cells of every row in the two tables of docs/reference/retention.md."""
    lines = (settings.BASE_DIR / "docs" / "reference" / "retention.md").read_text().splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]


def test_reference_says_what_the_rules_say():
    rules = [[rule.title, str(rule.months), str(rule.least)] for rule in retention.RULES.values()]
    kept = [[each.what, each.reason] for each in retention.KEPT]
    rows = table_of_docs()
    assert [row[:3] for row in rows if len(row) == 6][1:] == rules
    assert [row for row in rows if len(row) == 2][-len(kept) :] == kept
