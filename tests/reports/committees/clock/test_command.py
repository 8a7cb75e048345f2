"""The clock on the command line, and by the law of each body."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reports.committees.facts.last_days import last_lawful_day
from tests.factories.bodies import ClosedDayFactory
from tests.factories.committees import CommitteeSettingsFactory, MeetingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def printed(*arguments):
    out = StringIO()
    call_command("publish_by", *arguments, stdout=out)
    return out.getvalue()


def test_it_prints_a_day():
    assert printed("2026-12-02", "--clear-days", "5") == "2026-11-24\n"
    assert printed("2026-12-02") == "2026-11-24\n"


def test_it_knows_the_days_that_the_council_closes():
    ClosedDayFactory(on=date(2026, 12, 24))
    assert printed("2027-01-05", "--clear-days", "5") == "2026-12-22\n"


@pytest.mark.parametrize("arguments", [["2026-13-02"], ["tomorrow"], ["2026-12-02", "--clear-days", "-1"]])
def test_what_makes_no_sense_is_refused(arguments):
    with pytest.raises(CommandError):
        printed(*arguments)


@pytest.mark.parametrize("regime", ["council-committee", "scrutiny", "executive"])
def test_the_law_binds_all_but_informal_bodies(regime):
    CommitteeSettingsFactory(informal_days=2)
    assert last_lawful_day(MeetingFactory(body__regime=regime)) == date(2026, 11, 24)


def test_informal_bodies_keep_the_council_s_own_days():
    CommitteeSettingsFactory(informal_days=2)
    assert last_lawful_day(MeetingFactory(body__regime="informal")) == date(2026, 11, 27)


def test_a_meeting_called_at_shorter_notice_has_its_own_last_day():
    meeting = MeetingFactory(body__regime="council-committee", convened_on=date(2026, 11, 30))
    assert last_lawful_day(meeting) == date(2026, 11, 30)
