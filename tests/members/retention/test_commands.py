from io import StringIO

import pytest
from django.core.management import call_command

from corpparent.models import Event, Notice
from tests.factories.corpparent import NoticeFactory
from tests.members.retention.keepers import LONG_AGO

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def installed(council):
    """A council whose retention is applied."""


def apply(*options):
    out = StringIO()
    call_command("apply_retention", *options, stdout=out)
    return out.getvalue()


def test_shows_and_wipes_nothing():
    NoticeFactory(status="sent", ended_at=LONG_AGO)
    assert apply() == (
        "Notices that were sent, kept for 6 months: 1 row to wipe, the oldest from 5 January 2015.\n"
        "Nothing was wiped. Run it again with --yes to wipe this.\n"
    )
    assert Notice.objects.count() == 1


def test_wipes_and_then_nothing_is_due():
    NoticeFactory(status="sent", ended_at=LONG_AGO)
    assert apply("--yes").endswith("1 row was wiped.\n")
    assert not Notice.objects.exists()
    assert apply("--yes") == "Nothing is due.\n"
    assert list(Event.objects.values_list("type", flat=True)) == ["retention-asked-for", "retention-applied"]
