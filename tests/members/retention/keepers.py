"""What the tests of retention share."""

from datetime import UTC, date, datetime

from corpparent import jobs, retention
from members import services
from tests.factories.corpparent import NOW

AT = NOW
LONG_AGO = datetime(2015, 1, 5, tzinfo=UTC)
LEFT = date(2017, 5, 1)  # long enough ago for every rule about people who have left


def due(kind, at=AT):
    """Rows of one kind that are due at `at`, as the council has it."""
    return list(retention.due(retention.RULES[kind], retention.months_by_kind()[kind], at))


def wipe(by=None, at=AT):
    """Ask for everything to be wiped, and do it; the job as it ended."""
    return jobs.run_here(services.ask_to_wipe(by=by, at=at))
